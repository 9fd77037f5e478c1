using Azukari.Domain.Applications;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R8: what is banned in principle is not granted in bulk.</summary>
public sealed class R08_Series
{
    [Fact]
    public void An_exception_is_looked_at_by_itself_and_not_approved_in_bulk()
    {
        var town = Founded();
        town.Do(town.Decree(policy => policy with { MostInSeries = 2 }));

        town.Refuses(town.SeriesAsked(scope => scope with { Data = [new(Residents, ["id", "tax"])] }), (R8, FieldBeyondTemplate));
    }

    [Fact]
    public void Alone_is_not_a_method_of_a_series_either()
    {
        var town = Founded();
        town.Do(town.Decree(policy => policy with { MostInSeries = 2 }));

        town.Refuses(town.SeriesAsked(scope => scope with { Method = TransferMethod.Alone }), (R8, AloneIsNotAMethod));
    }

    [Fact]
    public void Without_a_policy_in_force_there_is_no_series()
    {
        var town = Founded();
        town.Facts = town.Facts with { Policy = null };

        town.Refuses(town.SeriesAsked(), (R8, NoPolicyInForce));
    }
}
