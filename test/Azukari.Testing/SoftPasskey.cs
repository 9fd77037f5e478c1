using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Azukari.Testing;

/// <summary>What a browser returns when a passkey has signed (WebAuthn §5.2.2).</summary>
public sealed record Assertion(byte[] AuthenticatorData, byte[] ClientData, byte[] Signature);

/// <summary>A passkey in memory with the browser around it: bytes and ES256 of the BCL, nothing of ours.</summary>
public sealed class SoftPasskey : IDisposable
{
    /// <summary>Somebody was there, and was recognised.</summary>
    public const byte Recognised = 0x05;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The public key as a browser gives it out: SubjectPublicKeyInfo in DER.</summary>
    public byte[] PublicKey => _key.ExportSubjectPublicKeyInfo();

    /// <summary>The private key in PKCS #8, for a browser's virtual security key.</summary>
    public byte[] PrivateKey => _key.ExportPkcs8PrivateKey();

    /// <summary>Signs a challenge at an origin.</summary>
    public Assertion Sign(string origin, byte[] challenge, byte flags = Recognised, string? rpId = null) => Sign(Said(origin, challenge), flags, rpId ?? new Uri(origin).Host);

    /// <summary>Signs whatever the browser is made to say.</summary>
    public Assertion Sign(string said, byte flags, string rpId, byte[]? more = null)
    {
        byte[] client = Encoding.UTF8.GetBytes(said);
        byte[] device = [.. SHA256.HashData(Encoding.UTF8.GetBytes(rpId)), flags, 0, 0, 0, 7, .. more ?? []];
        return new(device, client, _key.SignData([.. device, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    /// <summary>What Chromium writes.</summary>
    public static string Said(string origin, byte[] challenge) =>
        $$"""{"type":"webauthn.get","challenge":"{{Base64Url.EncodeToString(challenge)}}","origin":"{{origin}}","crossOrigin":false}""";

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
