using Azukari.Domain.Incidents;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R23: who reports for whom. A stranger's report alarms people and touches no key; it is the signer that counts, whoever was on the telephone.</summary>
public sealed class R23_Strangers
{
    [Fact]
    public void A_strangers_report_alarms_people_and_touches_no_key()
    {
        var town = Until(Phase.Outside);
        town.Accepts(town.FromLabel());
        town.Wait(town.Clock);

        Assert.Equal((null, null), (town.Case.KillOrdered, town.Case.Suspended));
        Assert.Equal(IncidentCause.FoundByStranger, town.Facts.Incidents.Single().Causes.Single().Cause);
        Assert.Equal(3, town.Case.Alarms.Length);
        town.Accepts(town.Arrival());
    }

    [Fact]
    public void Whoever_does_not_hold_the_label_reports_nothing()
    {
        var town = Until(Phase.Outside);

        town.Refuses(town.FromLabel("A-002"), (R23, LabelUnknown));
        Until(Phase.Permitted).Refuses(town.FromLabel(), (R23, LabelUnknown));
        Until(Phase.Closed).Refuses(town.FromLabel(), (R23, LabelUnknown));
    }

    [Fact]
    public void Strangers_cannot_flood_while_nobody_has_answered_and_are_heard_again_afterwards()
    {
        var town = Until(Phase.Outside);
        town.Do(town.FromLabel());
        town.Refuses(town.FromLabel(), (R23, StrangerHeardAlready));
        town.Wait(town.Clock.AddMinutes(1));
        town.Refuses(town.FromLabel(), (R23, StrangerHeardAlready));

        town.Do(town.By(new AcknowledgeAlarm(CaseId, DeadlineKind.Incident, "incident-1", 2), null, (Executive, Role.Member)));
        town.Accepts(town.FromLabel());
        town.Wait(town.Clock);

        Assert.Equal(6, town.Case.Alarms.Length);
        Assert.Equal(2, town.Case.Strangers.Length);
    }

    [Fact]
    public void The_duty_desk_files_from_a_telephone_call_and_the_one_who_signs_is_the_reporter()
    {
        var town = Until(Phase.Outside);
        town.Accepts(town.By(new ReportLoss(CaseId, LossKind.Lost, OnBehalfOf: Carrier, ByTelephone: true), null, (HomeKeeper, Role.Member)));

        Assert.Null(town.Case.KillOrdered);
        Assert.NotNull(town.Case.Suspended);
        Assert.Equal((Carrier, true), (town.Case.Losses.Single().OnBehalfOf, town.Case.Losses.Single().ByTelephone));
    }

    [Fact]
    public void A_named_colleague_who_files_for_another_kills()
    {
        var town = Until(Phase.Outside);
        town.Accepts(town.By(new ReportLoss(CaseId, LossKind.Lost, OnBehalfOf: Carrier), null, (CityCarrier, Role.Member)));

        Assert.NotNull(town.Case.KillOrdered);
    }

    [Fact]
    public void Whoever_had_it_filed_knew_too()
    {
        var town = Until(Phase.Outside);
        town.Do(town.By(new ReportLoss(CaseId, LossKind.Lost, OnBehalfOf: Carrier), null, (HomeKeeper, Role.Member)));

        Assert.Equal([City, Contractor], Incidents.Laws.Knowledge.Of(town.Facts, town.Case).Where(entity => entity.At is not null).Select(entity => entity.Organisation).OrderBy(id => id.Value));
    }

    [Fact]
    public void A_false_alarm_costs_one_re_sealing()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Lost(Carrier));
        town.Do(town.FoundBy(SiteKeeper));

        town.At(Day(21, 11, 5)).Accepts(town.Ask(plan => plan with { Media = [SecondStick], Window = new(Day(22, 9, 0), Day(22, 10, 0), Day(22, 13, 0), Day(22, 19, 30), Day(22, 20, 0)) }, new("carry-2")));
    }
}
