using System.Text;

namespace Azukari.Age.Fuzz;

/// <summary>Fixed keys, so that an input means the same in every run. Nothing is ever protected by them.</summary>
internal static class Keys
{
    internal static readonly HybridIdentity Hybrid = HybridIdentity.Parse(Text("AGE-SECRET-KEY-PQ-", 1));
    internal static readonly X25519Identity Classic = X25519Identity.Parse(Text("AGE-SECRET-KEY-", 2));

    // Low, or a fuzzer would spend its minutes in scrypt.
    internal static readonly AgeIdentity[] Identities = [Hybrid, Classic, new PassphraseIdentity("fuzz"u8, maxWorkFactor: 4)];

    private static byte[] Text(string prefix, byte fill)
    {
        var raw = new byte[32];
        raw.AsSpan().Fill(fill);
        var text = new byte[Bech32.EncodedLength(prefix.Length, raw.Length)];
        Bech32.Encode(Encoding.ASCII.GetBytes(prefix), raw, text);
        return text;
    }
}
