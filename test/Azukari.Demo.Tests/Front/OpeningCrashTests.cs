using System.Globalization;
using Azukari.Domain.Closing;
using Azukari.Domain.Opening;
using Azukari.Testing;

namespace Azukari.Demo.Tests.Front;

/// <summary>R18, R20: the opening station is gone, as by kill -9, at a step of its work or at any moment; nothing is half loaded, no key that died lives, and the same call brings it to its end.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class OpeningCrashTests(Founded founded)
{
    private const int RandomMoments = 100;

    // The process dies right after it: the envelope is stored, the rows are flushed, they are committed, the key is overwritten, it has its gravestone.
    private static readonly string[] NamedSteps = ["rename *.envelope", "fsync */rows.db", "unlink */rows.db-journal", "write */identities/*", "rename */tombstones/*"];

    [Fact]
    [Trait("Run", "deep")]
    public async Task Cut_off_at_a_named_step_it_loads_once_and_the_key_dies()
    {
        var (moment, computer) = await PrepareAsync();
        using (computer)
        {
            var (steps, at) = (await StepsAsync(moment, computer), 0);
            foreach (var step in NamedSteps) await EndsWellAsync(moment, computer, Misfortune.Kill, at = Steps.After(steps, step, at));
        }
    }

    [Fact]
    public async Task What_a_crash_kept_from_being_told_the_next_look_tells()
    {
        var (moment, computer) = await PrepareAsync();
        using (computer)
        {
            var life = moment.Again();
            var receipt = Steps.After(await StepsAsync(moment, computer), "write */loaded.json.new", 0) - 1; // The process dies just before it.
            await OneShot.RunAsync(computer.Within(life, Misfortune.Kill, receipt), moment.Call(life));
            Assert.False(File.Exists(OpeningMoment.Receipt(life)));

            var watched = await OneShot.RunAsync([], ["watch", "--station", Path.Combine(life, "station"), "--desk", Path.Combine(life, "desk"), "--out", OpeningMoment.Receipt(life)]);

            Assert.Equal(1, watched.Answer["told"]!.GetValue<int>());
            Assert.Equal(DestructionCause.Loaded, Assert.IsType<ConfirmLoaded>(Assert.Single(OpeningMoment.Acts(OpeningMoment.Receipt(life))).Act).Measured.KeyDestroyed.Cause);
            await founded.At.Desk.DoAsync("submit", "--desk", founded.At.DeskFolder, "--message", OpeningMoment.Receipt(life));
            await moment.Journey.KeysAreDeadAsync();
        }
    }

    [Theory]
    [Trait("Run", "deep")]
    [InlineData(Misfortune.Kill)]
    [InlineData(Misfortune.Tear)]
    public async Task At_every_step(Misfortune how)
    {
        var (moment, computer) = await PrepareAsync();
        using (computer)
        {
            var steps = await StepsAsync(moment, computer);
            for (var at = 1; at <= steps.Count; at++) await EndsWellAsync(moment, computer, how, at);
        }
    }

    [Fact]
    [Trait("Run", "deep")]
    public async Task At_random_moments()
    {
        var (moment, computer) = await PrepareAsync();
        using (computer)
        {
            for (var time = 0; time < RandomMoments; time++) await EndsWellAsync(moment, computer, Misfortune.None, 0, TimeSpan.FromMilliseconds(Random.Shared.Next(1500)));
        }
    }

    private async Task<(OpeningMoment Moment, BadComputer Computer)> PrepareAsync()
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        return (await OpeningMoment.PrepareAsync(founded), new());
    }

    private static async Task<IReadOnlyList<string>> StepsAsync(OpeningMoment moment, BadComputer computer)
    {
        var life = moment.Again();
        Assert.Equal(0, (await OneShot.RunAsync(computer.Within(life), moment.Call(life))).Exit);
        return computer.Taken();
    }

    private static async Task EndsWellAsync(OpeningMoment moment, BadComputer computer, Misfortune how, int at, TimeSpan? diesAfter = null)
    {
        var life = moment.Again();
        var where = string.Create(CultureInfo.InvariantCulture, $"{how} at {at}, {diesAfter?.TotalMilliseconds} ms, {life}");
        var first = await OneShot.RunAsync(computer.Within(life, how, at), moment.Call(life), diesAfter);
        Assert.True(first.Exit == OneShot.Killed || diesAfter is not null, $"{where}: it ended with {first.Exit}");
        Assert.True(OpeningMoment.Loaded(life) is (0, 0) or (Founded.Residents, 1), $"{where}: half loaded");

        var then = await OneShot.RunAsync([], moment.Call(life));
        Assert.True(then.Exit == 0, $"{where}: {then.Output}");
        Assert.Equal((Founded.Residents, 1L), OpeningMoment.Loaded(life));

        var loaded = Assert.IsType<ConfirmLoaded>(Assert.Single(OpeningMoment.Acts(OpeningMoment.Receipt(life))).Act).Measured;
        Assert.Equal((Founded.Residents, DestructionCause.Loaded), ((int)loaded.People, loaded.KeyDestroyed.Cause));
        Assert.Empty(Directory.GetFiles(Path.Combine(life, "station", "identities"), loaded.KeyDestroyed.Recipient.Value + "*"));
        Assert.Empty(Directory.GetFiles(Path.Combine(life, "station", "work"), moment.Journey.Id + ".*"));
        Directory.Delete(life, recursive: true);
    }
}
