using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Setup;

/// <summary>A certificate that somebody else issued, a new one in time, a new authority, and what the doctor and a backup know of them.</summary>
public sealed class CertificateTests
{
    [Fact]
    public async Task A_certificate_of_the_city_is_served_with_all_that_leads_to_its_authority()
    {
        using var newcomer = new Newcomer();
        using var root = Issue("CN=City Root", null);
        using var between = Issue("CN=City Servers", root);
        using var own = Issue("CN=azukari", between, Newcomer.Name);
        var (certificate, key) = (newcomer.Write("own.pem", $"{own.ExportCertificatePem()}\n{between.ExportCertificatePem()}\n"), newcomer.Write("own.key", KeyOf(own)));

        await newcomer.InstalledAsync("--certificate", certificate, "--key", key);

        Assert.False(File.Exists(Path.Combine(newcomer.Data, "authority.crt")));
        await newcomer.ServeAsync(async _ =>
        {
            var (exit, said) = await Newcomer.OpensslAsync("s_client", "-connect", $"127.0.0.1:{newcomer.Port}", "-verify_hostname", Newcomer.Name, "-verify_return_error", "-CAfile", newcomer.Write("root.pem", root.ExportCertificatePem()));
            Assert.True(exit == 0, said);
        }, newcomer.Write("root.pem", root.ExportCertificatePem()));

        var (code, output) = await newcomer.CallAsync("certificate", "renew", "--data", newcomer.Data);
        Assert.Equal(2, code);
        Assert.StartsWith("azukari-server: no-authority\n", output, StringComparison.Ordinal);
        Assert.Equal(0, (await newcomer.CallAsync("certificate", "renew", "--data", newcomer.Data, "--certificate", certificate, "--key", key)).Exit);
    }

    [Theory]
    [InlineData("another name", "certificate-name")]
    [InlineData("a name in the subject alone", "certificate-name")]
    [InlineData("over", "certificate-time")]
    [InlineData("not yet", "certificate-time")]
    [InlineData("for people", "certificate-use")]
    [InlineData("another key", "certificate-key")]
    [InlineData("a passphrase", "certificate-key")]
    [InlineData("no certificate", "certificate-key")]
    [InlineData("no file", "no-file")]
    public async Task A_certificate_that_would_not_be_believed_is_refused_and_nothing_is_made(string how, string code)
    {
        using var newcomer = new Newcomer();
        using var own = how switch
        {
            "another name" => Issue("CN=azukari", null, "other.example"),
            "a name in the subject alone" => Issue($"CN={Newcomer.Name}", null),
            "over" => Issue("CN=azukari", null, Newcomer.Name, from: -20, days: 19),
            "not yet" => Issue("CN=azukari", null, Newcomer.Name, from: 1),
            "for people" => Issue("CN=azukari", null, Newcomer.Name, use: "1.3.6.1.5.5.7.3.2"),
            _ => Issue("CN=azukari", null, Newcomer.Name),
        };
        using var other = ECDsa.Create();
        var certificate = newcomer.Write("own.pem", how == "no certificate" ? "nothing" : own.ExportCertificatePem());
        var key = newcomer.Write("own.key", how switch
        {
            "another key" => other.ExportPkcs8PrivateKeyPem(),
            "a passphrase" => other.ExportEncryptedPkcs8PrivateKeyPem("secret", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)),
            _ => KeyOf(own),
        });

        var (exit, output) = await newcomer.CallAsync("init", "--data", newcomer.Data, "--name", Newcomer.Name, "--owner", "city", "--certificate", certificate, "--key", how == "no file" ? "nowhere" : key);

        Assert.Equal(2, exit);
        Assert.StartsWith($"azukari-server: {code}\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(newcomer.Data));
    }

