using System.Globalization;
using Azukari.Protocol.Signatures;

namespace Azukari.Server;

/// <summary>How the service was started; what is wrong in it stops the start.</summary>
/// <param name="Data">Its folder: the SQLite file, log keys, the page's link.</param>
/// <param name="Postgres">A PostgreSQL connection string, or null for SQLite.</param>
/// <param name="Founders">Identifiers of the keys that may found an engagement here.</param>
/// <param name="Burst">How many requests one address may make at once.</param>
/// <param name="Mail">The server that takes our e-mail, or null: then nobody is told by mail.</param>
/// <param name="MailFrom">The address that alarms come from.</param>
/// <param name="Webhook">Where alarms are posted to, or null.</param>
/// <param name="Origin">The public name at which browsers reach the pages and passkeys sign, or null: then nobody can sign in.</param>
/// <param name="Collector">Where metrics and traces go (OTLP over HTTP), or null.</param>
internal sealed record Settings(string Data, string? Postgres, IReadOnlySet<string> Founders, int Burst, Uri? Mail, string MailFrom, Uri? Webhook, Uri? Collector, WebOrigin? Origin)
{
    /// <summary>The owner's organisation as <c>init</c> was told it, or null: then nobody founds an engagement on a page.</summary>
    internal string? Owner { get; init; }

    internal const int UsualBurst = 2000;

    internal static Settings Of(IConfiguration configuration)
    {
        var data = configuration["data"] ?? throw new SettingsException("--data FOLDER is needed");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(data);
        else Directory.CreateDirectory(data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        // Files: a password in an argument is seen by everybody on the machine.
        var postgres = Read(configuration, "postgres");
        var mail = Read(configuration, "smtp") is { } text ? MailOf(text) : null;
        if (mail is not null && configuration["mail-from"] is null) throw new SettingsException("--smtp needs --mail-from ADDRESS");
        var founders = (configuration["founders"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        if (founders.FirstOrDefault(id => id.Length != 64 || !id.All(char.IsAsciiHexDigitLower)) is { } wrong)
            throw new SettingsException($"--founders has '{wrong}', which is not a key's identifier (64 hexadecimal digits)");

        return new(data, postgres, founders, BurstOf(configuration["burst"]), mail, configuration["mail-from"] ?? "", AddressOf(configuration, "webhook"), AddressOf(configuration, "otlp"), OriginOf(configuration["origin"])) { Owner = configuration["owner"] };
    }

    private static string? Read(IConfiguration configuration, string name) => configuration[name] is not { } file ? null
        : File.Exists(file) ? File.ReadAllText(file).Trim()
        : throw new SettingsException($"--{name} names '{file}', and there is no such file");

    /// <summary>smtps is TLS from the first byte, smtp demands STARTTLS; smtp+plain is for a relay on the same machine or network, and never carries a password.</summary>
    private static Uri MailOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "smtps" or "smtp" || (uri.Scheme == "smtp+plain" && uri.UserInfo.Length == 0)) && uri.Host.Length > 0
            ? uri
            : throw new SettingsException("--smtp names a file with smtps://USER:PASSWORD@HOST:PORT, smtp://USER:PASSWORD@HOST:PORT or smtp+plain://HOST:PORT");

    private static Uri? AddressOf(IConfiguration configuration, string name) => configuration[name] is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri
        : throw new SettingsException($"--{name} is an http or https address");

    private static WebOrigin? OriginOf(string? text) => text is null ? null
        : WebOrigin.TryParse(text) ?? throw new SettingsException("--origin is the address that browsers show, such as https://azukari.city.example: a name, never an IP address, without a path");

    private static int BurstOf(string? text) => text is null ? UsualBurst
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var burst) && burst > 0 ? burst
        : throw new SettingsException("--burst is a number of requests, 1 or more");
}

/// <summary>The service cannot be started so; the message says to the operator why.</summary>
internal sealed class SettingsException(string message) : Exception(message);
