using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Azukari.Server.Setup;

/// <summary><c>certificate.pem</c> in the data folder: the service's key, its certificate and those that lead to the authority. One file, so that a new one takes effect as a whole.</summary>
internal static class ServerCertificate
{
    internal const string Name = "certificate.pem";

    internal static string PathIn(string data) => Path.Combine(data, Name);

    internal static void Write(string data, string pem) => DurableFile.Write(PathIn(data), Encoding.ASCII.GetBytes(pem));

    /// <exception cref="CryptographicException">There is no certificate in it, or no key that fits.</exception>
    internal static X509Certificate2 Read(string data) => X509Certificate2.CreateFromPemFile(PathIn(data));

    /// <summary>As TLS serves it.</summary>
    internal static SslStreamCertificateContext Load(string data)
    {
#pragma warning disable CA2000 // It is served until another one takes its place, and may be in a handshake even then.
        var own = Read(data);
        if (OperatingSystem.IsWindows()) own = X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null); // Schannel takes no key that lies in memory only.
#pragma warning restore CA2000
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(PathIn(data));
        all.RemoveAt(0); // The service's own; what remains leads to the authority.
        return SslStreamCertificateContext.Create(own, all, offline: true);
    }

    /// <summary>Takes a certificate that somebody else has issued, if the service can be reached with it, as one PEM text.</summary>
    /// <param name="certificates">PEM: its own first, then those that lead to the authority.</param>
    /// <param name="key">PEM, without a passphrase: nobody is there to type one when the computer starts.</param>
    /// <param name="host">What it has to name.</param>
    /// <exception cref="SetupException">It cannot be used, and why.</exception>
    internal static string Take(string certificates, string key, string host, DateTimeOffset now)
    {
        if (key.Contains("ENCRYPTED", StringComparison.Ordinal))
            throw new SetupException("certificate-key", "鍵にパスワードが付いています。パスワードを外した鍵を指定してください。", "the key has a passphrase; give it without one");

        var all = new X509Certificate2Collection();
        X509Certificate2 own;
        try
        {
            all.ImportFromPem(certificates);
            own = X509Certificate2.CreateFromPem(certificates, key);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            throw new SetupException("certificate-key", "証明書と鍵を PEM 形式で、組になるものを指定してください（自分の証明書が先頭）。", "certificate and key are not a pair, or not PEM (its own certificate comes first)");
        }

        using (own)
        {
            if (!own.MatchesHostname(host, allowWildcards: true, allowCommonName: false))
                throw new SetupException("certificate-name", $"証明書に {host} の名前がありません。", $"the certificate does not name {host}");
            if (now < own.NotBefore.ToUniversalTime() || now >= own.NotAfter.ToUniversalTime())
                throw new SetupException("certificate-time", $"証明書の有効期間（{Days(own)}）ではありません。", $"the certificate is valid {Days(own)} only");
            if (own.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(uses => !uses.EnhancedKeyUsages.Cast<Oid>().Any(use => use.Value == "1.3.6.1.5.5.7.3.1")))
                throw new SetupException("certificate-use", "サーバー認証用の証明書ではありません。", "the certificate is not for servers");
            if (own.GetRSAPublicKey() is { KeySize: < 2048 })
                throw new SetupException("certificate-key", "RSA の鍵が2048ビット未満です。", "the RSA key has fewer than 2048 bits");

            return string.Concat([$"{key.Trim()}\n", .. all.Select(certificate => $"{certificate.ExportCertificatePem()}\n")]);
        }
    }

    internal static string Days(X509Certificate2 certificate) => $"{certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} – {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}";
}
