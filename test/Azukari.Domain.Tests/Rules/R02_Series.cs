namespace Azukari.Domain.Tests.Rules;

/// <summary>R2: one approval for several carry-outs makes no two duties one.</summary>
public sealed class R02_Series
{
    [Fact]
    public void Whoever_asks_for_a_series_does_not_endorse_it()
    {
        var town = Founded();
        town.Do(town.Decree(policy => policy with { MostInSeries = 2 }));
        town.Do(town.SeriesAsked());
        town.Do(town.Appoint(Manager, Role.InformationManager));

        town.Refuses(town.By(town.SeriesEndorsed().Act, null, (Manager, Role.InformationManager)), (R2, SamePersonTwice));
    }

    [Fact]
    public void Whoever_asked_for_a_series_or_endorsed_it_does_not_approve_it()
    {
        foreach (var change in new Func<Applications.Series, Applications.Series>[] { series => series with { Asker = Approver }, series => series with { Endorser = Approver } })
        {
            var town = Founded();
            town.Do(town.Decree(policy => policy with { MostInSeries = 2 }));
            town.Do(town.SeriesAsked());
            town.Do(town.SeriesEndorsed());
            town.Facts = town.Facts with { Series = town.Facts.Series.SetItem(SeriesCode, change(town.TheSeries)) };

            town.Refuses(town.SeriesApproved(), (R2, ApproverIsApplicant));
        }
    }
}
