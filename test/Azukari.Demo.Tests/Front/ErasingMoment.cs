using Azukari.Demo.Stories;
using Azukari.Domain.Erasure;

namespace Azukari.Demo.Tests.Front;

/// <summary>A station in a room without a network, with a medium whose work is done: what comes now is <c>azukari erase</c>, at the site before a second person or at home.</summary>
internal sealed class ErasingMoment : CrashMoment
{
    private readonly bool isHome;
    private long payload;
    private int drafts;

    private ErasingMoment(Founded founded, Journey journey, bool isHome) : base(founded, journey) => this.isHome = isHome;

    internal static async Task<ErasingMoment> PrepareAsync(Founded founded, bool isHome)
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);
        await journey.DepartAsync((await journey.SealAsync($"csv:{founded.Source}"))["sealNumber"]!.GetValue<string>());
        await journey.ArriveAsync();
        await journey.OpenAsync($"sqlite:{founded.At.Rooms["call-centre", $"{journey.Id}.db"]}");
        if (isHome) await journey.ReturnAsync();

        var moment = new ErasingMoment(founded, journey, isHome) { payload = new FileInfo(Path.Combine(journey.Medium, "payload.age")).Length };
        await moment.FurnishAsync(moment.Station);
        return moment;
    }

    internal override async Task<string[]> CallAsync(string life)
    {
        var (draft, cast) = (Path.Combine(life, $"draft-{++drafts}"), Founded.At.Cast);
        string[] signing = isHome ? [cast.Companion.Signing("operator")] : [cast.Carrier.Signing("operator"), cast.Officer.Signing("security-officer")];
        await Founded.At.Stations[Station].DoAsync(["draft", isHome ? "clear-medium" : "erase-at-site", "--carry-out", Journey.Id, "--draft", draft, "--medium-id", Journey.MediumId, .. Here(life), "--sign-with", .. signing]);
        return ["erase", "--draft", draft, .. Here(life), "--medium", Medium(life), "--out", Receipt(life)];
    }

    /// <summary>Whatever it says is so.</summary>
    internal override void AssertSound(string life, string where)
    {
        if (File.Exists(Receipt(life))) AssertDone(life, where);
    }

    /// <summary>R31: what is certified is all that was there, overwritten and read back, in however many calls.</summary>
    internal override void AssertDone(string life, string where)
    {
        Assert.Equal(["MEDIUM-SERIAL.txt"], Directory.GetFileSystemEntries(Medium(life)).Select(Path.GetFileName));
        var measured = Assert.Single(OpeningMoment.Acts(Receipt(life))).Act switch
        {
            EraseAtSite site when !isHome => site.Measured,
            ClearMedium cleared when isHome => cleared.Measured,
            _ => throw new InvalidOperationException($"{where}: another act"),
        };
        Assert.True(measured.Mismatches == 0 && measured.Bytes >= payload, $"{where}: {measured.Bytes} of {payload} bytes, {measured.Mismatches} mismatches");
    }

    internal static string Receipt(string life) => Path.Combine(life, "erased.json");

    private string Station => isHome ? "st-seal" : "st-open";
}
