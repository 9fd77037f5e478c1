using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Azukari.Protocol.Signatures;

/// <summary>OpenSSH's SSHSIG, version 1, sha256, ES256: checked by <c>ssh-keygen -Y verify</c> without us.</summary>
/// <remarks>One spelling only: the low s, minimal integers, no bytes behind. A namespace keeps one kind of paper from passing for another.</remarks>
public static class Sshsig
{
    private const string Begin = "-----BEGIN SSH SIGNATURE-----\n", Finish = "-----END SSH SIGNATURE-----\n";
    private const int Columns = 70;

    /// <summary>Signs a message in a namespace and returns the binary blob.</summary>
    public static byte[] Sign(SigningKey key, string @namespace, ReadOnlySpan<byte> message) => Blob(key.PublicKey, @namespace, key.Sign(ToSign(@namespace, message)));

    /// <summary>Whether the blob is this key's signature in this namespace over this message, spelled as we spell it.</summary>
    public static bool Verify(ReadOnlySpan<byte> blob, PublicKey expected, string @namespace, ReadOnlySpan<byte> message) =>
        Parse(blob) is { } signature && blob.SequenceEqual(Blob(expected, @namespace, signature)) && LowS.Is(signature.AsSpan(32))
            && expected.Verifies(ToSign(@namespace, message), signature);

    /// <summary>The armored form as ssh-keygen writes it.</summary>
    public static string Armor(ReadOnlySpan<byte> blob)
    {
        var text = new StringBuilder(Begin);
        foreach (var line in Convert.ToBase64String(blob).Chunk(Columns)) text.Append(line).Append('\n');
        return text.Append(Finish).ToString();
    }

    /// <summary>Reads the armored form.</summary>
    /// <exception cref="ProtocolException"><see cref="ProtocolFault.Malformed"/>.</exception>
    public static byte[] Dearmor(string armored)
    {
        try
        {
            var blob = armored.StartsWith(Begin, StringComparison.Ordinal) && armored.EndsWith(Finish, StringComparison.Ordinal)
                ? Convert.FromBase64String(armored[Begin.Length..^Finish.Length].Replace("\n", "", StringComparison.Ordinal))
                : [];
            return blob.Length > 0 && Armor(blob) == armored ? blob : throw new FormatException();
        }
        catch (FormatException fault)
        {
            throw new ProtocolException(ProtocolFault.Malformed, "not an armored SSH signature", fault);
        }
    }

    private static byte[] ToSign(string @namespace, ReadOnlySpan<byte> message) =>
        [.. "SSHSIG"u8, .. SshWire.String(Encoding.UTF8.GetBytes(@namespace)), .. SshWire.String([]), .. SshWire.String("sha256"u8), .. SshWire.String(SHA256.HashData(message))];

    private static byte[] Blob(PublicKey key, string @namespace, ReadOnlySpan<byte> signature)
    {
        byte[] numbers = [.. SshWire.Integer(signature[..32]), .. SshWire.Integer(signature[32..])];
        byte[] signed = [.. SshWire.String(Encoding.ASCII.GetBytes(PublicKey.Algorithm)), .. SshWire.String(numbers)];
        return
        [
            .. "SSHSIG"u8, 0, 0, 0, 1, .. SshWire.String(key.Blob.Span), .. SshWire.String(Encoding.UTF8.GetBytes(@namespace)), .. SshWire.String([]),
            .. SshWire.String("sha256"u8), .. SshWire.String(signed),
        ];
    }

    /// <summary>r and s as 64 bytes, or null. Whether everything around them is right shows when the blob is written again.</summary>
    private static byte[]? Parse(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < 10 || !blob.StartsWith("SSHSIG"u8) || BinaryPrimitives.ReadInt32BigEndian(blob[6..]) != 1) return null;

        var rest = blob[10..];
        var taken = SshWire.TryTake(ref rest, out _) && SshWire.TryTake(ref rest, out _) && SshWire.TryTake(ref rest, out _) && SshWire.TryTake(ref rest, out _);
        if (!taken || !SshWire.TryTake(ref rest, out var signed) || !SshWire.TryTake(ref signed, out _) || !SshWire.TryTake(ref signed, out var numbers)) return null;

        return SshWire.TryTake(ref numbers, out var r) && SshWire.TryTake(ref numbers, out var s) && Fixed(r) is { } left && Fixed(s) is { } right ? [.. left, .. right] : null;
    }

    private static byte[]? Fixed(ReadOnlySpan<byte> number)
    {
        var trimmed = number.TrimStart((byte)0);
        return trimmed.Length <= 32 ? [.. new byte[32 - trimmed.Length], .. trimmed] : null;
    }
}
