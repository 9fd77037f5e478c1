using Azukari.Domain.Closing;
using Azukari.Domain.Opening;
using Azukari.Testing;

namespace Azukari.Demo.Tests.Front;

/// <summary>R18, R20: the opening station is gone, as by kill -9, at a step of its work or at any moment; nothing is half loaded, no key that died lives, and the same call brings it to its end.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class OpeningCrashTests(Founded founded, ITestOutputHelper output)
{
    private const int RandomMoments = 100, RandomMomentsIntoPostgres = 40, ServerCrashes = 20, BadInput = 2;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1.5);

    // The process dies right after it: the envelope is stored, the rows are flushed, they are committed, the key is overwritten, it has its gravestone.
    private static readonly string[] NamedSteps = ["rename *.envelope", "fsync */rows.db", "unlink */rows.db-journal", "write */identities/*", "rename */tombstones/*"];

    [Fact]
    [Trait("Run", "deep")]
    public Task Cut_off_at_a_named_step_it_loads_once_and_the_key_dies() => LivesAsync(moment => moment.AfterEachAsync(NamedSteps));

    [Fact]
    [Trait("Run", "deep")]
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

    [Fact]
    [Trait("Run", "deep")]
    public Task At_every_step_and_at_random_moments_into_PostgreSQL() => LivesAsync(
        async moment =>
        {
            await moment.AtEveryStepAsync(Misfortune.Kill);
            await moment.AtRandomMomentsAsync(Often.Times(RandomMomentsIntoPostgres), Longest);
        },
        intoPostgres: true);

    [Fact]
    [Trait("Run", "deep")]
    public Task With_the_destinations_own_server_gone_at_any_moment_it_is_said_and_the_next_call_loads() => LivesAsync(
        async moment =>
        {
            for (var time = 0; time < Often.Times(ServerCrashes); time++)
            {
                var life = moment.Again();
                var opening = OneShot.RunAsync([], await moment.CallAsync(life));
                await Task.Delay(Random.Shared.NextDouble() * Longest);
                await PostgresCluster.Shared.CrashAsync();
                var first = await opening;
                Assert.True(first.Exit == 0 || (first.Exit == BadInput && first.Answer["why"]!.AsArray().Count > 0), first.Output);
                moment.AssertSound(life, $"{time}");

                var then = await OneShot.RunAsync([], await moment.CallAsync(life));
                Assert.True(then.Exit == 0, then.Output);
                moment.AssertDone(life, $"{time}");
            }

            output.WriteLine($"{Often.Times(ServerCrashes)} crashes of the server");
        },
        intoPostgres: true);

    private async Task LivesAsync(Func<OpeningMoment, Task> live, bool intoPostgres = false)
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        Assert.SkipWhen(intoPostgres && PostgresCluster.MissingReason is not null, PostgresCluster.MissingReason ?? "");
        using var moment = await OpeningMoment.PrepareAsync(founded, intoPostgres);
        await live(moment);
        output.WriteLine($"{moment.Kills} kills");
    }
}
