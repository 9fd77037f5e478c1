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
        using var computer = new BadComputer();
        var moment = await SealingMoment.PrepareAsync(founded);
        foreach (var (how, on, fault) in new[] { (Misfortune.Eio, "fsync", "FlushError"), (Misfortune.Eio, "write", "WriteError"), (Misfortune.Enospc, "write", "Full"), (Misfortune.Enodev, "write", "Pulled") })
        {
            var life = moment.Again();
            var call = await moment.SignedAsync(life);
            Says(fault, await OneShot.RunAsync(computer.Within(Path.Combine(life, "medium"), how, 1, on), call));

            Assert.False(File.Exists(SealingMoment.Receipt(life)), $"{fault}: a receipt");
            Assert.Empty(Directory.GetFiles(Path.Combine(life, "station", "work"), "*.unsent"));
            Assert.False(SealingMoment.LeavesAKey(life), $"{fault}: a key");
            var then = await OneShot.RunAsync([], await moment.SignedAsync(life));
            Assert.True(then.Exit == 0, then.Output);
            SealingMoment.Consignment(life);
        }
    }

    [Fact]
    public async Task When_opening_it_is_said_nothing_is_loaded_and_the_key_lives_to_try_again()
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        using var computer = new BadComputer();
        var moment = await OpeningMoment.PrepareAsync(founded);
        foreach (var (how, fault) in new[] { (Misfortune.Eio, "ReadError"), (Misfortune.Enodev, "Pulled") })
        {
            var life = moment.Again();
            Says(fault, await OneShot.RunAsync(computer.Within(Path.Combine(life, "medium", "payload.age"), how, 1, "read"), moment.Call(life)));

            Assert.Equal((0, 0), OpeningMoment.Loaded(life));
            Assert.False(File.Exists(OpeningMoment.Receipt(life)), $"{fault}: a receipt");
            var then = await OneShot.RunAsync([], moment.Call(life));
            Assert.True(then.Exit == 0, then.Output);
            Assert.Equal((Founded.Residents, 1L), OpeningMoment.Loaded(life));
        }
    }

    private static void Says(string fault, OneShot call)
    {
        Assert.True(call.Exit == MediumFails, $"{fault}: {call}");
        var why = Assert.Single(call.Answer["why"]!.AsArray())!;
        Assert.Equal(fault, why["code"]!.GetValue<string>());
        Assert.All(new[] { "ja", "en", "nextJa", "nextEn" }, part => Assert.NotEmpty(why[part]!.GetValue<string>()));
    }
}
