using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Azukari.Server.Setup;

/// <summary>A certificate authority of one installation. It vouches for one host and nothing else, whoever gets hold of its key: every computer that trusts it knows that from its certificate.</summary>
internal sealed class Authority : IDisposable
{
    private const int Years = 10, Days = 397; // Longer ones are not taken by every browser, even from an authority that was rolled out.

    private readonly X509Certificate2 certificate; // With its key.

    private Authority(X509Certificate2 certificate) => this.certificate = certificate;

    internal string CertificatePem => certificate.ExportCertificatePem() + "\n";

    internal string KeyPem
    {
        get
        {
            using var key = certificate.GetECDsaPrivateKey()!;
            return key.ExportPkcs8PrivateKeyPem() + "\n";
        }
    }

    /// <summary>Makes a new one.</summary>
    /// <param name="host">The only name it may vouch for.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="now">It is valid from a day before, for computers whose clock is behind.</param>
    internal static Authority Make(string host, string owner, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddOrganizationName(owner);
        name.AddCommonName($"Azukari {Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..8]}"); // Two authorities of one owner are told apart.

        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(ForServers());
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(OnlyFor(host));
        return new(request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years)));
    }

    /// <exception cref="SetupException">The two do not belong together.</exception>
    internal static Authority Read(string certificatePem, string keyPem)
    {
        X509Certificate2 certificate;
        try
        {
            certificate = X509Certificate2.CreateFromPem(certificatePem, keyPem);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            throw new SetupException("authority-key", "認証局の鍵が authority.crt と合いません。", "the authority's key does not fit authority.crt");
        }

        return new(certificate);
    }

    /// <summary>A new key and a certificate for it, as one PEM text; it never outlives the authority.</summary>
    internal string Issue(string host, string owner, DateTimeOffset now)
    {
        using var server = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddOrganizationName(owner);
        if (host.Length <= 64) name.AddCommonName(host); // X.520 has no room for more; what counts is the name below.

        var request = new CertificateRequest(name.Build(), server, HashAlgorithmName.SHA256);
        var hosts = new SubjectAlternativeNameBuilder();
        hosts.AddDnsName(host);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(ForServers());
        request.CertificateExtensions.Add(hosts.Build());
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));

        var (until, last) = (now.AddDays(Days), new DateTimeOffset(certificate.NotAfter.ToUniversalTime()));
        using var issued = request.Create(certificate, now.AddDays(-1), until < last ? until : last, Serial());
        return $"{server.ExportPkcs8PrivateKeyPem()}\n{issued.ExportCertificatePem()}\n";
    }

    public void Dispose() => certificate.Dispose();

    private static X509EnhancedKeyUsageExtension ForServers() => new([new Oid("1.3.6.1.5.5.7.3.1")], critical: false);

    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)(serial[0] & 0x7F | 0x40); // Positive, and as long as it looks.
        return serial;
    }

    /// <summary>RFC 5280 §4.2.1.10, which .NET reads and does not write: this host and what is below it, and no address at all.</summary>
    private static X509Extension OnlyFor(string host)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            using (writer.PushSequence())
                writer.WriteCharacterString(UniversalTagNumber.IA5String, host, new Asn1Tag(TagClass.ContextSpecific, 2));

            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1)))
            {
                foreach (var every in new[] { new byte[8], new byte[32] }) // Address and mask of all of IPv4, and of IPv6.
                    using (writer.PushSequence()) writer.WriteOctetString(every, new Asn1Tag(TagClass.ContextSpecific, 7));
            }
        }

        return new("2.5.29.30", writer.Encode(), critical: true);
    }
}
