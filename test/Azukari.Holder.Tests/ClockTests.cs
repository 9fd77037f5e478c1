using Azukari.Domain.Engagements;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Azukari.Holder.Tests;

/// <summary>Design §3: two clocks that do not ask each other end a key, and two put it back.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task A_year_ahead_while_running_stops_every_key_kills_none_and_says_so_once()
    {
        await using var scene = await Scene.CarriedAsync();
        using var log = new LogLines();
        var wrong = await WithOwnClockAsync(scene, log);

        wrong.Advance(TimeSpan.FromDays(365));
        for (var round = 0; round < 3; round++) await scene.RoundAsync(Side.Owner);

        Assert.Equal(4, Directory.GetFiles(Path.Combine(scene.FolderOf(Side.Owner), "identities"), "*.key").Length); // The stock of three, and the one that the permit names.
        Assert.Equal(4, (int)(await scene.StatusAsync(Side.Owner, wrong))["stopped"]!);
        Assert.Contains("the time of 4 keys is over", Assert.Single(log.Of(LogLevel.Critical)), StringComparison.Ordinal);
        Assert.NotEqual(200, (await scene.ReleaseAsync(Side.Owner, scene.Envelope, clock: wrong)).Status);
    }

    [Fact]
    public async Task Set_right_within_a_day_it_releases_again_once_the_other_side_has_said_what_time_it_is()
    {
        await using var scene = await Scene.CarriedAsync();
        var wrong = await WithOwnClockAsync(scene);
        wrong.Advance(TimeSpan.FromDays(365));
        await scene.RoundAsync(Side.Owner);

        wrong.AdjustTime(Town.Day(21, 11, 40));
        scene.Town.Arrive();
        scene.Town.ConfirmBoth();
        Assert.Equal(422, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);
        await scene.RoundsAsync(); // Both witnesses date what they have seen.
        await scene.RoundAsync(Side.Owner);

        Assert.Equal(200, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);
        Assert.Equal(0, (int)(await scene.StatusAsync(Side.Owner))["stopped"]!);
    }

    [Fact]
    public async Task Down_for_a_week_it_stops_at_the_start_and_kills_when_the_other_side_agrees()
    {
        await using var scene = await Scene.CarriedAsync();
        await scene.StopAsync(Side.Owner);
        scene.Town.At(Town.Window.EraseBy.AddDays(7));
        await scene.StartAsync(Side.Owner);
        await scene.RoundAsync(Side.Owner);

        Assert.True(File.Exists(scene.IdentityPath(Side.Owner)));
        Assert.Equal(1, (int)(await scene.StatusAsync(Side.Owner))["stopped"]!);
        Assert.Equal(422, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);

        await TellTheTimeAsync(scene);

        Assert.False(File.Exists(scene.IdentityPath(Side.Owner)));
        Assert.Contains("window-ended", await File.ReadAllTextAsync(scene.TombstonePath(Side.Owner)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turned_back_a_day_it_gives_nothing_again_that_it_had_stopped_giving()
    {
        await using var scene = await Scene.ConfirmedAsync();
        Assert.Equal(200, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);
        var wrong = await WithOwnClockAsync(scene);
        wrong.SetUtcNow(Town.Window.EraseBy.AddMinutes(1));
        await scene.RoundAsync(Side.Owner);

        wrong.AdjustTime(Town.Day(21, 11, 41));
        await scene.StopAsync(Side.Owner);
        await scene.StartAsync(Side.Owner, clock: wrong);
        await scene.RoundAsync(Side.Owner);

        Assert.Equal(422, (await scene.ReleaseAsync(Side.Owner, scene.Envelope, clock: wrong)).Status); // By this clock the window is open and the layer was given before.

        scene.Town.At(Town.Window.EraseBy.AddMinutes(2));
        wrong.SetUtcNow(Town.Window.EraseBy.AddMinutes(-1)); // Still not over by this clock; the other side's says that the first look was right.
        await TellTheTimeAsync(scene);
        Assert.False(File.Exists(scene.IdentityPath(Side.Owner)));
    }

    [Fact]
    public async Task A_day_behind_from_the_start_it_releases_nothing_that_the_record_says_is_too_late()
    {
        await using var scene = await Scene.ConfirmedAsync();
        await scene.StopAsync(Side.Owner);
        scene.Town.At(Town.Window.OpenBy.AddDays(1).AddMinutes(-30));
        var wrong = new FakeTimeProvider(Town.Window.OpenBy.AddMinutes(-30));
        await scene.StartAsync(Side.Owner, clock: wrong);

        Assert.NotEqual(200, (await scene.ReleaseAsync(Side.Owner, scene.Envelope, clock: wrong)).Status); // The service's own clock refuses the entry, and without it nothing is given.
        Assert.Empty(scene.Service.Acts.OfType<Domain.Opening.ReleaseLayer>());
    }

    [Fact]
    public async Task What_the_disk_does_not_note_stops_all_the_same()
    {
        await using var scene = await Scene.CarriedAsync();
        Directory.CreateDirectory(Path.Combine(scene.FolderOf(Side.Owner), "overdue.new")); // Nothing can be written under that name.
        scene.Town.At(Town.Window.EraseBy.AddMinutes(1));
        await scene.RoundAsync(Side.Owner);
        Assert.Equal(422, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);

        await TellTheTimeAsync(scene);

        Assert.False(File.Exists(scene.IdentityPath(Side.Owner)));
    }

    /// <summary>Starts the owner's holder again on a clock of its own, which is right at first.</summary>
    private static async Task<FakeTimeProvider> WithOwnClockAsync(Scene scene, LogLines? log = null)
    {
        await scene.StopAsync(Side.Owner);
        var own = new FakeTimeProvider(scene.Clock.GetUtcNow());
        await scene.StartAsync(Side.Owner, clock: own, log: log);
        await scene.RoundAsync(Side.Owner);
        return own;
    }

    /// <summary>An entry comes, and each side's witness dates what it has seen.</summary>
    private static async Task TellTheTimeAsync(Scene scene)
    {
        scene.Town.Do(new RegisterSite(new("annex"), NetworkLayer.Lgwan), null, (Town.Officer, Role.SecurityOfficer));
        await scene.RoundAsync(Side.Contractor);
        await scene.RoundAsync(Side.Owner);
    }
}
