using Azukari.Domain.Closing;
using Azukari.Domain.Opening;
using Azukari.Testing;

namespace Azukari.Demo.Tests.Front;

/// <summary>R18, R20: the opening station is gone, as by kill -9, at a step of its work or at any moment; nothing is half loaded, no key that died lives, and the same call brings it to its end.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class OpeningCrashTests(Founded founded, ITestOutputHelper output)
{
    private const int RandomMoments = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1.5);

    // The process dies right after it: the envelope is stored, the rows are flushed, they are committed, the key is overwritten, it has its gravestone.
    private static readonly string[] NamedSteps = ["rename *.envelope", "fsync */rows.db", "unlink */rows.db-journal", "write */identities/*", "rename */tombstones/*"];

    [Fact]
    [Trait("Run", "deep")]
    public Task Cut_off_at_a_named_step_it_loads_once_and_the_key_dies() => LivesAsync(moment => moment.AfterEachAsync(NamedSteps));

    [Fact]
    public async Task What_a_crash_kept_from_being_told_the_next_look_tells()
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        using var moment = await OpeningMoment.PrepareAsync(founded);
        var receipt = Steps.After(await moment.StepsAsync(), "write */loaded.json.new", 0) - 1; // The process dies just before it.
        var life = moment.Again();
        await OneShot.RunAsync(moment.Computer.Within(life, Misfortune.Kill, receipt), await moment.CallAsync(life));
        Assert.False(File.Exists(OpeningMoment.Receipt(life)));

        var watched = await OneShot.RunAsync([], ["watch", "--station", Path.Combine(life, "station"), "--desk", Path.Combine(life, "desk"), "--out", OpeningMoment.Receipt(life)]);

        Assert.Equal(1, watched.Answer["told"]!.GetValue<int>());
        Assert.Equal(DestructionCause.Loaded, Assert.IsType<ConfirmLoaded>(Assert.Single(OpeningMoment.Acts(OpeningMoment.Receipt(life))).Act).Measured.KeyDestroyed.Cause);
        await founded.At.Desk.DoAsync("submit", "--desk", founded.At.DeskFolder, "--message", OpeningMoment.Receipt(life));
        await moment.Journey.KeysAreDeadAsync();
    }

    [Theory]
    [Trait("Run", "deep")]
    [InlineData(Misfortune.Kill)]
    [InlineData(Misfortune.Tear)]
    public Task At_every_step(Misfortune how) => LivesAsync(moment => moment.AtEveryStepAsync(how));

    [Fact]
    [Trait("Run", "deep")]
    public Task At_random_moments() => LivesAsync(moment => moment.AtRandomMomentsAsync(Often.Times(RandomMoments), Longest));

    private async Task LivesAsync(Func<OpeningMoment, Task> live)
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        using var moment = await OpeningMoment.PrepareAsync(founded);
        await live(moment);
        output.WriteLine($"{moment.Kills} kills");
    }
}
