using Azukari.Demo.Stories;
using Azukari.Domain.Permits;
using Azukari.Protocol.Ledger;

namespace Azukari.Demo.Tests.Front;

/// <summary>A station in a room without a network that is to get fresh one-time keys: what comes now is <c>azukari enrol recipients</c>.</summary>
internal sealed class EnrollingMoment : CrashMoment
{
    private const int Keys = 3;

    private EnrollingMoment(Founded founded, Journey journey) : base(founded, journey)
    {
    }

    internal static async Task<EnrollingMoment> PrepareAsync(Founded founded)
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        var moment = new EnrollingMoment(founded, journey);
        await moment.FurnishAsync("st-open");
        return moment;
    }

    /// <inheritdoc/>
    internal override Task<string[]> CallAsync(string life) => Task.FromResult<string[]>(["enrol", "recipients", "--count", $"{Keys}", .. Here(life), "--out", Receipt(life)]);

    /// <summary>A key is told only when it is here for good.</summary>
    internal override void AssertSound(string life, string where)
    {
        if (File.Exists(Receipt(life))) AssertDone(life, where);
    }

    internal override void AssertDone(string life, string where)
    {
        var message = Message.Read(File.ReadAllBytes(Receipt(life)));
        var told = message.Acts.Select(act => Assert.IsType<DepositRecipient>(SignedAct.Read(act).Act).Recipient).ToArray();
        Assert.Equal(Keys, told.Distinct().Count());
        Assert.All(told, key => Assert.True(message.Paper(key) is not null && File.Exists(Path.Combine(life, "station", "identities", key.Value + ".key")), $"{where}: {key} is not here"));
    }

    private static string Receipt(string life) => Path.Combine(life, "deposited.json");
}
