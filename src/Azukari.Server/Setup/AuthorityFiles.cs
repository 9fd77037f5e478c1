using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Azukari.Server.Setup;

/// <summary>Where an installation's own authority lies: the certificate to roll out in the data folder, its key in a folder of its own, which may be taken away and locked up.</summary>
internal static class AuthorityFiles
{
    internal const string Name = "authority.crt", KeyFolder = "authority", KeyName = "authority.key";

    internal static string KeyPath(string data) => Path.Combine(data, KeyFolder, KeyName);

    /// <summary>The authority's certificate, or null where the installation's certificate comes from elsewhere.</summary>
    internal static X509Certificate2? Certificate(string data) => File.Exists(Path.Combine(data, Name)) ? X509CertificateLoader.LoadCertificateFromFile(Path.Combine(data, Name)) : null;

    internal static void Write(string data, Authority authority)
    {
        DurableFile.MakeFolder(Path.Combine(data, KeyFolder));
        DurableFile.Write(KeyPath(data), Encoding.ASCII.GetBytes(authority.KeyPem));
        DurableFile.Write(Path.Combine(data, Name), Encoding.ASCII.GetBytes(authority.CertificatePem), isPrivate: false);
    }

    /// <param name="key">Where its key lies now, or null where it was left.</param>
    /// <exception cref="SetupException">There is no authority here, or its key is elsewhere.</exception>
    internal static Authority Read(string data, string? key)
    {
        if (!File.Exists(Path.Combine(data, Name)))
            throw new SetupException("no-authority", "このサーバーの証明書はほかの認証局が発行したものです。新しい証明書を --certificate と --key で指定してください。", "this installation's certificate comes from elsewhere; give the new one with --certificate and --key");

        var path = key ?? KeyPath(data);
        return File.Exists(path)
            ? Authority.Read(File.ReadAllText(Path.Combine(data, Name)), File.ReadAllText(path))
            : throw new SetupException("no-authority-key", $"認証局の鍵がありません: {path}。保管場所を --authority-key で指定してください。", $"there is no key of the authority at {path}; say with --authority-key where it is kept");
    }
}
