using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text.Json;

namespace Azukari.Protocol.Signatures;

/// <summary>A passkey's signature over a challenge (WebAuthn Level 2 §6.3.3), stored so that anybody checks it offline: what the device said, what the browser said, and ES256 over both.</summary>
/// <remarks>
/// The blob is three strings of RFC 4251 §5: authenticator data, client data as the browser wrote it, r and s with 32 bytes each. One spelling only: the low s, no bytes behind.
/// Everything else in it is signed. At most <see cref="MaxBytes"/>.
/// </remarks>
public static class Passkey
{
    /// <summary>The largest blob, in bytes; real ones have some three hundred.</summary>
    public const int MaxBytes = 4096;

    private const int FlagsAt = 32, BareLength = 37;
    private const byte UserPresent = 0x01, UserVerified = 0x04, NewCredential = 0x40, Extensions = 0x80;

    /// <summary>Writes the blob from what a browser returns.</summary>
    /// <param name="authenticatorData">As the device wrote it.</param>
    /// <param name="clientData">The bytes of clientDataJSON.</param>
    /// <param name="signature">ES256 in DER, as WebAuthn carries it.</param>
    /// <exception cref="ProtocolException"><see cref="ProtocolFault.Malformed"/>: the signature is no pair of numbers, or all of it is too large.</exception>
    public static byte[] Pack(ReadOnlySpan<byte> authenticatorData, ReadOnlySpan<byte> clientData, ReadOnlySpan<byte> signature)
    {
        var fixedSize = FromDer(signature) ?? throw new ProtocolException(ProtocolFault.Malformed, "the passkey's signature is not ES256 in DER");
        LowS.Normalise(fixedSize.AsSpan(32));

        byte[] blob = [.. SshWire.String(authenticatorData), .. SshWire.String(clientData), .. SshWire.String(fixedSize)];
        return blob.Length <= MaxBytes ? blob : throw new ProtocolException(ProtocolFault.Malformed, "the passkey's answer is too large");
    }

    /// <summary>Whether the blob is this key's signature over this challenge, given at this origin by a person who was there and whom the device had recognised.</summary>
    public static bool Verify(ReadOnlySpan<byte> blob, PublicKey expected, WebOrigin origin, ReadOnlySpan<byte> challenge)
    {
        if (blob.Length > MaxBytes || !SshWire.TryTake(ref blob, out var device) || !SshWire.TryTake(ref blob, out var browser) || !SshWire.TryTake(ref blob, out var signature)) return false;
        if (!blob.IsEmpty || signature.Length != 64 || !LowS.Is(signature[32..])) return false;

        return IsDevice(device, origin) && IsBrowser(browser, origin, challenge) && expected.Verifies([.. device, .. SHA256.HashData(browser)], signature);
    }

    /// <summary>Its relying party, user present, user verified; no new credential among it, and nothing behind it that no flag announces.</summary>
    private static bool IsDevice(ReadOnlySpan<byte> data, WebOrigin origin)
    {
        if (data.Length < BareLength || !data[..FlagsAt].SequenceEqual(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(origin.RpId)))) return false;

        var flags = data[FlagsAt];
        return (flags & (UserPresent | UserVerified | NewCredential)) == (UserPresent | UserVerified) && data.Length > BareLength == ((flags & Extensions) != 0);
    }

    /// <summary>A page in a frame of another's page could show anything around the button; only the origin's own page counts.</summary>
    private static bool IsBrowser(ReadOnlySpan<byte> data, WebOrigin origin, ReadOnlySpan<byte> challenge)
    {
        string? type = null, asked = null, at = null;
        bool isForeign = false;
        try
        {
            using var json = JsonDocument.Parse(data.ToArray(), new() { AllowDuplicateProperties = false });
            foreach (var member in json.RootElement.EnumerateObject())
            {
                switch (member.Name)
                {
                    case "type": type = member.Value.GetString(); break;
                    case "challenge": asked = member.Value.GetString(); break;
                    case "origin": at = member.Value.GetString(); break;
                    case "crossOrigin": isForeign |= member.Value.GetBoolean(); break;
                    case "topOrigin": isForeign = true; break;
                }
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false;
        }

        return !isForeign && type == "webauthn.get" && at == origin.Value && asked == System.Buffers.Text.Base64Url.EncodeToString(challenge);
    }

    private static byte[]? FromDer(ReadOnlySpan<byte> der)
    {
        try
        {
            var pair = new AsnReader(der.ToArray(), AsnEncodingRules.DER);
            var numbers = pair.ReadSequence();
            var r = numbers.ReadIntegerBytes().Span.TrimStart((byte)0);
            var s = numbers.ReadIntegerBytes().Span.TrimStart((byte)0);
            pair.ThrowIfNotEmpty();
            numbers.ThrowIfNotEmpty();
            if (r.Length > 32 || s.Length > 32) return null;

            var signature = new byte[64];
            r.CopyTo(signature.AsSpan(32 - r.Length));
            s.CopyTo(signature.AsSpan(64 - s.Length));
            return signature;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
