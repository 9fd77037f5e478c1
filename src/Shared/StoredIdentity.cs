using System.Security.Cryptography;
using System.Text;
using Azukari.Age;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Protocol.Ledger;

namespace Azukari.Shared;

/// <summary>One one-time identity as a file that stock age reads: a comment with its birth, a line with the key. Bytes only, wiped after use.</summary>
internal static class StoredIdentity
{
    private static ReadOnlySpan<byte> Birth => "# created-ms: "u8;

    private static ReadOnlySpan<byte> Death => "# destroyed: "u8;

    /// <summary>The name of a one-time key: SHA-256 of its raw recipient.</summary>
    internal static Digest NameOf(HybridIdentity identity) => Digests.Sha256(identity.Recipient.Raw.Span);

    internal static void Write(string path, HybridIdentity identity, DateTimeOffset now)
    {
        var secret = identity.EncodeUtf8();
        byte[] file = GC.AllocateUninitializedArray<byte>(Birth.Length + 32 + secret.Length, pinned: true);
        try
        {
            var header = Encoding.ASCII.GetBytes($"{Encoding.ASCII.GetString(Birth)}{now.ToUnixTimeMilliseconds()}\n");
            header.CopyTo(file, 0);
            secret.CopyTo(file, header.Length);
            var length = header.Length + secret.Length;
            file[length++] = (byte)'\n';
            DurableFile.Write(path, file.AsSpan(..length));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
            CryptographicOperations.ZeroMemory(file);
        }
    }

    /// <summary>The identity and its birth, or null where the file holds none any more (a destruction that a crash cut off).</summary>
    internal static (HybridIdentity Identity, DateTimeOffset Born)? TryRead(string path)
    {
        var file = ReadPinned(path);
        try
        {
            ReadOnlySpan<byte> rest = file;
            if (!TryLine(ref rest, out var birth) || !TryLine(ref rest, out var secret) || !rest.IsEmpty || !birth.StartsWith(Birth)) return null;
            if (!long.TryParse(birth[Birth.Length..], System.Globalization.NumberStyles.None, null, out var born)) return null;

            return (HybridIdentity.Parse(secret), DateTimeOffset.FromUnixTimeMilliseconds(born));
        }
        catch (Exception fault) when (fault is AgeException or FormatException)
        {
            return null; // Half overwritten: no key of ours.
        }
        finally
        {
            CryptographicOperations.ZeroMemory(file);
        }
    }

    /// <summary>Overwrites the key with the reason why, in one write: whoever finishes the destruction after a crash knows what it was for.</summary>
    internal static void Overwrite(string path, DestructionCause cause) => DurableFile.Overwrite(path, [.. Death, .. Encoding.ASCII.GetBytes($"{cause}\n")]);

    /// <summary>The reason that <see cref="Overwrite"/> wrote, or null where it did not get so far.</summary>
    internal static DestructionCause? TryReadCause(string path)
    {
        ReadOnlySpan<byte> rest = File.ReadAllBytes(path);
        return TryLine(ref rest, out var line) && line.StartsWith(Death) && Enum.TryParse<DestructionCause>(Encoding.ASCII.GetString(line[Death.Length..]), out var cause) ? cause : null;
    }

    private static byte[] ReadPinned(string path)
    {
        using var handle = File.OpenHandle(path);
        var file = GC.AllocateUninitializedArray<byte>(checked((int)RandomAccess.GetLength(handle)), pinned: true);
        var read = 0;
        while (read < file.Length && RandomAccess.Read(handle, file.AsSpan(read), read) is > 0 and var more) read += more;
        return file;
    }

    private static bool TryLine(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> line)
    {
        var end = rest.IndexOf((byte)'\n');
        line = end < 0 ? default : rest[..end];
        rest = end < 0 ? rest : rest[(end + 1)..];
        return end >= 0;
    }
}
