using Azukari.Demo.Stories;
using Azukari.Domain.Closing;
using Azukari.Domain.Opening;

namespace Azukari.Demo.Tests.Front;

/// <summary>A station in a room without a network, where a consignment has arrived that nobody will open: what comes now is <c>azukari open --give-up</c>.</summary>
internal sealed class GivingUpMoment : CrashMoment
{
    private GivingUpMoment(Founded founded, Journey journey) : base(founded, journey)
    {
    }

    internal static async Task<GivingUpMoment> PrepareAsync(Founded founded)
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        await journey.DepartAsync((await journey.SealAsync($"csv:{founded.Source}"))["sealNumber"]!.GetValue<string>());
        await journey.ArriveAsync();

        var moment = new GivingUpMoment(founded, journey);
        await moment.FurnishAsync("st-open");
        return moment;
    }

    /// <inheritdoc/>
    internal override Task<string[]> CallAsync(string life) =>
        Task.FromResult<string[]>(["open", "--give-up", "--carry-out", Journey.Id, .. Here(life), "--medium", Medium(life), "--into", $"sqlite:{Path.Combine(life, "rows.db")}", "--out", Receipt(life)]);

    /// <summary>R32: it is told only after it was done.</summary>
    internal override void AssertSound(string life, string where)
    {
        Assert.Equal((0, 0), OpeningMoment.Loaded(life));
        if (File.Exists(Receipt(life))) AssertDone(life, where);
    }

    internal override void AssertDone(string life, string where)
    {
        var stone = Assert.IsType<GiveUp>(Assert.Single(OpeningMoment.Acts(Receipt(life))).Act).Measured.KeyDestroyed;
        Assert.True(stone.Cause == DestructionCause.GaveUp, $"{where}: {stone.Cause}");
        Assert.Empty(Directory.GetFiles(Path.Combine(life, "station", "identities"), stone.Recipient.Value + "*"));
    }

    private static string Receipt(string life) => Path.Combine(life, "gave-up.json");
}
