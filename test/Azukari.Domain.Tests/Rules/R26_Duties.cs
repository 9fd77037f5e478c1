using Azukari.Domain.Incidents;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R26 joined to the response: what a law asks of an entity that knows is a task of the incident, and the watch alarms on its nominal day.</summary>
public sealed class R26_Duties
{
    [Fact]
    public void What_a_law_asks_is_a_task_whose_alarm_is_on_the_nominal_day()
    {
        var town = Lost(Carrier);
        town.Accepts(town.LawSet(Report with { Last = new(2022, 6, 24) }));

        Assert.Equal((TaskKind.Regulator, new DateTimeOffset(2022, 6, 23, 8, 30, 0, TimeSpan.FromHours(9))), (Incident(town).Tasks[^1].Kind, Incident(town).Tasks[^1].Due));
        town.Refuses(town.LawSet(Report with { Last = new(2022, 6, 24) }), (R26, LawDutySetAlready));
        town.Refuses(town.Assigned(9, act => act with { Due = Day(25, 0, 0) }), (R26, LaterThanTheLaw));
        town.Accepts(town.Assigned(9, act => act with { Due = Day(24, 17, 0) }));
    }

    [Fact]
    public void A_law_asks_nothing_of_an_entity_that_does_not_know()
    {
        var town = Lost(Carrier);

        town.Refuses(town.LawSet(Report with { Organisation = City }), (R26, LawClockNotRunning));
        town.Refuses(town.LawSet(Report with { Nominal = new(2022, 6, 20) }), (R26, LawClockNotRunning));
        town.Refuses(town.LawSet(Report with { Last = new(2022, 6, 22) }), (R26, LawDutyUnusable));
        town.Refuses(town.LawSet(Report with { Edition = "A name" }), (R26, LawDutyUnusable));
    }

    private static Incident Incident(Town town) => town.Facts.Incidents[0];

    private static Town Lost(PersonId reporter)
    {
        var town = Until(Phase.Outside);
        town.Do(town.Lost(reporter));
        return town;
    }
}
