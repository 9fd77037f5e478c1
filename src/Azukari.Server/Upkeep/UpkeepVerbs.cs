using Azukari.Server.People;
using Azukari.Server.Setup;
using Azukari.Server.Storage;

namespace Azukari.Server.Upkeep;

/// <summary>What an operator does to the installation as a whole: <c>backup</c>, <c>restore</c>, <c>migrate</c>, <c>doctor</c>, <c>invite</c>. Each ends with 0, or with 1 and the reason.</summary>
internal static class UpkeepVerbs
{
    internal const string Usage = $"""
        azukari-server backup  --data FOLDER [--postgres FILE] --to FOLDER
        azukari-server restore --data FOLDER [--postgres FILE] --from FOLDER
        azukari-server migrate --data FOLDER [--postgres FILE]
        azukari-server doctor  --data FOLDER [--postgres FILE] [--smtp FILE --mail-from ADDRESS] [--webhook URL]
        {InviteVerb.Usage}
        """;

    internal static bool Has(string[] args) => args is ["backup" or "restore" or "migrate" or "doctor" or "invite", ..];

    internal static async Task<int> RunAsync(string[] args, TimeProvider clock, TextWriter output)
    {
        var told = new ConfigurationBuilder().AddCommandLine(SettingsFile.Before(args[1..])).Build();
        if (args[0] != "restore" && told["data"] is { } data && !Directory.Exists(data)) throw new SettingsException($"--data names '{data}', and there is no such folder");

        var (settings, now) = (Settings.Of(told), clock.GetUtcNow());
        try
        {
            return args[0] switch
            {
                "backup" => await BackupAsync(settings, told["to"] ?? throw new SettingsException("--to FOLDER is needed"), now, output),
                "restore" => await RestoreAsync(settings, told["from"] ?? throw new SettingsException("--from FOLDER is needed"), now, output),
                "migrate" => await MigrateAsync(settings, output),
                "invite" => await InviteVerb.RunAsync(told, settings, now, output),
                _ => await Doctor.ExamineAsync(settings, now, output),
            };
        }
        catch (Exception stop) when (stop is BackupException or IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"azukari-server: {stop.Message}");
            return 1;
        }
    }

    private static async Task<int> BackupAsync(Settings settings, string folder, DateTimeOffset now, TextWriter output)
    {
        foreach (var (part, rows) in await Backup.MakeAsync(settings, folder, now)) await output.WriteLineAsync($"{part,-8} {rows}");
        return 0;
    }

    private static async Task<int> RestoreAsync(Settings settings, string folder, DateTimeOffset now, TextWriter output)
    {
        var restored = await Restore.FillAsync(settings, folder, now);
        foreach (var record in restored) await output.WriteLineAsync($"{record.Engagement,-24} {record.Size}{(record.Wrong is null ? "" : $" {record.Wrong}")}");
        await output.WriteLineAsync("""
            復元した記録は古いものです。双方の鍵保持者が続きを返すまで、新しい記録はできません。両方の鍵保持者を動かしてください。
            What was restored is old: nothing is recorded until both sides' key holders have given back what came after. Let both run.
            """);
        return restored.All(record => record.Wrong is null) ? 0 : 1;
    }

    private static async Task<int> MigrateAsync(Settings settings, TextWriter output)
    {
        await using var engine = Engine.Of(settings);
        var applied = Database.Migrate(engine);
        await output.WriteLineAsync(applied.Count == 0 ? "nothing to do / 変更はありません" : string.Join('\n', applied));
        return 0;
    }
}
