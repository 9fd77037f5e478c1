using System.Text;
using Azukari.Server.Tests.Front;
using Azukari.Server.Tests.Storage;
using Azukari.Server.Upkeep;

namespace Azukari.Server.Tests.Upkeep;

/// <summary>What is in a backup, what is not, and what is made of one that was cut off or changed.</summary>
public sealed class BackupTests
{
    public static TheoryData<Where> Engines => JournalTests.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Every_table_is_in_a_backup_or_left_out_for_a_reason(Where where)
    {
        await using var town = await Town.EmptyAsync(where);

        var tables = await town.Host.RowsAsync<string>(where == Where.Sqlite
            ? "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and lower(name) <> 'schemaversions'"
            : "select tablename from pg_tables where schemaname = 'public' and lower(tablename) <> 'schemaversions'");

        Assert.Equal(BackupPart.OfTables.SelectMany(part => part.Tables).Concat(BackupPart.LeftOut.Keys).Order(StringComparer.Ordinal), tables.Order(StringComparer.Ordinal));
        Assert.All(BackupPart.LeftOut.Values, why => Assert.NotEmpty(why));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Names_and_keys_lie_in_files_of_their_own_that_only_the_account_reads(Where where)
    {
        await using var town = await Town.OutsideAsync(where);
        await town.ReachAsync("c-manager", "ja", "山田 太郎");
        var backup = await BackUpAsync(town);
        var (record, names, keys) = (await TextAsync(backup, "record"), await TextAsync(backup, "names"), await TextAsync(backup, "keys"));

        var seed = Convert.ToBase64String(await File.ReadAllBytesAsync(Path.Combine(town.Host.Data, "log-keys", $"{Town.Name}.log-key")));
        Assert.Contains(seed.TrimEnd('='), keys.Replace("\\u002B", "+"), StringComparison.Ordinal);
        Assert.Contains("c-manager@town.example", names.Replace("\\u0040", "@"), StringComparison.Ordinal);
        foreach (var elsewhere in new[] { record, keys }) Assert.DoesNotContain("town.example", elsewhere, StringComparison.Ordinal);
        Assert.DoesNotContain(seed.TrimEnd('='), record.Replace("\\u002B", "+"), StringComparison.Ordinal);
        Assert.DoesNotContain("outbox", record, StringComparison.Ordinal);
        if (OperatingSystem.IsWindows()) return; // Rights are others there.

        foreach (var path in Directory.GetFiles(backup)) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task Without_the_names_documents_show_codes_and_everything_else_is_there()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        await town.ReachAsync("c-manager", "ja", "山田 太郎");
        var backup = await BackUpAsync(town);
        File.Delete(Path.Combine(backup, "names"));
        var (entries, _) = await town.KeptAsync();

        await town.Host.RestoreAsync(backup, Where.Sqlite);

        Assert.Equal(entries, await town.Host.RowsAsync<byte[]>("select bytes from entry order by seq"));
        Assert.Equal([0], await town.Host.RowsAsync<long>("select count(*) from contact"));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("shorter")]
    [InlineData("changed")]
    [InlineData("empty")]
    public async Task A_backup_that_is_not_whole_is_not_restored(string how)
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);
        var backup = await BackUpAsync(town);
        var path = Path.Combine(backup, "record");
        var bytes = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, how switch
        {
            "cut" => bytes[..(bytes.Length / 2)],
            "shorter" => Encoding.UTF8.GetBytes(string.Join('\n', Encoding.UTF8.GetString(bytes).Split('\n').Where((_, n) => n != 3))),
            "changed" => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(Town.Name, "benefits-2023")),
            _ => [],
        });

        using var empty = new Testing.TempFolder();
        await using var output = new StringWriter();
        Assert.Equal(1, await UpkeepVerbs.RunAsync(["restore", "--data", empty.File("data"), "--from", backup], town.Host.Clock, output));
        Assert.Contains("no whole backup", output.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(empty.File("data"), "azukari.db")));
    }

    [Fact]
    public async Task A_backup_goes_neither_over_another_nor_into_an_installation_that_has_something()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);
        var backup = await BackUpAsync(town);

        Assert.Equal(1, (await town.Host.OperateAsync("backup", "--to", backup)).Exit);
        Assert.Equal(1, (await town.Host.OperateAsync("restore", "--from", backup)).Exit);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_backup_is_made_while_acts_are_taken_and_holds_one_moment(Where where)
    {
        await using var town = await Town.FoundedAsync(where);
        using var done = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var n = 0; !done.IsCancellationRequested; n++)
                await town.SendAsync(town.Sign(new Domain.People.EnrolPerson(new($"o-{n}"), new("city"), town.FactOf($"o-{n}")), null, ($"o-{n}", Domain.Role.Member), ("o-root", Domain.Role.Representative)));
        });

        var backup = await BackUpAsync(town);
        await done.CancelAsync();
        await writing;

        var rows = BackupFile.Read(Path.Combine(backup, "record")).ToArray();
        Assert.Equal((long)rows.Single(row => row.Table == "engagement").Values[1], rows.LongCount(row => row.Table == "entry"));
        await town.Host.RestoreAsync(backup, where);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_schema_of_before_is_brought_up_to_date_and_the_doctor_says_that_it_must(Where where)
    {
        await using var town = await Town.FoundedAsync(where);
        foreach (var table in new[] { "behind", "witnessed", "returned", "waiting" }) await town.Host.TamperAsync($"drop table {table}");
        await town.Host.TamperAsync("delete from schemaversions where scriptname like '%schema2%'");

        Assert.Contains("wrong  schema", (await town.Host.OperateAsync("doctor")).Output, StringComparison.Ordinal);
        var (exit, output) = await town.Host.OperateAsync("migrate");
        Assert.True(exit == 0 && output.Contains("schema2.sql", StringComparison.Ordinal), output);
        Assert.Contains("nothing to do", (await town.Host.OperateAsync("migrate")).Output, StringComparison.Ordinal);
        Assert.Contains("good   schema", (await town.Host.OperateAsync("doctor")).Output, StringComparison.Ordinal);
        await town.EngageAsync("o-officer", Domain.Role.SecurityOfficer);
    }

    private static Task<string> TextAsync(string backup, string part) => File.ReadAllTextAsync(Path.Combine(backup, part));

    private static async Task<string> BackUpAsync(Town town)
    {
        var folder = Path.Combine(town.Host.Data, "backup");
        var (exit, output) = await town.Host.OperateAsync("backup", "--to", folder);
        Assert.True(exit == 0, output);
        return folder;
    }
}
