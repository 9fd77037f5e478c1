using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Azukari.Age;

// What every new file begins with: a fresh file key, the header that wraps it, a fresh nonce, and the payload key that follows from both.
[SuppressMessage("Reliability", "CA2000", Justification = "The payload key is ended by the file it belongs to.")]
internal sealed class NewFile : IDisposable
{
    private NewFile(byte[] preamble, SecretBytes payloadKey) => (Preamble, PayloadKey) = (preamble, payloadKey);

    public delegate byte[] HeaderFor(ReadOnlySpan<byte> fileKey);

    // Header and nonce.
    public byte[] Preamble { get; }

    public SecretBytes PayloadKey { get; }

    public static NewFile For(IReadOnlyList<AgeRecipient> recipients) => For(fileKey => FileKeys.WriteHeader(recipients, fileKey));

    public static NewFile For(HeaderFor headerFor)
    {
        Span<byte> fileKey = stackalloc byte[HeaderBlock.FileKeySize];
        try
        {
            RandomNumberGenerator.Fill(fileKey);
            var header = headerFor(fileKey);
            var nonce = RandomNumberGenerator.GetBytes(HeaderBlock.NonceSize);
            return new NewFile([.. header, .. nonce], FileKeys.PayloadKey(fileKey, nonce));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(fileKey);
        }
    }

    public byte[] Whole(ReadOnlySpan<byte> plaintext)
    {
        var file = new byte[Preamble.Length + PayloadSizes.Sealed(plaintext.Length)];
        Preamble.CopyTo(file, 0);
        WholePayload.Seal(plaintext, file.AsSpan(Preamble.Length), PayloadKey);
        return file;
    }

    public int Whole(ReadOnlyMemory<byte> plaintext, Memory<byte> destination, int threads)
    {
        Preamble.CopyTo(destination);
        var payload = destination.Slice(Preamble.Length, (int)PayloadSizes.Sealed(plaintext.Length));
        WholePayload.Seal(plaintext, payload, PayloadKey, threads);
        return Preamble.Length + payload.Length;
    }

    public void Dispose() => PayloadKey.Dispose();
}
