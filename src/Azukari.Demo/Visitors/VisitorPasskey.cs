using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Azukari.Protocol.Signatures;

namespace Azukari.Demo.Visitors;

/// <summary>A passkey that lives in the demo's memory: whoever visits may press it. It signs as a browser's does, so that the service knows no other way of signing.</summary>
#pragma warning disable CA1001 // It lives as long as the demo's process, which ends with it.
internal sealed class VisitorPasskey(string origin)
#pragma warning restore CA1001
{
    private const byte Recognised = 0x05;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    internal string Credential { get; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>SubjectPublicKeyInfo, as a browser gives it out.</summary>
    internal string Key => Base64Url.EncodeToString(key.ExportSubjectPublicKeyInfo());

    internal PublicKey Public => PublicKey.FromSpki(key.ExportSubjectPublicKeyInfo());

    /// <summary>The fields that a page's form takes (WebAuthn §5.2.2).</summary>
    internal Dictionary<string, string> Touch(byte[] challenge)
    {
        var (device, client, signature) = Sign(challenge);
        return new()
        {
            ["credential"] = Credential,
            ["authenticatorData"] = Base64Url.EncodeToString(device),
            ["clientData"] = Base64Url.EncodeToString(client),
            ["signature"] = Base64Url.EncodeToString(signature),
        };
    }

    /// <summary>The answer as the record keeps it.</summary>
    internal byte[] Pack(byte[] challenge)
    {
        var (device, client, signature) = Sign(challenge);
        return Passkey.Pack(device, client, signature);
    }

    private (byte[] Device, byte[] Client, byte[] Signature) Sign(byte[] challenge)
    {
        var client = Encoding.UTF8.GetBytes($$"""{"type":"webauthn.get","challenge":"{{Base64Url.EncodeToString(challenge)}}","origin":"{{origin}}","crossOrigin":false}""");
        byte[] device = [.. SHA256.HashData(Encoding.ASCII.GetBytes(new Uri(origin).Host)), Recognised, 0, 0, 0, 0];
        return (device, client, key.SignData([.. device, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }
}
