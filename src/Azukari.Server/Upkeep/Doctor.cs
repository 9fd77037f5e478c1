using System.Globalization;
using Azukari.Server.Setup;
using Azukari.Server.Storage;
using Dapper;

namespace Azukari.Server.Upkeep;

/// <summary><c>azukari-server doctor</c>: looks at an installation and changes nothing. It may look while the service runs.</summary>
internal static class Doctor
{
    private const long LeastFree = 1L << 30;

    /// <summary>Writes a line for each finding; 1 when something that is promised does not hold.</summary>
    internal static async Task<int> ExamineAsync(Settings settings, DateTimeOffset now, TextWriter output)
    {
        var isWrong = false;
        await foreach (var finding in LookAsync(settings, now))
        {
            isWrong |= finding.Weight == Weight.Wrong;
            await output.WriteLineAsync(finding.Line);
        }

        return isWrong ? 1 : 0;
    }

    private static async IAsyncEnumerable<Finding> LookAsync(Settings settings, DateTimeOffset now)
    {
        foreach (var finding in Folder(settings)) yield return finding;
        foreach (var finding in CertificateDoctor.Look(settings, now)) yield return finding;

        await using var engine = Engine.Of(settings);
        foreach (var finding in await EngineAsync(engine)) yield return finding;

        if (!Database.IsUpToDate(engine))
        {
            yield return new(Weight.Wrong, "schema", "", "azukari-server migrate を実行してください。", "run azukari-server migrate");
            yield break; // Nothing further can be read.
        }

        yield return new(Weight.Good, "schema", "");
        await using var database = new Database(engine);
        await foreach (var finding in RecordDoctor.LookAsync(settings, database)) yield return finding;
        foreach (var finding in await DeliveriesAsync(settings, database, now)) yield return finding;
    }

    /// <summary>Who else can read what lies there, and how much room there is.</summary>
    private static IEnumerable<Finding> Folder(Settings settings)
    {
        string[] secret =
        [
            settings.Data, .. Directory.EnumerateFiles(settings.Data, "*.log-key", SearchOption.AllDirectories), Path.Combine(settings.Data, "webhook-key"), Path.Combine(settings.Data, "page-door"), Pages.FormKeySeal.PathIn(settings.Data),
            ServerCertificate.PathIn(settings.Data), Path.GetDirectoryName(AuthorityFiles.KeyPath(settings.Data))!, AuthorityFiles.KeyPath(settings.Data), Path.Combine(settings.Data, SettingsFile.Name),
        ];
        foreach (var path in secret.Where(Path.Exists))
        {
            const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
            if (!OperatingSystem.IsWindows())
                yield return Finding.Of((File.GetUnixFileMode(path) & others) == 0, "rights", Path.GetFileName(path), "ほかの利用者も開けます。所有者だけにしてください。", "others can open it; leave it to its owner");
        }

        var free = new DriveInfo(Path.GetFullPath(settings.Data)).AvailableFreeSpace;
        var about = string.Create(CultureInfo.InvariantCulture, $"{free >> 20} MiB");
        yield return free >= LeastFree ? new(Weight.Good, "disk", about) : new(Weight.Look, "disk", about, "空き容量が少なくなっています。", "little room is left");
    }

    private static async Task<IReadOnlyList<Finding>> EngineAsync(Engine engine)
    {
        await using var connection = await engine.OpenAsync(durably: true, CancellationToken.None);
        var findings = new List<Finding>();
        foreach (var (setting, query, needed) in engine.Safeguards)
        {
            var value = Convert.ToString(await connection.ExecuteScalarAsync(query), CultureInfo.InvariantCulture);
            findings.Add(Finding.Of(value == needed, "database", $"{setting}={value}", $"{needed} でなければ、停電のときに記録が失われることがあります。", $"it must be {needed}, or a power cut may take what was promised"));
        }

        return findings;
    }

    /// <summary>Whether alarms can reach anybody, and whether they do.</summary>
    private static async Task<IReadOnlyList<Finding>> DeliveriesAsync(Settings settings, Database database, DateTimeOffset now)
    {
        async Task<long> CountAsync(string sql) => (await database.ReadAsync<long>(sql, new { old = now.AddHours(-1).ToUnixTimeMilliseconds() }, CancellationToken.None)).Single();
        var (contacts, late) = (await CountAsync("select count(*) from contact"), await CountAsync("select count(*) from outbox where sent = 0 and tries > 0 and due < @old"));
        var beat = await database.ReadAsync<long>("select at from heartbeat", new { }, CancellationToken.None);

        var isToldNobody = settings.Webhook is null && (settings.Mail is null || contacts == 0);
        return
        [
            isToldNobody ? new(Weight.Look, "ways", "", "警報はだれにも届きません。--smtp と連絡先、または --webhook を設定してください。", "alarms reach nobody: set --smtp and store contacts, or --webhook") : new(Weight.Good, "ways", $"{contacts} contacts"),
            late > 0 ? new(Weight.Look, "outbox", $"{late}", "一時間を超えて届いていない警報があります。", "alarms have been undelivered for more than an hour") : new(Weight.Good, "outbox", ""),
            beat.Any(at => at > now.AddMinutes(2).ToUnixTimeMilliseconds()) ? new(Weight.Wrong, "clock", "", "計算機の時計が、前回動いていた時より遅れています。", "this computer's clock is behind the last time that the service was awake") : new(Weight.Good, "clock", ""),
        ];
    }
}
