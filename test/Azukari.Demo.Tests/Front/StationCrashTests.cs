using Azukari.Testing;

namespace Azukari.Demo.Tests.Front;

/// <summary>R19, R20, R31, R32: a station is gone, as by kill -9, while it erases, gives up or makes keys; what it says afterwards is what happened, and the next call brings it to its end.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class StationCrashTests(Founded founded, ITestOutputHelper output)
{
    private const int RandomMoments = 25;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1.5);

    [Fact]
    [Trait("Run", "deep")]
    public Task An_erasure_cut_off_when_the_payload_was_gone_and_nothing_was_told_is_told_by_the_next_call() =>
        LivesAsync("erase-at-site", moment => moment.AfterEachAsync("unlink */medium/payload.age"));

    [Theory]
    [Trait("Run", "deep")]
    [InlineData("erase-at-site")]
    [InlineData("clear-medium")]
    [InlineData("give-up")]
    [InlineData("enrol")]
    public Task Cut_off_at_every_step_and_at_random_moments(string call) => LivesAsync(
        call,
        async moment =>
        {
            foreach (var how in new[] { Misfortune.Kill, Misfortune.Tear }) await moment.AtEveryStepAsync(how);
            await moment.AtRandomMomentsAsync(Often.Times(RandomMoments), Longest);
        });

    private async Task LivesAsync(string call, Func<CrashMoment, Task> live)
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        using CrashMoment moment = call switch
        {
            "erase-at-site" => await ErasingMoment.PrepareAsync(founded, isHome: false),
            "clear-medium" => await ErasingMoment.PrepareAsync(founded, isHome: true),
            "give-up" => await GivingUpMoment.PrepareAsync(founded),
            _ => await EnrollingMoment.PrepareAsync(founded),
        };
        await live(moment);
        output.WriteLine($"{moment.Kills} kills");
    }
}
