using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azukari.Protocol.Signatures;
using Azukari.Server.Upkeep;

namespace Azukari.Server.Setup;

/// <summary>The doctor's look at how the service is reached.</summary>
internal static class CertificateDoctor
{
    internal const int DaysBefore = 42, AuthorityDaysBefore = 400;

    internal static IEnumerable<Finding> Look(Settings settings, DateTimeOffset now)
    {
        var data = settings.Data;
        if (!File.Exists(ServerCertificate.PathIn(data))) yield break; // Something else takes TLS off before it.

        X509Certificate2? served = null;
        try
        {
            served = ServerCertificate.Read(data);
        }
        catch (CryptographicException)
        {
            // Said below.
        }

        using (served)
        {
            if (served is null) yield return new(Weight.Wrong, "certificate", ServerCertificate.Name, "証明書と鍵を読み取れません。certificate renew で作り直してください。", "certificate and key cannot be read; make them anew with certificate renew");
            else yield return Of(served, settings.Origin, now);

            if (AuthorityFiles.Certificate(data) is { } authority)
                using (authority) yield return Of(authority, served, now);
        }
    }

    private static Finding Of(X509Certificate2 served, WebOrigin? origin, DateTimeOffset now)
    {
        var (from, end, about) = (served.NotBefore.ToUniversalTime(), served.NotAfter.ToUniversalTime(), ServerCertificate.Days(served));
        return origin is not null && !served.MatchesHostname(origin.RpId, allowWildcards: true, allowCommonName: false)
                ? new(Weight.Wrong, "certificate", origin.RpId, "証明書にこの名前がありません。", "the certificate does not name it")
            : now < from || now >= end ? new(Weight.Wrong, "certificate", about, "有効期間ではありません。certificate renew を実行してください。", "it is not valid now; run certificate renew")
            : now >= end.AddDays(-DaysBefore) ? new(Weight.Look, "certificate", about, "まもなく期限です。certificate renew を実行してください。", "it ends soon; run certificate renew")
            : new(Weight.Good, "certificate", about);
    }

    private static Finding Of(X509Certificate2 authority, X509Certificate2? served, DateTimeOffset now) =>
        served is not null && served.IssuerName.Name != authority.SubjectName.Name
            ? new(Weight.Look, "authority", AuthorityFiles.Name, "サーバー証明書は前の認証局のものです。authority.crt の配布が済んだら certificate renew を実行してください。", "the certificate is of the authority before: once authority.crt is rolled out, run certificate renew")
        : now >= authority.NotAfter.ToUniversalTime().AddDays(-AuthorityDaysBefore)
            ? new(Weight.Look, "authority", ServerCertificate.Days(authority), "まもなく期限です。certificate authority で新しい認証局を作り、配布してください。", "it ends before long: make a new one with certificate authority and roll it out")
        : new(Weight.Good, "authority", ServerCertificate.Days(authority));
}
