using System.Globalization;
using System.Net;
using Azukari.Domain;
using Azukari.Protocol.Signatures;
using Azukari.Server.People;

namespace Azukari.Server.Setup;

/// <summary><c>azukari-server init</c> and <c>certificate renew|authority</c>: how an installation comes to its name and certificate. Each ends with 0, or with 2 and the reason, and then nothing was made.</summary>
internal static class SetupVerbs
{
    internal const string Usage = """
        azukari-server init --data FOLDER --name HOST --owner ORGANISATION [--port N] [--certificate PEM --key PEM]
        azukari-server certificate renew     --data FOLDER [--authority-key FILE | --certificate PEM --key PEM]
        azukari-server certificate authority --data FOLDER
        """;

    private static readonly string[] Installed = [SettingsFile.Name, "azukari.db", "log-keys", "webhook-key", "page-door"];

    internal static bool Has(string[] args) => args is ["init" or "certificate", ..];

    internal static async Task<int> RunAsync(string[] args, TimeProvider clock, TextWriter output)
    {
        try
        {
            await output.WriteAsync(args switch
            {
                ["init", .. var words] => await InitAsync(Told(words, "data", "name", "owner", "port", "certificate", "key"), clock.GetUtcNow()),
                ["certificate", "renew", .. var words] => Renew(Told(words, "data", "authority-key", "certificate", "key"), clock.GetUtcNow()),
                ["certificate", "authority", .. var words] => NewAuthority(Told(words, "data"), clock.GetUtcNow()),
                _ => throw new SettingsException("certificate is followed by renew or authority"),
            });
            return 0;
        }
        catch (Exception stop) when (stop is SetupException or IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"azukari-server: {stop.Message}");
            return 2;
        }
    }

    private static async Task<string> InitAsync(IConfiguration told, DateTimeOffset now)
    {
        var data = Needed(told, "data");
        var host = HostOf(Needed(told, "name"));
        var origin = OriginOf(host, told["port"]);
        var owner = Needed(told, "owner") is var code && Code.IsValid(code) ? code
            : throw new SetupException("owner", "組織番号は 1～64 文字の a-z 0-9 . - です。", "an organisation is 1 to 64 of a-z 0-9 . -");
        var isHalfMade = !Path.Exists(Path.Combine(data, SettingsFile.Name)) && await FirstInvitations.AreAllAsync(data);
        if (Installed.FirstOrDefault(name => Path.Exists(Path.Combine(data, name)) && !(isHalfMade && name == "azukari.db")) is { } there)
            throw new SetupException("installed", $"'{data}' には既にサーバーがあります（{there}）。別のフォルダーを指定してください。", $"'{data}' has an installation already ({there}); name another folder");

        var given = Given(told, host, now); // Checked before anything is made.
        DurableFile.MakeFolder(data);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); // It may have been there with other rights.

        if (given is null) MakeAuthority(data, host, owner, now);
        ServerCertificate.Write(data, given ?? Issued(data, null, host, owner, now));
        var port = new Uri(origin.Value).Port.ToString(CultureInfo.InvariantCulture);
        var links = await FirstInvitations.MakeAsync(data, origin, new(owner), now);
        SettingsFile.Write(data, ("urls", $"https://*:{port}"), ("origin", origin.Value), ("owner", owner)); // Last: a folder without it has no installation, and may be tried again.
        return SetupReport.Made(data, origin, given is null, links);
    }

    private static string Renew(IConfiguration told, DateTimeOffset now)
    {
        var (data, host, owner) = Installation(told);
        ServerCertificate.Write(data, Given(told, host, now) ?? Issued(data, told["authority-key"], host, owner, now));
        return SetupReport.Renewed(data);
    }

    private static string NewAuthority(IConfiguration told, DateTimeOffset now)
    {
        var (data, host, owner) = Installation(told);
        MakeAuthority(data, host, owner, now);
        return SetupReport.NewAuthority(data);
    }

    private static void MakeAuthority(string data, string host, string owner, DateTimeOffset now)
    {
        using var authority = Authority.Make(host, owner, now);
        AuthorityFiles.Write(data, authority);
    }

    private static string Issued(string data, string? key, string host, string owner, DateTimeOffset now)
    {
        using var authority = AuthorityFiles.Read(data, key);
        return authority.Issue(host, owner, now);
    }

    private static string? Given(IConfiguration told, string host, DateTimeOffset now) => (told["certificate"], told["key"]) switch
    {
        (null, null) => null,
        ({ } certificate, { } key) => ServerCertificate.Take(Text(certificate), Text(key), host, now),
        _ => throw new SettingsException("--certificate and --key go together"),
    };

    private static (string Data, string Host, string Owner) Installation(IConfiguration told)
    {
        var data = Needed(told, "data");
        var settings = SettingsFile.Read(data);
        return settings.TryGetValue("origin", out var origin) && WebOrigin.TryParse(origin) is { } reached && settings.TryGetValue("owner", out var owner)
            ? (data, reached.RpId, owner)
            : throw new SetupException("not-installed", $"'{data}' は azukari-server init で用意されたものではありません。", $"'{data}' was not made by azukari-server init");
    }

    private static string HostOf(string name)
    {
        var host = name.ToLowerInvariant();
        if (IPAddress.TryParse(host, out _))
            throw new SetupException("name", $"{name} は IP アドレスです。パスキーは名前でしか使えません。DNS に登録した名前を指定してください。", $"{name} is an address, and a passkey knows names only; give a name that is in the DNS");

        return host.Length <= 253 && WebOrigin.TryParse($"https://{host}") is not null ? host
            : throw new SetupException("name", $"{name} は DNS の名前ではありません。a-z 0-9 . - だけの名前を指定してください（日本語の名前は xn-- の形で）。", $"{name} is no DNS name; give one of a-z 0-9 . - (another alphabet in its xn-- form)");
    }

    private static WebOrigin OriginOf(string host, string? port) => WebOrigin.TryParse(port is null or "443" ? $"https://{host}" : $"https://{host}:{port}")
        ?? throw new SetupException("port", $"{port} は使えません。443 か、1024 から 65535 までの番号を指定してください。", $"{port} cannot be the port; give 443, or a number from 1024 to 65535");

    /// <summary>The words of a verb; one that it does not know would be passed over, and meant something.</summary>
    private static IConfiguration Told(string[] words, params string[] known)
    {
        var told = new ConfigurationBuilder().AddCommandLine(words).Build();
        return told.AsEnumerable().Select(pair => pair.Key).FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? throw new SettingsException($"--{unknown} is not a word of this verb")
            : told;
    }

    private static string Needed(IConfiguration told, string name) => told[name] is { Length: > 0 } value ? value : throw new SettingsException($"--{name} is needed");

    private static string Text(string file) => File.Exists(file) ? File.ReadAllText(file) : throw new SetupException("no-file", $"ファイルがありません: {file}", $"there is no file {file}");
}
