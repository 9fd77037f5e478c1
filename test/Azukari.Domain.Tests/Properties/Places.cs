using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Properties;

/// <summary>Where a history plays: two houses with a sealing and an opening station each, so that data can go either way, and media at home in both.</summary>
internal static class Places
{
    internal static readonly StationId HomeOpens = new("open-2"), SiteSeals = new("seal-2"), SiteBench = new("bench-3"), OtherSiteBench = new("bench-4");

    /// <summary>A dataset whose classes counted for a day.</summary>
    internal static readonly DatasetId Lapsing = new("last-year");

    /// <summary>What can be written once, a disc in each house.</summary>
    internal static readonly (MediumId Disc, SiteId Home)[] Discs = [(new("disc-1"), DataCentre), (new("disc-2"), CallCentre)];

    private static readonly (StationId Station, SiteId Site)[] Stations =
    [
        (SealStation, DataCentre), (HomeOpens, DataCentre), (Bench, DataCentre), (OtherBench, DataCentre),
        (SiteSeals, CallCentre), (OpenStation, CallCentre), (SiteBench, CallCentre), (OtherSiteBench, CallCentre),
    ];

    internal static (StationId First, StationId Second) Benches(SiteId home) => home == DataCentre ? (Bench, OtherBench) : (SiteBench, OtherSiteBench);

    /// <summary>Roomy clocks: a history plays several journeys at once, and most of them should arrive.</summary>
    internal static Engagements.SetPolicy Policy => new(
        LongestHours: 48, MarginPercent: 10, MostMedia: 2, [new(NetworkLayer.MyNumber, NetworkLayer.Isolated), new(NetworkLayer.Isolated, NetworkLayer.MyNumber)], FiscalYearEnds,
        MostInSeries: 4, Clock: ClockPolicy.Default with { OpenMinutes = 360, EraseMinutes = 600, AfterWorkMinutes = 300, HomeHours = 24 });

    internal static void Register(Town town)
    {
        town.Do(town.By(Policy, null, (Approver, Role.Approver)));
        foreach (var site in new[] { DataCentre, CallCentre }) town.Do(town.Register(site, site == DataCentre ? NetworkLayer.MyNumber : NetworkLayer.Isolated));
        town.Do(town.Register(new("annex"), NetworkLayer.Internet));
        foreach (var (station, site) in Stations) town.Do(town.Enrol(station, site));
        for (var n = 1; n <= 6; n++) town.Do(town.AdmitStick(new($"usb-{n}")));
        for (var n = 7; n <= 9; n++) town.Do(town.AdmitStick(new($"usb-{n}"), act => act with { Home = CallCentre }));
        foreach (var (disc, home) in Discs) town.Do(town.AdmitStick(disc, act => act with { Kind = Media.MediumKind.WriteOnce, Home = home }));
        town.Do(town.Catalogue());
        town.Do(town.Catalogue(act => act with { Dataset = Benefits, Fields = [new("id", Catalogue.FieldClass.Identifier), new("amount", Catalogue.FieldClass.Welfare)] }));
        town.Do(town.Catalogue(act => act with { Dataset = Lapsing, LastDay = Setup.AddDays(1) }));
        town.Do(town.SignedTemplate());
    }
}
