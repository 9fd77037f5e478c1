using System.Security.Cryptography;

namespace Azukari.Protocol.Signatures;

/// <summary>An ES256 private key.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa key;

    private SigningKey(ECDsa key)
    {
        this.key = key;
        PublicKey = PublicKey.Of(key);
    }

    /// <summary>The public half.</summary>
    public PublicKey PublicKey { get; }

    /// <summary>A fresh key.</summary>
    public static SigningKey Generate() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads PKCS#8 bytes; the caller zeroes them.</summary>
    /// <exception cref="ProtocolException"><see cref="ProtocolFault.Malformed"/>: not a P-256 key.</exception>
    public static SigningKey FromPkcs8(ReadOnlySpan<byte> pkcs8)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(pkcs8, out var read);
            return read == pkcs8.Length ? new(key) : throw new CryptographicException("trailing bytes");
        }
        catch (CryptographicException fault)
        {
            key.Dispose();
            throw new ProtocolException(ProtocolFault.Malformed, "not a P-256 private key", fault);
        }
    }

    /// <summary>Writes PKCS#8 bytes; the caller zeroes them.</summary>
    public byte[] ToPkcs8() => key.ExportPkcs8PrivateKey();

    /// <summary>Signs a message: r and s, 32 bytes each, s in the lower half of the order, so that a signature has one spelling.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var signature = key.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        LowS.Normalise(signature.AsSpan(32));
        return signature;
    }

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();
}
