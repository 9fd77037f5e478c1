namespace Azukari.Domain.Tests.Rules;

/// <summary>R8: policy, templates and classes are the owner's and lapse with the fiscal year; layers cross, not walls.</summary>
public sealed class R08_FiscalYear
{
    private static readonly DateTimeOffset NextYear = FiscalYearEnds.AddSeconds(1);

    [Fact]
    public void A_policy_ends_with_the_fiscal_year_in_which_it_is_signed()
    {
        var town = Founded();

        town.Refuses(town.Decree(policy => policy with { LastDay = NextYear }), (R8, BeyondFiscalYear));
        town.Accepts(town.Decree(policy => policy with { LastDay = NextYear.AddMilliseconds(-1) }));
    }

    [Fact]
    public void A_template_ends_with_the_fiscal_year_in_which_it_is_signed()
    {
        var town = Founded();

        town.Refuses(town.SignedTemplate(act => act with { LastDay = NextYear }), (R8, BeyondFiscalYear));
    }

    [Fact]
    public void Classes_end_with_the_fiscal_year_in_which_they_are_signed()
    {
        var town = Founded();

        town.Refuses(town.Catalogue(act => act with { LastDay = NextYear }), (R8, BeyondFiscalYear));
        Assert.Equal(NextYear.AddMilliseconds(-1), town.Facts.Catalogue[Residents].LastDay);
    }

    [Fact]
    public void Data_whose_classes_have_lapsed_are_not_asked_for()
    {
        var town = Founded();
        town.Do(town.Catalogue(act => act with { LastDay = town.Clock }));
        Assert.IsType<Outcome.Accepted>(town.Decide(town.Ask()));

        town.Refuses(town.At(town.Clock.AddMilliseconds(1)).Ask(), (R8, ClassesLapsed));
    }

    [Fact]
    public void From_one_zone_to_another_inside_a_building_is_a_crossing()
    {
        var town = Founded();
        town.Do(town.Register(new("next-room"), NetworkLayer.Lgwan));
        town.Do(town.Enrol(new StationId("desk-1"), new("next-room")));

        town.Refuses(town.Ask(plan => plan with { Destination = new("next-room"), OpenAt = new("desk-1") }), (R8, CrossingNotAllowed));
    }

    [Fact]
    public void What_stays_in_its_layer_crosses_nothing_and_needs_no_row()
    {
        var town = Founded();
        town.Do(town.Register(new("branch"), NetworkLayer.MyNumber));
        town.Do(town.Enrol(new StationId("branch-1"), new("branch")));

        town.Accepts(town.Ask(plan => plan with { Destination = new("branch"), OpenAt = new("branch-1") }));
    }
}
