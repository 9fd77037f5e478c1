using System.Globalization;
using Azukari.Testing;

namespace Azukari.Demo.Tests.Front;

/// <summary>R12: the sealing station is gone, as by kill -9, at a step of its work or at any moment; it leaves no key, and the two people's next call seals, or tells what was sealed.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class SealingCrashTests(Founded founded)
{
    private const int RandomMoments = 50, NotReachable = 3;

    // The process dies right after it: half the payload is written, all of it is on the medium, the labels are, the receipt is kept, it is handed out.
    private static readonly string[] NamedSteps = ["write */medium/payload.age", "fsync */medium", "write */medium/IF-FOUND.txt", "rename *.unsent", "rename */sealed.json"];

    [Fact]
    [Trait("Run", "deep")]
    public async Task Cut_off_at_a_named_step_it_leaves_no_key_and_seals_at_the_next_call()
    {
        var (moment, computer) = await PrepareAsync();
        using (computer)
        {
            var (steps, at) = (await StepsAsync(moment, computer), 0);
            foreach (var step in NamedSteps) await EndsWellAsync(moment, computer, Misfortune.Kill, at = Steps.After(steps, step, at), steps);
        }
    }

    [Fact]
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
            for (var at = 1; at <= steps.Count; at++) await EndsWellAsync(moment, computer, how, at, steps);
        }
    }

    [Fact]
    [Trait("Run", "deep")]
    public async Task At_random_moments()
    {
        var (moment, computer) = await PrepareAsync();
        using (computer)
        {
            for (var time = 0; time < RandomMoments; time++) await EndsWellAsync(moment, computer, Misfortune.None, 0, [], TimeSpan.FromMilliseconds(Random.Shared.Next(2500)));
        }
    }

    private async Task<OneShot> OnlineAsync(Demo.Stories.Journey journey, string[] within)
    {
        var (at, draft) = (founded.At, founded.At.Rooms.NewDraft());
        string[] station = ["--draft", draft, "--station", at.StationFolder("st-seal"), "--desk", at.StationDesk("st-seal")];
        await at.Stations["st-seal"].DoAsync(["draft", "seal-consignment", "--carry-out", journey.Id, .. station, "--sign-with", at.Cast.Carrier.Signing("operator"), at.Cast.Witness.Signing("witness")]);
        return await OneShot.RunAsync(within, ["seal", .. station, "--medium", journey.Medium, "--source", $"csv:{founded.Source}"]);
    }

    private async Task<(SealingMoment Moment, BadComputer Computer)> PrepareAsync()
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        return (await SealingMoment.PrepareAsync(founded), new());
    }

    private static async Task<IReadOnlyList<string>> StepsAsync(SealingMoment moment, BadComputer computer)
    {
        var life = moment.Again();
        Assert.Equal(0, (await OneShot.RunAsync(computer.Within(life), await moment.SignedAsync(life))).Exit);
        SealingMoment.Consignment(life);
        return computer.Taken();
    }

    private static async Task EndsWellAsync(SealingMoment moment, BadComputer computer, Misfortune how, int at, IReadOnlyList<string> steps, TimeSpan? diesAfter = null)
    {
        var life = moment.Again();
        var where = string.Create(CultureInfo.InvariantCulture, $"{how} at {at} {(at > 0 ? steps[at - 1] : "")}, {diesAfter?.TotalMilliseconds} ms, {life}");
        var call = await moment.SignedAsync(life);
        var first = await OneShot.RunAsync(computer.Within(life, how, at), call, diesAfter);
        Assert.True(first.Exit == OneShot.Killed || diesAfter is not null, $"{where}: it ended with {first.Exit}");
        Assert.False(SealingMoment.LeavesAKey(life), $"{where}: a key");
        var told = File.Exists(SealingMoment.Receipt(life)) ? SealingMoment.Consignment(life) : null;

        var then = await OneShot.RunAsync([], await moment.SignedAsync(life));
        Assert.True(then.Exit == 0, $"{where}: {then.Output}");

        var consignment = SealingMoment.Consignment(life);
        Assert.Equal(Founded.Residents, consignment.People);
        if (told is not null) Assert.Equal(told.Envelope, consignment.Envelope); // What may have been carried away already is what is told again.
        Directory.Delete(life, recursive: true);
    }
}
