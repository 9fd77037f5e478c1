using System.Security.Cryptography;

namespace Azukari.Age;

/// <summary>What an age file shows without a key.</summary>
/// <param name="StanzaTypes">The type of each stanza, in order.</param>
/// <param name="HeaderSize">The header's size in bytes.</param>
/// <param name="PayloadSize">The bytes behind the header, or null where the stream's length is unknown.</param>
public sealed record AgeInspection(IReadOnlyList<string> StanzaTypes, int HeaderSize, long? PayloadSize)
{
    /// <summary>The size of a header with exactly one hybrid stanza.</summary>
    public const int OneHybridHeaderSize = 1627;

    /// <summary>Whether every stanza is post-quantum.</summary>
    public bool IsPostQuantum => StanzaTypes.All(type => type == AgeFile.HybridType);

    /// <summary>The gate before anything leaves and after it arrives: exactly one stanza, hybrid, no grease; a second one would open for somebody nobody named.</summary>
    public bool HasExactlyOneHybridStanza => StanzaTypes is [AgeFile.HybridType] && HeaderSize == OneHybridHeaderSize;
}

/// <summary>age v1 (age-encryption.org/v1) with the hybrid post-quantum recipient.</summary>
public static class AgeFile
{
    internal const string HybridType = "mlkem768x25519";
    private const int FileKeySize = 16;

    /// <summary>Writes the header and returns the stream that encrypts. Disposing it finishes the file and leaves the destination open.</summary>
    /// <param name="destination">Where the file goes, from its present position.</param>
    /// <param name="recipients">At least one; each of them opens the file.</param>
    /// <param name="threads">How many threads encrypt; all processors by default.</param>
    public static AgeWriter CreateWriter(Stream destination, IReadOnlyList<HybridRecipient> recipients, int? threads = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(recipients.Count, nameof(recipients));
        Span<byte> fileKey = stackalloc byte[FileKeySize], nonce = stackalloc byte[PayloadCipher.NonceSize];
        RandomNumberGenerator.Fill(fileKey);
        RandomNumberGenerator.Fill(nonce);

        var stanzas = new List<Stanza>();
        foreach (var recipient in recipients)
        {
            var (encapsulation, sealedKey) = Hpke.Seal(recipient, fileKey);
            stanzas.Add(new([HybridType, Base64.Encode(encapsulation)], sealedKey));
        }

        destination.Write(AgeHeader.Write(stanzas, fileKey));
        destination.Write(nonce);
        try
        {
            return new(destination, fileKey, nonce, threads ?? Environment.ProcessorCount);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(fileKey);
        }
    }

    /// <summary>Opens a file for reading forward. Nothing of the payload is touched before the header is proven.</summary>
    /// <exception cref="AgeException">No identity opens it, or the header is not to be believed.</exception>
    public static AgeReader OpenReader(Stream source, IReadOnlyList<HybridIdentity> identities, int? threads = null)
    {
        var header = AgeHeader.Read(source);
        var fileKey = Unwrap(header, identities);
        try
        {
            if (!header.IsAuthentic(fileKey)) throw new AgeException(AgeFault.HmacFailure, "the header was altered");

            Span<byte> nonce = stackalloc byte[PayloadCipher.NonceSize];
            if (source.ReadAtLeast(nonce, nonce.Length, throwOnEndOfStream: false) < nonce.Length) throw AgeHeader.Wrong("the file ends after its header");

            return new(source, fileKey, nonce, threads ?? Environment.ProcessorCount);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(fileKey);
        }
    }

    /// <summary>Encrypts something small.</summary>
    public static byte[] Encrypt(ReadOnlySpan<byte> plain, params IReadOnlyList<HybridRecipient> recipients)
    {
        using var file = new MemoryStream();
        using (var writer = CreateWriter(file, recipients, threads: 1)) writer.Write(plain);
        return file.ToArray();
    }

    /// <summary>Decrypts something small, whole or not at all. The caller zeroes a secret result.</summary>
    /// <exception cref="AgeException">It is not to be believed.</exception>
    public static byte[] Decrypt(ReadOnlySpan<byte> file, params IReadOnlyList<HybridIdentity> identities)
    {
        using var source = new MemoryStream(file.ToArray());
        using var reader = OpenReader(source, identities, threads: 1);
        var plain = GC.AllocateUninitializedArray<byte>(file.Length, pinned: true);
        var read = reader.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
        var result = GC.AllocateUninitializedArray<byte>(read, pinned: true);
        plain.AsSpan(..read).CopyTo(result);
        CryptographicOperations.ZeroMemory(plain);
        return result;
    }

    /// <summary>What the file shows without a key.</summary>
    /// <exception cref="AgeException"><see cref="AgeFault.HeaderFailure"/>.</exception>
    public static AgeInspection Inspect(Stream source)
    {
        var header = AgeHeader.Read(source);
        return new([.. header.Stanzas.Select(stanza => stanza.Arguments[0])], header.Raw.Length, source.CanSeek ? source.Length - source.Position : null);
    }

    private static byte[] Unwrap(AgeHeader header, IReadOnlyList<HybridIdentity> identities)
    {
        if (header.Stanzas.Count > 1 && header.Stanzas.Any(stanza => stanza.Arguments[0] == "scrypt")) throw AgeHeader.Wrong("an scrypt stanza stands beside others");

        foreach (var stanza in header.Stanzas.Where(stanza => stanza.Arguments[0] == HybridType))
        {
            if (stanza.Arguments.Count != 2 || stanza.Body.Length != Hpke.SealedSize || Base64.Decode(System.Text.Encoding.ASCII.GetBytes(stanza.Arguments[1])) is not { Length: Hpke.EncapsulationSize } encapsulation)
                throw AgeHeader.Wrong("a hybrid stanza is not of its shape");

            foreach (var identity in identities)
                if (Hpke.Open(identity, encapsulation, stanza.Body) is { } fileKey) return fileKey;
        }

        throw new AgeException(AgeFault.NoMatch, "none of the keys opens this file");
    }
}
