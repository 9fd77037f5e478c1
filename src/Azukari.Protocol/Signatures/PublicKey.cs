using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Azukari.Protocol.Signatures;

/// <summary>An ES256 public key in OpenSSH's form (RFC 5656): <c>ecdsa-sha2-nistp256</c>, uncompressed point on P-256.</summary>
/// <remarks>One spelling only: what is read is written back byte for byte. Equal when the points are.</remarks>
#pragma warning disable CA1001 // A public key lives as long as whoever compares with it; its handle is freed with it, and nobody could say when to dispose.
public sealed class PublicKey : IEquatable<PublicKey>
#pragma warning restore CA1001
{
    internal const string Algorithm = "ecdsa-sha2-nistp256";
    private const int PointSize = 65;
    private readonly byte[] blob;

    private PublicKey(byte[] blob)
    {
        this.blob = blob;
        KeyId = Convert.ToHexStringLower(SHA256.HashData(blob));
        Verifier = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = blob[^64..^32], Y = blob[^32..] } });
    }

    /// <summary>Lower-case hexadecimal SHA-256 of the SSH wire blob.</summary>
    public string KeyId { get; }

    /// <summary>The SSH wire blob.</summary>
    public ReadOnlyMemory<byte> Blob => blob;

    /// <summary>The imported key, kept so that it is imported once.</summary>
    private ECDsa Verifier { get; }

    /// <summary>Reads the one-line form <c>ecdsa-sha2-nistp256 AAAA…</c>.</summary>
    /// <exception cref="ProtocolException"><see cref="ProtocolFault.Malformed"/>: not such a line, or the point is not on the curve.</exception>
    public static PublicKey Parse(string line)
    {
        var parts = line.Split(' ');
        if (parts.Length != 2 || parts[0] != Algorithm) throw Malformed();

        try
        {
            var blob = Convert.FromBase64String(parts[1]);
            if (Convert.ToBase64String(blob) != parts[1]) throw Malformed();
            return FromBlob(blob);
        }
        catch (FormatException fault)
        {
            throw new ProtocolException(ProtocolFault.Malformed, "not an ecdsa-sha2-nistp256 public key", fault);
        }
    }

    /// <summary>Reads the SSH wire blob.</summary>
    /// <exception cref="ProtocolException"><see cref="ProtocolFault.Malformed"/>.</exception>
    public static PublicKey FromBlob(ReadOnlySpan<byte> blob)
    {
        if (blob.Length != Prefix.Length + PointSize || !blob.StartsWith(Prefix) || blob[Prefix.Length] != 4) throw Malformed();

        try
        {
            return new(blob.ToArray());
        }
        catch (CryptographicException fault)
        {
            throw new ProtocolException(ProtocolFault.Malformed, "the point is not on the curve", fault);
        }
    }

    /// <summary>Reads SubjectPublicKeyInfo in DER, as a browser gives a passkey's key out.</summary>
    /// <exception cref="ProtocolException"><see cref="ProtocolFault.Malformed"/>: not a P-256 key.</exception>
    public static PublicKey FromSpki(ReadOnlySpan<byte> spki)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(spki, out var read);
            return read == spki.Length ? Of(key) : throw Malformed();
        }
        catch (CryptographicException fault)
        {
            throw new ProtocolException(ProtocolFault.Malformed, "not a P-256 public key", fault);
        }
    }

    /// <summary>Whether this is the key's signature over these bytes: r and s, 32 bytes each.</summary>
    internal bool Verifies(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        lock (Verifier) // One imported key serves many threads, one at a time.
        {
            return Verifier.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
    }

    /// <inheritdoc/>
    public bool Equals(PublicKey? other) => other is not null && blob.AsSpan().SequenceEqual(other.blob);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PublicKey);

    /// <inheritdoc/>
    public override int GetHashCode() => BinaryPrimitives.ReadInt32LittleEndian(blob.AsSpan(^4..));

    /// <summary>The one-line form.</summary>
    public override string ToString() => $"{Algorithm} {Convert.ToBase64String(blob)}";

    internal static PublicKey Of(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return FromBlob([.. Prefix, 4, .. point.X!, .. point.Y!]);
    }

    private static byte[] Prefix { get; } = [.. SshWire.String("ecdsa-sha2-nistp256"u8), .. SshWire.String("nistp256"u8), 0, 0, 0, PointSize];

    private static ProtocolException Malformed() => new(ProtocolFault.Malformed, "not an ecdsa-sha2-nistp256 public key");
}
