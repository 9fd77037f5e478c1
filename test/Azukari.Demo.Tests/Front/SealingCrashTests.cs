using System.Diagnostics;
using System.Globalization;
using Azukari.Testing;

namespace Azukari.Demo.Tests.Front;

/// <summary>R12: the sealing station is gone, as by kill -9, at a step of its work or at any moment; it leaves no key, and the two people's next call seals, or tells what was sealed.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class SealingCrashTests(Founded founded, ITestOutputHelper output)
{
    private const int RandomMoments = 50, NotReachable = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2.5);

    // The process dies right after it: half the payload is written, all of it is on the medium, the labels are, the receipt is kept, it is handed out.
    private static readonly string[] NamedSteps = ["write */medium/payload.age", "fsync */medium", "write */medium/IF-FOUND.txt", "rename *.unsent", "rename */sealed.json"];

    [Fact]
    [Trait("Run", "deep")]
    public Task Cut_off_at_a_named_step_it_leaves_no_key_and_seals_at_the_next_call() => LivesAsync(moment => moment.AfterEachAsync(NamedSteps));

    [Fact]
    [Trait("Run", "deep")]
    public async Task With_the_network_gone_at_the_end_the_consignment_is_kept_and_told_at_the_next_call()
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        using var computer = new BadComputer();
        var (first, journey) = (founded.NewJourney(), founded.NewJourney());
        foreach (var each in new[] { first, journey }) await each.AskAsync(Founded.Residents);
        Assert.Equal(0, (await OnlineAsync(first, computer.Within("/", on: "send"))).Exit);

        // The network goes early, and one message later at each call, until it goes when everything but the receipt's way is done.
        var left = Path.Combine(founded.At.StationFolder("st-seal"), "work");
        for (var at = computer.Taken().Count - 3; Directory.GetFiles(left, "*.unsent").Length == 0; at++)
        {
            var cut = await OnlineAsync(journey, computer.Within("/", Misfortune.Eio, at, "send"));
            Assert.True(cut.Exit == NotReachable, cut.Output);
        }

        Assert.Equal("Permitted", (await journey.StatusAsync())["phase"]!.GetValue<string>());

        var told = await OnlineAsync(journey, []);
        Assert.True(told.Exit == 0, told.Output);
        Assert.Equal("Sealed", (await journey.StatusAsync())["phase"]!.GetValue<string>());
        await journey.DepartAsync(told.Answer["sealNumber"]!.GetValue<string>());
        await journey.ArriveAsync(); // The medium is the one that the receipt names.
    }

    [Fact]
    [Trait("Run", "deep")]
    public async Task What_still_writes_for_a_call_that_is_gone_takes_nothing_off_the_medium_that_is_the_next_calls()
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        using var moment = await SealingMoment.PrepareAsync(founded);
        var undisturbed = moment.Again();
        Assert.Equal(0, (await OneShot.RunAsync(moment.Computer.Within(founded.Source, on: "read"), await moment.CallAsync(undisturbed))).Exit);
        var rows = moment.Computer.Taken().Count; // At the last of them the payload is begun and is no file yet.

        var life = moment.Again();
        var (call, next) = (await moment.CallAsync(life), await moment.CallAsync(life));
        using var sealing = OneShot.Start(moment.Computer.Within(founded.Source, Misfortune.Halt, rows, "read"), call);
        var inner = await StandsStillAsync(sealing.Id);
        sealing.Kill(); // Only the outer one; the inner one waits for its source.

        var then = OneShot.RunAsync([], next);
        await Task.Delay(TimeSpan.FromSeconds(3));
        Signal("-CONT", inner); // Before anything can fail here, or it would stand there for ever.
        var (exit, said) = await then;

        Assert.True(exit == 0, said);
        moment.AssertDone(life, "halted");
    }

    [Fact]
    [Trait("Run", "deep")]
    public async Task Both_sealing_processes_gone_while_a_third_reads_back_the_next_call_seals()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are looked for in /proc");
        using var moment = await SealingMoment.PrepareAsync(founded);
        var life = moment.Again();
        var (call, next) = (await moment.CallAsync(life), await moment.CallAsync(life));
        using var sealing = OneShot.Start([], call);
        var (inner, reading) = await ReadingBackAsync(sealing.Id);
        Signal("-STOP", reading); // It is still there when the next call begins.
        foreach (var gone in new[] { inner, sealing.Id }) Signal("-KILL", gone);

        var then = OneShot.RunAsync([], next);
        await then.ContinueWith(_ => Signal("-KILL", reading), TaskScheduler.Default);

        Assert.True((await then).Exit == 0, (await then).Output);
        moment.AssertDone(life, "read back");
    }

    [Theory]
    [Trait("Run", "deep")]
    [InlineData(Misfortune.Kill)]
    [InlineData(Misfortune.Tear)]
    public Task At_every_step(Misfortune how) => LivesAsync(moment => moment.AtEveryStepAsync(how));

    [Fact]
    [Trait("Run", "deep")]
    public Task At_random_moments() => LivesAsync(moment => moment.AtRandomMomentsAsync(Often.Times(RandomMoments), Longest));

    private async Task<OneShot> OnlineAsync(Demo.Stories.Journey journey, string[] within)
    {
        var (at, draft) = (founded.At, founded.At.Rooms.NewDraft());
        string[] station = ["--draft", draft, "--station", at.StationFolder("st-seal"), "--desk", at.StationDesk("st-seal")];
        await at.Stations["st-seal"].DoAsync(["draft", "seal-consignment", "--carry-out", journey.Id, .. station, "--sign-with", at.Cast.Carrier.Signing("operator"), at.Cast.Witness.Signing("witness")]);
        return await OneShot.RunAsync(within, ["seal", .. station, "--medium", journey.Medium, "--source", $"csv:{founded.Source}"]);
    }

    private async Task LivesAsync(Func<SealingMoment, Task> live)
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        using var moment = await SealingMoment.PrepareAsync(founded);
        await live(moment);
        output.WriteLine($"{moment.Kills} kills");
    }

    private static async Task<(int Inner, int Reading)> ReadingBackAsync(int sealing)
    {
        for (var look = 0; look < 3000; look++)
        {
            foreach (var inner in ChildrenOf(sealing))
                foreach (var reading in ChildrenOf(inner)) return (inner, reading);
            await Task.Delay(10);
        }

        throw new InvalidOperationException("nobody reads back");
    }

    private static async Task<int> StandsStillAsync(int sealing)
    {
        for (var look = 0; look < 3000; look++)
        {
            foreach (var inner in ChildrenOf(sealing).Where(inner => File.ReadAllText($"/proc/{inner}/stat").Contains(") T ", StringComparison.Ordinal))) return inner;
            await Task.Delay(10);
        }

        throw new InvalidOperationException("nobody stands still");
    }

    private static int[] ChildrenOf(int process) =>
        [.. Directory.GetDirectories($"/proc/{process}/task").SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(child => int.Parse(child, CultureInfo.InvariantCulture))];

    private static void Signal(string name, int process)
    {
        using var kill = Process.Start("kill", [name, process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
