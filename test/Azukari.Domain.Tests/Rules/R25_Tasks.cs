using Azukari.Domain.Incidents;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R25: tasks with owner, time and evidence; both sides close an incident when nothing is open.</summary>
public sealed class R25_Tasks
{
    [Fact]
    public void Which_tasks_an_incident_begins_with_follows_from_its_cause()
    {
        var lost = Lost(Carrier);
        Assert.Equal(Enum.GetValues<TaskKind>(), Incident(lost).Tasks.Select(task => task.Kind).Order());

        var broken = Until(Phase.Outside);
        broken.Do(broken.FoundBy(SiteKeeper, intact: false));
        Assert.Equal([TaskKind.DataOwner, TaskKind.Regulator, TaskKind.DarkWebWatch], Incident(broken).Tasks.Select(task => task.Kind));
    }

    [Fact]
    public void A_later_cause_adds_only_what_was_not_begun()
    {
        var town = Lost(Carrier);
        town.Do(town.By(new ReportLoss(CaseId, LossKind.Stolen), null, (SubRoot, Role.Member)));

        Assert.Equal(8, Incident(town).Tasks.Length);
    }

    [Fact]
    public void A_task_is_given_an_owner_and_a_time_and_done_by_that_person_with_evidence()
    {
        var town = Lost(Carrier);
        town.Refuses(town.Finished(2), (R25, NotTaskOwner));
        town.Refuses(town.Assigned(2) with { Signers = [] }, (R25, ResponderMissing));
        town.Refuses(town.Excused(2) with { Signers = [] }, (R25, SecurityOfficerMissing));
        town.Accepts(town.Assigned(2));
        town.Refuses(town.Finished(2, Sealer), (R25, NotTaskOwner));
        town.Refuses(town.Finished(2) with { Signers = [] }, (R25, ResponderMissing));
        town.Accepts(town.Finished(2));

        Assert.Equal((Carrier, Hash("evidence"), false), (Incident(town).Tasks[1].End!.By, Incident(town).Tasks[1].End!.Paper, Incident(town).Tasks[1].End!.IsExcuse));
        town.Refuses(town.Finished(2), (R25, TaskEnded));
        town.Refuses(town.Excused(2), (R25, TaskEnded));
    }

    [Fact]
    public void A_task_that_the_incident_did_not_begin_with_can_be_added()
    {
        var town = Until(Phase.Outside);
        town.Do(town.FoundBy(SiteKeeper, intact: false));
        town.Accepts(town.Assigned(null));

        Assert.Equal(TaskKind.EnquiryDesk, Incident(town).Tasks[^1].Kind);
    }

    [Fact]
    public void Nobody_outside_the_chain_is_named_and_no_time_that_has_passed()
    {
        var town = Lost(Carrier);

        town.Refuses(town.Assigned(1, act => act with { Owner = Newcomer }), (R1, PersonNotEnrolled));
        town.Refuses(town.Assigned(1, act => act with { Due = town.Clock }), (R25, TaskWithoutTime));
        town.Refuses(town.Assigned(99), (R25, TaskUnknown));
        town.Refuses(town.Assigned(1, act => act with { Kind = TaskKind.Search }), (R25, TaskUnknown));
        Founded().Refuses(Founded().Assigned(1), (R25, IncidentUnknown), (R25, TaskUnknown));
    }

    [Fact]
    public void An_overdue_task_tells_its_owner_and_goes_up_until_it_ends()
    {
        var town = Lost(Carrier);
        town.Do(town.Assigned(2, act => act with { Owner = Sealer }));
        town.Wait(town.Clock.AddHours(3));

        var alarms = town.Case.Alarms.Where(alarm => alarm is { Kind: DeadlineKind.Response, About: "incident-1.2" }).ToArray();
        Assert.Contains(Sealer, alarms[0].Told);
        Assert.Equal([1, 2, 3], alarms.Select(alarm => alarm.Step));
        town.Do(town.Finished(2, Sealer));
        Assert.DoesNotContain(Deadlines.Of(town.Facts), next => next.About == "incident-1.2");
    }

    [Fact]
    public void A_task_without_an_owner_is_due_in_the_time_that_the_policy_gives()
    {
        var town = Lost(Carrier);

        Assert.Contains(Deadlines.Of(town.Facts), next => (next.Kind, next.About, next.Due) == (DeadlineKind.Response, "incident-1.1", Incident(town).Opened.At.AddHours(24)));
    }

    [Fact]
    public void Both_sides_close_an_incident_when_every_task_is_done_or_excused()
    {
        var town = Lost(Carrier);
        town.Refuses(town.IncidentClosed(), (R25, TasksOpen));
        town.Do(town.Assigned(1));
        town.Do(town.Finished(1));
        for (var task = 2; task <= 8; task++) town.Accepts(town.Excused(task));

        var closing = town.IncidentClosed();
        town.Refuses(closing with { Signers = [closing.Signers[0]] }, (R25, InformationManagerMissing));
        town.Refuses(closing with { Signers = [closing.Signers[1]] }, (R25, SecurityOfficerMissing));
        town.Accepts(closing);

        Assert.False(Incident(town).IsOpen);
        Assert.DoesNotContain(Deadlines.Of(town.Facts), next => next.Kind is DeadlineKind.Incident or DeadlineKind.Response);
        town.Refuses(town.Excused(1), (R25, Reason.IncidentClosed), (R25, TaskEnded));
        town.Do(town.Lost(SubRoot));
        Assert.Equal(2, town.Facts.Incidents.Length);
    }

    private static Incident Incident(Town town) => town.Facts.Incidents[0];

    private static Town Lost(PersonId reporter)
    {
        var town = Until(Phase.Outside);
        town.Do(town.Lost(reporter));
        return town;
    }
}
