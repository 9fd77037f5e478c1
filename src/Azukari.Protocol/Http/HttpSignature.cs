using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Azukari.Protocol.Signatures;

namespace Azukari.Protocol.Http;

/// <summary>The parts of a request that its signature covers (RFC 9421 §2.2): method, authority, path, query and the body's digest.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Authority">Host and port as sent, lower case.</param>
/// <param name="Path">The absolute path.</param>
/// <param name="Query">With its question mark; a lone question mark where there is none.</param>
public sealed record RequestTarget(string Method, string Authority, string Path, string Query);

/// <summary>The three header fields that a signed request carries.</summary>
public sealed record SignatureHeaders(string ContentDigest, string SignatureInput, string Signature);

/// <summary>Why a request's signature does not count.</summary>
public enum HttpSignatureFault
{
    /// <summary>A header is missing or not spelled as we spell it.</summary>
    Malformed,

    /// <summary>Made more than five minutes before or after now.</summary>
    Stale,

    /// <summary>The body is not what the digest says.</summary>
    Digest,

    /// <summary>The key is nobody's here.</summary>
    UnknownKey,

    /// <summary>It does not fit the key and the request.</summary>
    Signature,
}

/// <summary>What a good signature says: who sent it, when, and the nonce that must not come twice.</summary>
public sealed record VerifiedRequest(string KeyId, DateTimeOffset Created, string Nonce);

/// <summary>RFC 9421 with one fixed profile: <c>ecdsa-p256-sha256</c>, five covered components, parameters created, keyid, nonce, alg, tag in this order.</summary>
/// <remarks>Says only who delivered a message. What the message does counts by the signatures inside it (design §6).</remarks>
public static partial class HttpSignature
{
    /// <summary>How far a request's own time may lie from the receiver's.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string Components = "(\"@method\" \"@authority\" \"@path\" \"@query\" \"content-digest\")";

    /// <summary>Signs a request.</summary>
    public static SignatureHeaders Sign(SigningKey key, RequestTarget target, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var digest = ContentDigest(body);
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var parameters = Parameters(now.ToUnixTimeSeconds(), key.PublicKey.KeyId, nonce);
        var signature = key.Sign(Base(target, digest, parameters));

        return new(digest, $"azukari={parameters}", $"azukari=:{Convert.ToBase64String(signature)}:");
    }

    /// <summary>Checks a request's signature. The caller sees to it that a nonce of a key counts once.</summary>
    /// <param name="headers">The three fields, or null where one is missing.</param>
    /// <param name="target">The request as received.</param>
    /// <param name="body">The whole body.</param>
    /// <param name="now">The receiver's time.</param>
    /// <param name="find">The key of an identifier, or null.</param>
    /// <param name="fault">Why not, when the answer is null.</param>
    public static VerifiedRequest? Verify(
        SignatureHeaders? headers, RequestTarget target, ReadOnlySpan<byte> body, DateTimeOffset now, Func<string, PublicKey?> find, out HttpSignatureFault fault)
    {
        fault = HttpSignatureFault.Malformed;
        if (headers is null || InputForm().Match(headers.SignatureInput) is not { Success: true } input || SignatureForm().Match(headers.Signature) is not { Success: true } form) return null;
        if (!long.TryParse(input.Groups["created"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return null;

        fault = HttpSignatureFault.Stale;
        var created = DateTimeOffset.FromUnixTimeSeconds(seconds);
        if ((now - created).Duration() > Tolerance) return null;

        fault = HttpSignatureFault.Digest;
        if (headers.ContentDigest != ContentDigest(body)) return null;

        fault = HttpSignatureFault.UnknownKey;
        var keyId = input.Groups["key"].Value;
        if (find(keyId) is not { } key) return null;

        fault = HttpSignatureFault.Signature;
        var signed = Base(target, headers.ContentDigest, headers.SignatureInput["azukari=".Length..]);
        return key.Verifies(signed, Convert.FromBase64String(form.Groups["value"].Value)) ? new(keyId, created, input.Groups["nonce"].Value) : null;
    }

    /// <summary>RFC 9530 content digest, sha-256; of an empty body too.</summary>
    public static string ContentDigest(ReadOnlySpan<byte> body) => $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:";

    private static string Parameters(long created, string keyId, string nonce) =>
        string.Create(CultureInfo.InvariantCulture, $"{Components};created={created};keyid=\"{keyId}\";nonce=\"{nonce}\";alg=\"ecdsa-p256-sha256\";tag=\"azukari\"");

    private static byte[] Base(RequestTarget target, string digest, string parameters) => Encoding.UTF8.GetBytes(
        $"\"@method\": {target.Method}\n\"@authority\": {target.Authority}\n\"@path\": {target.Path}\n\"@query\": {target.Query}\n\"content-digest\": {digest}\n\"@signature-params\": {parameters}");

    [GeneratedRegex("^azukari=\\(\"@method\" \"@authority\" \"@path\" \"@query\" \"content-digest\"\\);created=(?<created>[1-9][0-9]{0,11});keyid=\"(?<key>[0-9a-f]{64})\";nonce=\"(?<nonce>[A-Za-z0-9_-]{22})\";alg=\"ecdsa-p256-sha256\";tag=\"azukari\"\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex InputForm();

    [GeneratedRegex("^azukari=:(?<value>[A-Za-z0-9+/]{86}==):\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex SignatureForm();
}