    [Fact]
    public async Task A_browser_that_came_by_our_tls_is_told_to_come_back_by_it_alone()
    {
        using var newcomer = await new Newcomer().InstalledAsync();
        await newcomer.ServeAsync(async http =>
        {
            using var answer = await http.GetAsync(new Uri($"https://{Newcomer.Name}:{newcomer.Port}/sign-in"));
            Assert.Equal(["max-age=31536000"], answer.Headers.GetValues("Strict-Transport-Security"));
        });

        // Without TLS of ours it would be said of somebody else's, or of none.
        await using var town = await Town.EmptyAsync(Where.Sqlite, Town.AtOrigin);
        Assert.DoesNotContain("strict-transport-security", (await Knock.AnonymousAsync(town.Host, HttpMethod.Get, "/sign-in")).Headers.Keys);
    }

    [Fact]
    public async Task A_renewed_certificate_is_served_without_a_new_start_and_believed_as_the_one_before()
    {
        using var newcomer = await new Newcomer().InstalledAsync();
        var before = newcomer.Read("certificate.pem");

        await newcomer.ServeAsync(async http =>
        {
            var locked = newcomer.File("locked-away.key");
            File.Move(Path.Combine(newcomer.Data, "authority", "authority.key"), locked);
            Assert.StartsWith("azukari-server: no-authority-key\n", (await newcomer.CallAsync("certificate", "renew", "--data", newcomer.Data)).Output, StringComparison.Ordinal);
            Assert.Equal(0, (await newcomer.CallAsync("certificate", "renew", "--data", newcomer.Data, "--authority-key", locked)).Exit);
            File.SetLastWriteTimeUtc(Path.Combine(newcomer.Data, "certificate.pem"), DateTime.UtcNow.AddSeconds(2)); // The two may fall into one tick of a coarse file system.

            using var served = X509Certificate2.CreateFromPem(newcomer.Read("certificate.pem"));
            Assert.NotEqual(before, newcomer.Read("certificate.pem"));
            var (_, said) = await Newcomer.OpensslAsync("s_client", "-connect", $"127.0.0.1:{newcomer.Port}", "-verify_return_error", "-CAfile", Path.Combine(newcomer.Data, "authority.crt"));
            Assert.Contains(served.ExportCertificatePem(), said.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.Equal("ok", await http.GetStringAsync(new Uri($"https://{Newcomer.Name}:{newcomer.Port}/health")));

            await File.WriteAllTextAsync(Path.Combine(newcomer.Data, "certificate.pem"), "half a file");
            File.SetLastWriteTimeUtc(Path.Combine(newcomer.Data, "certificate.pem"), DateTime.UtcNow.AddSeconds(4));
            Assert.Equal("ok", await http.GetStringAsync(new Uri($"https://{Newcomer.Name}:{newcomer.Port}/health")));
        });
    }

    [Fact]
    public async Task The_doctor_warns_in_time_and_says_what_is_wrong()
    {
        using var newcomer = await new Newcomer().InstalledAsync();
        async Task<string> DoctorAsync() => (await newcomer.CallAsync("doctor", "--data", newcomer.Data)).Output;

        Assert.Equal(0, (await newcomer.CallAsync("migrate", "--data", newcomer.Data)).Exit);
        Assert.Contains("good   certificate ", await DoctorAsync(), StringComparison.Ordinal);
        Assert.Contains("good   authority ", await DoctorAsync(), StringComparison.Ordinal);
        Assert.Contains("good   rights             authority.key", await DoctorAsync(), StringComparison.Ordinal);

        newcomer.Clock.Advance(TimeSpan.FromDays(397 - 42 - 1));
        Assert.Contains("good   certificate ", await DoctorAsync(), StringComparison.Ordinal);
        newcomer.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Contains("look   certificate ", await DoctorAsync(), StringComparison.Ordinal);
        newcomer.Clock.Advance(TimeSpan.FromDays(42));
        Assert.Contains("wrong  certificate ", await DoctorAsync(), StringComparison.Ordinal);
        Assert.Equal(0, (await newcomer.CallAsync("certificate", "renew", "--data", newcomer.Data)).Exit);
        Assert.Contains("good   certificate ", await DoctorAsync(), StringComparison.Ordinal);

        newcomer.Clock.Advance(TimeSpan.FromDays(365 * 8));
        Assert.Contains("look   authority ", await DoctorAsync(), StringComparison.Ordinal);
        Assert.Contains("wrong  certificate        other.example", (await newcomer.CallAsync("doctor", "--data", newcomer.Data, "--origin", "https://other.example")).Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(newcomer.Data, "certificate.pem"), "half a file");
        Assert.Contains("wrong  certificate        certificate.pem", await DoctorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_authority_is_rolled_out_before_it_is_used()
    {
        using var newcomer = await new Newcomer().InstalledAsync();
        await newcomer.CallAsync("migrate", "--data", newcomer.Data);
        var old = newcomer.Write("old.crt", newcomer.Read("authority.crt"));

        Assert.Equal(0, (await newcomer.CallAsync("certificate", "authority", "--data", newcomer.Data)).Exit);
        Assert.Contains("look   authority ", (await newcomer.CallAsync("doctor", "--data", newcomer.Data)).Output, StringComparison.Ordinal);
        await newcomer.ServeAsync(_ => Task.CompletedTask, old);

        Assert.Equal(0, (await newcomer.CallAsync("certificate", "renew", "--data", newcomer.Data)).Exit);
        await newcomer.ServeAsync(_ => Task.CompletedTask);
    }

    [Fact]
    public async Task A_restored_installation_is_reached_as_before()
    {
        using var newcomer = await new Newcomer().InstalledAsync();
        await newcomer.CallAsync("migrate", "--data", newcomer.Data);
        var kept = newcomer.File("kept");
        string[] names = ["settings.json", "certificate.pem", "authority.crt", Path.Combine("authority", "authority.key")];
        var before = names.Select(newcomer.Read).ToArray();

        Assert.Equal(0, (await newcomer.CallAsync("backup", "--data", newcomer.Data, "--to", kept)).Exit);
        Assert.DoesNotContain("authority", await File.ReadAllTextAsync(Path.Combine(kept, "record")), StringComparison.Ordinal);
        Directory.Delete(newcomer.Data, recursive: true);
        Assert.Equal(0, (await newcomer.CallAsync("restore", "--data", newcomer.Data, "--from", kept)).Exit);

        Assert.Equal(before, names.Select(newcomer.Read));
        await newcomer.ServeAsync(_ => Task.CompletedTask);
    }

    [Theory]
    [InlineData("{\"urls\":\"http://127.0.0.1:0\",\"orgin\":\"x\"}")]
    [InlineData("{\"urls\":1}")]
    [InlineData("{\"urls\":\"http://127.0.0.1:0\",\"urls\":\"http://127.0.0.1:1\"}")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task Settings_that_are_not_as_they_must_be_stop_the_start(string settings)
    {
        using var newcomer = await new Newcomer().InstalledAsync();
        await File.WriteAllTextAsync(Path.Combine(newcomer.Data, "settings.json"), settings);

        await Assert.ThrowsAsync<SettingsException>(() => Program.BuildAsync(["--data", newcomer.Data], newcomer.Clock));
    }

    [Fact]
    public async Task Https_without_a_certificate_does_not_start()
    {
        using var newcomer = await new Newcomer().InstalledAsync();
        File.Delete(Path.Combine(newcomer.Data, "certificate.pem"));

        await Assert.ThrowsAsync<SettingsException>(() => Program.BuildAsync(["--data", newcomer.Data], newcomer.Clock));
        await using var app = await Program.BuildAsync(["--data", newcomer.Data, "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"], newcomer.Clock);
        await app.StartAsync(); // A word on the command line counts more than the file.
        await app.StopAsync();
    }

    private static string KeyOf(X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        return key.ExportPkcs8PrivateKeyPem();
    }

    /// <summary>A certificate as a city's own authority would issue it.</summary>
    private static X509Certificate2 Issue(string subject, X509Certificate2? by, string? host = null, int from = -1, int days = 400, string use = "1.3.6.1.5.5.7.3.1")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(host is null, false, 0, critical: true));
        if (host is not null)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(host);
            request.CertificateExtensions.Add(names.Build());
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], critical: false));
        }

        var begin = DateTimeOffset.UtcNow.AddDays(from);
        if (by is null) return request.CreateSelfSigned(begin, begin.AddDays(days));

        using var issued = request.Create(by, begin, begin.AddDays(days - 1), RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }
}
