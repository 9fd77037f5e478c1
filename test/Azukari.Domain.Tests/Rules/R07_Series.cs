using Azukari.Domain.Applications;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R7: a series states what all its carry-outs have in common.</summary>
public sealed class R07_Series
{
    private static Town MayHaveSeries()
    {
        var town = Founded();
        town.Do(town.Decree(policy => policy with { MostInSeries = 2 }));
        return town;
    }

    [Fact]
    public void A_series_states_its_purpose_its_data_and_its_method()
    {
        var town = MayHaveSeries();

        town.Refuses(town.SeriesAsked(scope => scope with { TextDigest = null }), (R7, PurposeNotStated));
        town.Refuses(town.SeriesAsked(scope => scope with { Data = [] }), (R7, NothingAskedFor));
        town.Refuses(town.SeriesAsked(scope => scope with { Method = TransferMethod.NotStated }), (R7, MethodNotStated));
    }

    [Fact]
    public void A_series_is_between_registered_sites()
    {
        var town = MayHaveSeries();

        town.Refuses(town.SeriesAsked(scope => scope with { Source = new("dinner") }), (R7, SiteUnknown));
        town.Refuses(town.SeriesAsked(scope => scope with { Destination = new("dinner") }), (R7, SiteUnknown));
    }
}
