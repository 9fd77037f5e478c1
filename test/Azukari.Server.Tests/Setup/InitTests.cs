using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Azukari.Server.Setup;

namespace Azukari.Server.Tests.Setup;

/// <summary>From an empty folder to a service that browsers believe, and what is refused on the way.</summary>
public sealed class InitTests
{
    [Fact]
    public async Task One_call_makes_an_installation_that_starts_with_its_folder_alone_and_is_believed_by_whoever_has_the_file()
    {
        using var newcomer = new Newcomer();

        var (exit, output) = await newcomer.CallAsync("init", "--data", newcomer.Data, "--name", "Azukari.Town.example", "--owner", "city", "--port", newcomer.PortText);

        Assert.True(exit == 0, output);
        foreach (var said in new[] { "authority.crt", "配布", "roll out", $"https://{Newcomer.Name}:{newcomer.Port}", "azukari-server doctor", "SHA-256" }) Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", output, StringComparison.Ordinal);
        var links = System.Text.RegularExpressions.Regex.Matches(output, "https://\\S+/invitations/\\S+").Select(match => match.Value).Distinct().ToArray();
        Assert.Equal(2, links.Length);
        await newcomer.ServeAsync(async http =>
        {
            foreach (var link in links) Assert.Contains("data-passkey=\"make\"", await http.GetStringAsync(new Uri(link)), StringComparison.Ordinal);
            var (code, seen) = await Newcomer.OpensslAsync("s_client", "-connect", $"127.0.0.1:{newcomer.Port}", "-servername", Newcomer.Name, "-verify_hostname", Newcomer.Name, "-verify_return_error", "-CAfile", Path.Combine(newcomer.Data, "authority.crt"));
            Assert.True(code == 0, seen);
            Assert.Contains("Verify return code: 0 (ok)", seen, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Whoever_trusts_another_authority_does_not_believe_it()
    {
        using var newcomer = await new Newcomer().InstalledAsync();
        using var other = await new Newcomer().InstalledAsync();

        await newcomer.ServeAsync(async _ =>
        {
            using var http = newcomer.Trusting(Path.Combine(other.Data, "authority.crt"));
            var failed = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync(new Uri($"https://{Newcomer.Name}:{newcomer.Port}/health")));
            Assert.IsType<AuthenticationException>(failed.InnerException);
        });
    }

    [Fact]
    public async Task The_authority_vouches_for_its_host_alone_even_in_the_hands_of_a_thief()
    {
        using var newcomer = await new Newcomer().InstalledAsync();
        using var stolen = AuthorityFiles.Read(newcomer.Data, null);
        var authority = Path.Combine(newcomer.Data, "authority.crt");

        foreach (var (host, believed) in new[] { (Newcomer.Name, true), ("bank.example", false), ("town.example", false), ("127.0.0.1", false) })
        {
            ServerCertificate.Write(newcomer.Data, stolen.Issue(host, "thief", newcomer.Clock.GetUtcNow()));
            var (exit, said) = await Newcomer.OpensslAsync("verify", "-CAfile", authority, "-verify_hostname", host, "-purpose", "sslserver", ServerCertificate.PathIn(newcomer.Data));
            Assert.True(exit == 0 == believed, said);

            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(authority);
            using var leaf = ServerCertificate.Read(newcomer.Data);
            Assert.Equal(believed, chain.Build(leaf));
        }
    }

    [Theory]
    [InlineData("192.0.2.7", "name")]
    [InlineData("::1", "name")]
    [InlineData("2130706433", "name")]
    [InlineData("azukari_1.town.example", "name")]
    [InlineData("預かり.example", "name")]
    [InlineData("-a.example", "name")]
    [InlineData("a..example", "name")]
    [InlineData("town.example.", "name")]
    [InlineData("https://town.example", "name")]
    [InlineData("town.example/x", "name")]
    [InlineData("town.example", "owner", "--owner", "尼崎市")]
    [InlineData("town.example", "port", "--port", "80")]
    [InlineData("town.example", "port", "--port", "70000")]
    [InlineData("town.example", "port", "--port", "+443")]
    public async Task What_is_no_name_owner_or_port_is_refused_and_nothing_is_made(string name, string code, params string[] more)
    {
        using var newcomer = new Newcomer();

        var (exit, output) = await newcomer.CallAsync(["init", "--data", newcomer.Data, "--name", name, "--owner", "city", .. more]);

        Assert.Equal(2, exit);
        Assert.StartsWith($"azukari-server: {code}\n", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(newcomer.Data));
    }

    [Fact]
    public async Task Every_label_of_the_longest_name_still_has_its_certificate()
    {
        using var newcomer = new Newcomer();
        var longest = string.Join('.', Enumerable.Repeat(new string('a', 61), 4)) + ".abcde"; // 253

        Assert.Equal(2, (await newcomer.CallAsync("init", "--data", newcomer.Data, "--name", $"{longest}f", "--owner", "city")).Exit);
        var (exit, output) = await newcomer.CallAsync("init", "--data", newcomer.Data, "--name", longest, "--owner", "city");

        Assert.True(exit == 0, output);
        (exit, output) = await Newcomer.OpensslAsync("verify", "-CAfile", Path.Combine(newcomer.Data, "authority.crt"), "-verify_hostname", longest, ServerCertificate.PathIn(newcomer.Data));
        Assert.True(exit == 0, output);
    }

    [Fact]
    public async Task A_folder_that_has_an_installation_is_left_as_it_is_and_one_that_was_half_made_is_made()
    {
        using var newcomer = await new Newcomer().InstalledAsync();
        var before = newcomer.Read("certificate.pem");

        var (exit, output) = await newcomer.CallAsync("init", "--data", newcomer.Data, "--name", Newcomer.Name, "--owner", "city");
        Assert.Equal(2, exit);
        Assert.StartsWith("azukari-server: installed\n", output, StringComparison.Ordinal);
        Assert.Equal(before, newcomer.Read("certificate.pem"));

        File.Delete(Path.Combine(newcomer.Data, "settings.json")); // As if the power had gone before the last step.
        await newcomer.InstalledAsync();
        Assert.NotEqual(before, newcomer.Read("certificate.pem"));
    }

    [Fact]
    public async Task A_word_that_the_verb_does_not_know_is_not_passed_over()
    {
        using var newcomer = new Newcomer();

        await Assert.ThrowsAsync<SettingsException>(() => newcomer.CallAsync("init", "--data", newcomer.Data, "--name", Newcomer.Name, "--owner", "city", "--prot", "8443"));
        await Assert.ThrowsAsync<SettingsException>(() => newcomer.CallAsync("init", "--data", newcomer.Data, "--name", Newcomer.Name));
        Assert.False(Directory.Exists(newcomer.Data));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Only_the_account_reads_keys_and_settings()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "rights are others there");
        using var newcomer = new Newcomer();
        Directory.CreateDirectory(newcomer.Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        await newcomer.InstalledAsync();

        foreach (var path in Directory.GetFileSystemEntries(newcomer.Data, "*", SearchOption.AllDirectories).Append(newcomer.Data).Where(path => !path.EndsWith("authority.crt", StringComparison.Ordinal)))
            Assert.Equal(Directory.Exists(path) ? UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute : UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }
}
