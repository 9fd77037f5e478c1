using System.Security.Cryptography;

namespace Azukari.Age;

internal static class FileKeys
{
    public static byte[] WriteHeader(IReadOnlyList<AgeRecipient> recipients, ReadOnlySpan<byte> fileKey)
    {
        if (recipients.Count == 0)
        {
            throw new ArgumentException("an age file needs a recipient", nameof(recipients));
        }

        // A classic recipient beside a post-quantum one would quietly take the file's protection down to the classic one's.
        if (recipients.Any(recipient => recipient.PostQuantum != recipients[0].PostQuantum))
        {
            throw new ArgumentException("post-quantum and classic recipients cannot share a file", nameof(recipients));
        }

        var stanzas = new List<Stanza>();
        foreach (var recipient in recipients)
        {
            stanzas.Add(recipient.Wrap(fileKey));
        }

        var header = HeaderWriter.Write(stanzas, fileKey);
        return header.Length <= HeaderParser.MaxSize ? header : throw new ArgumentException("too many recipients for one header", nameof(recipients));
    }

    // Parse, unwrap, authenticate the header: only then is a key derived that may touch the payload.
    public static SecretBytes PayloadKey(HeaderBlock header, ReadOnlySpan<byte> nonce, IReadOnlyList<AgeIdentity> identities)
    {
        Span<byte> fileKey = stackalloc byte[HeaderBlock.FileKeySize];
        try
        {
            Unwrap(header, identities, fileKey);
            header.Authenticate(fileKey);
            return PayloadKey(fileKey, nonce);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(fileKey);
        }
    }

    public static SecretBytes PayloadKey(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> nonce)
    {
        var key = new SecretBytes(Aead.KeySize);
        HeaderBlock.PayloadKey(fileKey, nonce, key.Span);
        return key;
    }

    private static void Unwrap(HeaderBlock header, IReadOnlyList<AgeIdentity> identities, Span<byte> fileKey)
    {
        foreach (var identity in identities)
        {
            foreach (var stanza in header.Stanzas)
            {
                if (identity.TryUnwrap(stanza, fileKey))
                {
                    return;
                }
            }
        }

        throw new AgeException(AgeFault.NoMatch, "no identity opens this file");
    }
}
