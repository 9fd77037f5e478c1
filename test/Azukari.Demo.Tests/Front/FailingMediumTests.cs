using Azukari.Testing;

namespace Azukari.Demo.Tests.Front;

/// <summary>R12, R18, R31: a medium fails in a station's hands; the fault is said in both languages with what to do next, and nothing is claimed that did not happen.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class FailingMediumTests(Founded founded)
{
    private const int MediumFails = 4;

    [Fact]
    [Trait("Run", "deep")]
    public async Task When_sealing_it_is_said_and_nothing_is_sealed()
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        using var moment = await SealingMoment.PrepareAsync(founded);
        foreach (var (how, on, fault) in new[] { (Misfortune.Eio, "fsync", "FlushError"), (Misfortune.Eio, "write", "WriteError"), (Misfortune.Enospc, "write", "Full"), (Misfortune.Enodev, "write", "Pulled") })
        {
            var life = moment.Again();
            var call = await moment.CallAsync(life);
            Says(fault, await OneShot.RunAsync(moment.Computer.Within(Path.Combine(life, "medium"), how, 1, on), call));

            Assert.False(File.Exists(SealingMoment.Receipt(life)), $"{fault}: a receipt");
            Assert.Empty(Directory.GetFiles(Path.Combine(life, "station", "work"), "*.unsent"));
            Assert.False(SealingMoment.LeavesAKey(life), $"{fault}: a key");
            var then = await OneShot.RunAsync([], await moment.CallAsync(life));
            Assert.True(then.Exit == 0, then.Output);
            moment.AssertDone(life, fault);
        }
    }

    [Fact]
    [Trait("Run", "deep")]
    public async Task When_opening_it_is_said_nothing_is_loaded_and_the_key_lives_to_try_again()
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        using var moment = await OpeningMoment.PrepareAsync(founded);
        foreach (var (how, fault) in new[] { (Misfortune.Eio, "ReadError"), (Misfortune.Enodev, "Pulled") })
        {
            var life = moment.Again();
            Says(fault, await OneShot.RunAsync(moment.Computer.Within(Path.Combine(life, "medium", "payload.age"), how, 1, "read"), await moment.CallAsync(life)));

            Assert.Equal((0, 0), OpeningMoment.Loaded(life));
            Assert.False(File.Exists(OpeningMoment.Receipt(life)), $"{fault}: a receipt");
            var then = await OneShot.RunAsync([], await moment.CallAsync(life));
            Assert.True(then.Exit == 0, then.Output);
            moment.AssertDone(life, fault);
        }
    }

    [Fact]
    [Trait("Run", "deep")]
    public async Task When_erasing_it_is_said_nothing_is_certified_and_the_next_call_erases()
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        foreach (var isHome in new[] { false, true })
        {
            using var moment = await ErasingMoment.PrepareAsync(founded, isHome);
            foreach (var (how, on, fault) in new[] { (Misfortune.Eio, "write", "WriteError"), (Misfortune.Eio, "fsync", "FlushError"), (Misfortune.Eio, "read", "ReadError"), (Misfortune.Eio, "unlink", "WriteError"), (Misfortune.Enodev, "write", "Pulled") })
            {
                var life = moment.Again();
                Says(fault, await OneShot.RunAsync(moment.Computer.Within(Path.Combine(life, "medium", "payload.age"), how, 1, on), await moment.CallAsync(life)));

                Assert.False(File.Exists(ErasingMoment.Receipt(life)), $"{fault}: a receipt");
                Assert.Empty(Directory.GetFiles(Path.Combine(life, "station", "work"), "*.unsent"));
                var then = await OneShot.RunAsync([], await moment.CallAsync(life));
                Assert.True(then.Exit == 0, then.Output);
                moment.AssertDone(life, fault);
            }
        }
    }

    [Fact]
    [Trait("Run", "deep")]
    public async Task On_arrival_it_is_said_nothing_is_proven_and_nobody_is_asked_for_a_key()
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        await journey.DepartAsync((await journey.SealAsync($"csv:{founded.Source}"))["sealNumber"]!.GetValue<string>());
        using var computer = new BadComputer();
        foreach (var how in new[] { Misfortune.Eio, Misfortune.Enodev })
        {
            foreach (var file in new[] { "payload.age", "label.json" })
            {
                Says("R16 Unreadable", await OneShot.RunAsync(
                    computer.Within(Path.Combine(journey.Medium, file), how, 1, "read"),
                    ["arrive", "--carry-out", journey.Id, "--station", founded.At.StationFolder("st-open"), "--medium", journey.Medium, "--desk", founded.At.StationDesk("st-open")]));
                Assert.Equal("Outside", (await journey.StatusAsync())["phase"]!.GetValue<string>());
            }
        }

        await journey.ArriveAsync();
    }

    private static void Says(string fault, OneShot call)
    {
        Assert.True(call.Exit == MediumFails, $"{fault}: {call}");
        var why = Assert.Single(call.Answer["why"]!.AsArray())!;
        Assert.Equal(fault, why["code"]!.GetValue<string>());
        Assert.All(new[] { "ja", "en", "nextJa", "nextEn" }, part => Assert.NotEmpty(why[part]!.GetValue<string>()));
    }
}
