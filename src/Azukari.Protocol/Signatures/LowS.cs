using System.Numerics;

namespace Azukari.Protocol.Signatures;

/// <summary>For every ECDSA signature (r, s) the pair (r, n − s) verifies too. Only the one with s ≤ n/2 is ours, or evidence could be altered and still verify.</summary>
/// <remarks>Signatures are public; nothing here touches a secret.</remarks>
internal static class LowS
{
    private static readonly BigInteger Order = new(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);
    private static readonly BigInteger Half = Order >> 1;

    internal static bool Is(ReadOnlySpan<byte> s) => new BigInteger(s, isUnsigned: true, isBigEndian: true) is var value && value > 0 && value <= Half;

    internal static void Normalise(Span<byte> s)
    {
        if (Is(s)) return;

        var low = (Order - new BigInteger(s, isUnsigned: true, isBigEndian: true)).ToByteArray(isUnsigned: true, isBigEndian: true);
        s.Clear();
        low.CopyTo(s[(s.Length - low.Length)..]);
    }
}
