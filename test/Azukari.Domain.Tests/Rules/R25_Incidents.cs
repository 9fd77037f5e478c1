using Azukari.Domain.Incidents;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R23, R25: whatever goes wrong opens an incident, everybody concerned is told at once, and whom nobody answers for, the call list calls.</summary>
public sealed class R25_Incidents
{
    [Fact]
    public void Every_kind_of_report_opens_an_incident()
    {
        foreach (var kind in Enum.GetValues<LossKind>())
        {
            var town = Until(Phase.Outside);
            town.Accepts(town.By(new ReportLoss(CaseId, kind), null, (HomeKeeper, Role.Member)));

            var incident = Assert.Single(town.Facts.Incidents);
            Assert.Equal((CaseId, kind.ToString(), true), (incident.CarryOut, incident.Causes.Single().Cause.ToString(), incident.IsOpen));
        }
    }

    [Fact]
    public void Not_intact_at_a_hand_over_opens_one()
    {
        var town = Until(Phase.Sealed);
        town.Do(town.Leave());
        town.Do(town.HandIn(act => act with { Intact = false }));

        Assert.Equal(IncidentCause.NotIntact, Assert.Single(town.Facts.Incidents).Causes.Single().Cause);
    }

    [Fact]
    public void Found_with_a_broken_seal_opens_one_and_found_intact_opens_none()
    {
        var intact = Until(Phase.Outside);
        intact.Accepts(intact.FoundBy(SiteKeeper));
        Assert.Empty(intact.Facts.Incidents);
        Assert.Equal((SiteKeeper, true), (intact.Case.Founds.Single().Finder, intact.Case.Founds.Single().SealIntact));

        var broken = Until(Phase.Outside);
        broken.Accepts(broken.FoundBy(SiteKeeper, intact: false));
        Assert.Equal(IncidentCause.SealBroken, Assert.Single(broken.Facts.Incidents).Causes.Single().Cause);
    }

    [Fact]
    public void The_same_cause_twice_is_one_incident_and_calls_nobody_again()
    {
        var town = Lost();
        town.Wait(town.Clock);
        town.Do(town.Lost(SubRoot));
        town.Wait(town.Clock);

        Assert.Single(Assert.Single(town.Facts.Incidents).Causes);
        Assert.Equal(3, Alarms(town).Length);
    }

    [Fact]
    public void What_comes_to_light_later_joins_the_open_incident_and_tells_everybody_anew()
    {
        var town = Lost();
        town.Wait(town.Clock);
        town.At(town.Clock.AddMinutes(1)).Do(town.By(new ReportLoss(CaseId, LossKind.Stolen), null, (SubRoot, Role.Member)));
        town.Wait(town.Clock);

        Assert.Equal([IncidentCause.Lost, IncidentCause.Stolen], Assert.Single(town.Facts.Incidents).Causes.Select(cause => cause.Cause));
        Assert.Equal(6, Alarms(town).Length);
    }

    [Fact]
    public void Everybody_concerned_is_told_at_once()
    {
        var town = Lost();
        var at = town.Clock;
        town.Wait(at);

        Assert.All(Alarms(town), alarm => Assert.Equal(at, alarm.Mark.At));
        Assert.Equal([[SiteKeeper, Manager], [Executive], [Approver, Officer]], Alarms(town).Select(alarm => alarm.Told.AsEnumerable()));
        Assert.All(Alarms(town), alarm => Assert.Equal("incident-1", alarm.About));
    }

    [Fact]
    public void Unanswered_it_goes_down_the_call_list_and_an_answer_stops_the_calls()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Calls());
        town.Do(town.Lost(HomeKeeper));
        var at = town.Clock;
        town.Wait(at);
        town.Do(town.By(new AcknowledgeAlarm(CaseId, DeadlineKind.Incident, "incident-1", 2), null, (Executive, Role.Member)));
        town.Wait(at.AddMinutes(15));

        Assert.Equal([Sealer], Assert.Single(Alarms(town), alarm => alarm.Call == 1).Told);
        Assert.DoesNotContain(Alarms(town), alarm => alarm is { Step: 2, Call: > 0 });
    }

    [Fact]
    public void An_incident_outlives_the_end_of_its_case()
    {
        var town = Until(Phase.Permitted);
        town.Do(town.Lost(Carrier));
        town.Wait(Window.OutBy);

        Assert.NotNull(town.Case.Voided);
        Assert.True(town.Facts.Incidents.Single().IsOpen);
        Assert.Equal(3, Alarms(town).Length);
    }

    [Fact]
    public void Reporting_again_after_a_kill_is_kept_and_never_refused()
    {
        var town = Until(Phase.Outside);
        foreach (var reporter in new[] { Carrier, Manager, SubRoot }) town.Accepts(town.Lost(reporter));

        Assert.Equal(3, town.Case.Losses.Length);
    }

    private static Alarm[] Alarms(Town town) => [.. town.Case.Alarms.Where(alarm => alarm.Kind == DeadlineKind.Incident)];

    private static Town Lost()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Lost(HomeKeeper));
        return town;
    }
}
