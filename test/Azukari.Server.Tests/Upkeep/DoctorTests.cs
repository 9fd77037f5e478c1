using Azukari.Server.Tests.Front;
using Azukari.Server.Tests.Storage;

namespace Azukari.Server.Tests.Upkeep;

/// <summary>The doctor finds what is wrong, and says nothing of what is well.</summary>
public sealed class DoctorTests
{
    public static TheoryData<Where> Engines => JournalTests.Engines;

    [Fact]
    public async Task A_sound_installation_is_found_sound()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        await town.CosignAsync(town.OwnerWitness, town.ContractorWitness);

        var (exit, output) = await town.Host.OperateAsync("doctor");

        Assert.True(exit == 0, output);
        Assert.DoesNotContain("wrong ", output, StringComparison.Ordinal);
        foreach (var good in new[] { "rights", "disk", "database", "schema", "record", "behind", "papers", "witnesses", "outbox", "clock" }) Assert.Contains($"good   {good}", output, StringComparison.Ordinal);
        Assert.Contains("look   ways", output, StringComparison.Ordinal); // It was started without any.
    }

    [Theory]
    [InlineData("update entry set bytes = (select bytes from entry where seq = 3) where seq = 4", "wrong  record")]
    [InlineData("delete from entry where seq = (select max(seq) from entry)", "wrong  record")]
    [InlineData("delete from paper", "look   papers")]
    [InlineData("delete from cosignature", "look   witnesses")]
    [InlineData("insert into behind values ('benefits-2022', 1)", "look   behind")]
    [InlineData("update heartbeat set at = at + 86400000", "wrong  clock")]
    [InlineData("insert into outbox values ('benefits-2022', '1', '', 0, 3, 0)", "look   outbox")]
    public async Task What_is_not_so_is_found(string change, string found)
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        await town.CosignAsync(town.OwnerWitness, town.ContractorWitness);
        await town.Host.WatchAsync();
        await town.Host.TamperAsync(change);

        var (exit, output) = await town.Host.OperateAsync("doctor");

        Assert.Contains(found, output, StringComparison.Ordinal);
        Assert.Equal(found.StartsWith("wrong", StringComparison.Ordinal) ? 1 : 0, exit);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task A_key_that_others_can_read_and_one_that_is_gone_are_found()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "rights are others there");
        await using var town = await Town.FoundedAsync(Where.Sqlite);
        var key = Path.Combine(town.Host.Data, "log-keys", $"{Town.Name}.log-key");

        File.SetUnixFileMode(key, File.GetUnixFileMode(key) | UnixFileMode.OtherRead);
        Assert.Contains($"wrong  rights             {Town.Name}.log-key", (await town.Host.OperateAsync("doctor")).Output, StringComparison.Ordinal);
        File.Delete(key);
        Assert.Contains("log key is not in the data folder", (await town.Host.OperateAsync("doctor")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task It_changes_nothing_and_may_look_while_the_service_runs(Where where)
    {
        await using var town = await Town.OutsideAsync(where);
        var before = await town.KeptAsync();

        await town.Host.OperateAsync("doctor");

        var after = await town.KeptAsync();
        Assert.Equal(before.Entries, after.Entries);
        Assert.Equal(before.Note, after.Note);
        await town.DoAsync(town.Lost());
    }
}
