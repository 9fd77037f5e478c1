using Azukari.Domain.Incidents;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R23: one touch; by a named person it kills, by anybody else of the chain it suspends, by nobody it touches no key.</summary>
public sealed class R23_Loss
{
    [Fact]
    public void What_was_lost_without_a_permit_calls_people_and_touches_no_key()
    {
        var town = Until(Phase.Endorsed);
        town.Accepts(town.Lost(Manager));

        Assert.Equal((CaseId, IncidentCause.Lost), (town.Facts.Incidents.Single().CarryOut!, town.Facts.Incidents.Single().Causes.Single().Cause));
        Assert.Contains(Deadlines.Of(town.Facts), deadline => deadline.Kind == DeadlineKind.Incident);
        Assert.Null(town.Case.KillOrdered ?? town.Case.Suspended?.Mark);
    }

    [Fact]
    public void A_report_about_a_case_that_there_is_not_is_heard_under_its_number()
    {
        var town = Until(Phase.Endorsed);
        town.Accepts(town.By(new ReportLoss(new("nobody-asked"), LossKind.Stolen), null, (Carrier, Role.Member)));
        town.Accepts(town.By(new ReportLoss(new("nobody-asked"), LossKind.Stolen), null, (Sealer, Role.Member)));

        Assert.Equal((null, "nobody-asked"), (town.Facts.Incidents.Single().CarryOut, town.Facts.Incidents.Single().About));
    }

    [Fact]
    public void Without_a_permit_nothing_is_found()
    {
        var town = Until(Phase.Endorsed);
        town.Refuses(town.FoundBy(Manager), (R23, NoPermit));
    }

    [Fact]
    public void A_person_named_in_the_permit_kills_at_once()
    {
        foreach (var named in new[] { Carrier, CityCarrier, Manager, Executive, Approver, Sealer, Witness, SiteKeeper })
        {
            var town = Until(Phase.Outside);
            town.Accepts(town.Lost(named));

            Assert.NotNull(town.Case.KillOrdered);
            Assert.True(town.Case.Losses[0].NamedInPermit);
        }
    }

    [Fact]
    public void Anybody_else_of_the_chain_suspends()
    {
        foreach (var other in new[] { CourierRoot, SubRoot, HomeKeeper, Officer, SiteOperator })
        {
            var town = Until(Phase.Outside);
            town.Accepts(town.Lost(other));

            Assert.Null(town.Case.KillOrdered);
            Assert.NotNull(town.Case.Suspended);
        }
    }

    [Fact]
    public void A_named_person_kills_also_as_the_second_hand_under_a_report()
    {
        var town = Until(Phase.Outside);
        town.AcceptsWithout(town.By(town.Lost(HomeKeeper).Act, null, (HomeKeeper, Role.Member), (Carrier, Role.Member)), (R2, RoleNotForThisAct));

        Assert.NotNull(town.Case.KillOrdered);
    }

    [Fact]
    public void A_report_that_nobody_of_the_chain_signed_touches_no_key()
    {
        var town = Until(Phase.Outside);

        town.Refuses(town.Lost(Carrier) with { Signers = [] }, (R23, GiverMissing));
        town.Refuses(town.Lost(new PersonId("c-passer-by")), (R1, PersonNotEnrolled));
        town.Refuses(town.FoundBy(Carrier) with { Signers = [] }, (R23, GiverMissing));
    }

    [Fact]
    public void A_report_needs_no_duty_and_no_approval()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Enrol(Newcomer, ContractorRoot));

        town.AcceptsWithout(town.Lost(Newcomer), (R1, PersonNotSeenByOfficer));
        Assert.NotNull(town.Case.Suspended);
    }

    [Fact]
    public void During_a_suspension_nothing_starts()
    {
        Sounds(town => town.Lost(HomeKeeper), Reason.Suspended);
    }

    [Fact]
    public void After_a_kill_nothing_starts()
    {
        Sounds(town => town.Lost(Manager), Killed);
    }

    [Fact]
    public void The_custodian_or_the_owner_answers_that_it_is_here_and_the_hour_stops()
    {
        foreach (var finder in new[] { SiteKeeper, Officer })
        {
            var town = Suspended();
            town.Accepts(town.FoundBy(finder));

            Assert.NotNull(town.Case.Suspended?.Answered);
            town.At(town.Clock.AddMinutes(61)).Refuses(town.Passed(DeadlineKind.LossAnswer), (R15, NotDueYet));
            town.Refuses(town.Arrival(), (R23, Reason.Suspended));
        }
    }

    [Fact]
    public void Anybody_elses_answer_is_recorded_and_stops_nothing()
    {
        var town = Suspended();
        town.Accepts(town.FoundBy(SubRoot));

        Assert.Null(town.Case.Suspended?.Answered);
    }

    [Fact]
    public void After_an_hour_without_an_answer_the_keys_die()
    {
        var town = Suspended();
        town.At(town.Clock.AddMinutes(60)).Accepts(town.Passed(DeadlineKind.LossAnswer));

        Assert.NotNull(town.Case.KillOrdered);
        town.Refuses(town.Lifted(), (R23, Killed));
    }

    [Fact]
    public void A_second_report_after_an_answer_starts_the_hour_again()
    {
        var town = Suspended();
        town.Do(town.FoundBy(SiteKeeper));
        town.Do(town.Lost(SubRoot));

        town.At(town.Clock.AddMinutes(60)).Accepts(town.Passed(DeadlineKind.LossAnswer));
    }

    [Fact]
    public void One_person_of_each_side_ends_a_suspension_inside_the_window()
    {
        var town = Suspended();
        var lifted = town.Lifted();

        town.Refuses(lifted with { Signers = [lifted.Signers[0]] }, (R23, ContractorsWordMissing));
        town.Refuses(lifted with { Signers = [lifted.Signers[1]] }, (R23, OwnersWordMissing));
        town.Accepts(lifted);
        town.Accepts(town.Arrival());
    }

    [Fact]
    public void Nothing_ends_a_suspension_after_the_window()
    {
        var town = Suspended();

        town.At(Window.OpenBy.AddMilliseconds(1)).Refuses(town.Lifted(), (R10, TooLate));
    }

    [Fact]
    public void What_is_not_suspended_cannot_be_lifted()
    {
        Until(Phase.Outside).Refuses(Until(Phase.Outside).Lifted(), (R23, NotSuspended));
        Founded().Refuses(Founded().Lifted(), (R7, NotAsked));
    }

    [Fact]
    public void A_second_hand_under_the_answer_does_not_help_it()
    {
        var town = Suspended();
        var attempt = town.By(town.FoundBy(SiteKeeper).Act, null, (SubRoot, Role.Member), (SiteKeeper, Role.Member));

        town.Refuses(attempt, (R2, RoleNotForThisAct));
    }

    [Fact]
    public void A_broken_seal_that_was_found_stops_nothing()
    {
        var town = Suspended();
        town.Accepts(town.FoundBy(SiteKeeper, intact: false));

        Assert.Null(town.Case.Suspended?.Answered);
    }

    [Fact]
    public void Stopping_the_hour_keeps_data_reachable_and_needs_every_check()
    {
        var town = Suspended();
        var attempt = town.FoundBy(SiteKeeper);
        town.At(attempt.Signers[0].Until.AddMilliseconds(1)).Refuses(attempt, (R30, StatementExpired));

        town.Do(town.Enrol(new PersonId("o-new"), CityRoot));
        town.Refuses(town.FoundBy(new PersonId("o-new")), (R1, PersonNotSeenByOfficer));
        Assert.Null(town.Case.Suspended?.Answered);
    }

    [Fact]
    public void What_was_said_before_the_alarm_does_not_end_it()
    {
        var town = Until(Phase.Outside);
        var beforehand = town.FoundBy(SiteKeeper);
        town.Do(town.Lost(HomeKeeper));

        town.Refuses(beforehand, (R30, StatementOnOther));
    }

    [Fact]
    public void A_kill_is_never_taken_back()
    {
        var town = Suspended();
        town.Do(town.Lost(Carrier));
        town.Do(town.FoundBy(SiteKeeper));

        Assert.NotNull(town.Case.KillOrdered);
        town.Refuses(town.Arrival(), (R23, Killed));
    }

    [Fact]
    public void Every_report_is_kept()
    {
        var town = Suspended();
        town.Do(town.By(new ReportLoss(CaseId, LossKind.Stolen, OnBehalfOf: Carrier), null, (SubRoot, Role.Member)));

        Assert.Equal([HomeKeeper, SubRoot], town.Case.Losses.Select(report => report.Reporter));
    }

    private static Town Suspended()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Lost(HomeKeeper));
        return town;
    }

    private static void Sounds(Func<Town, Attempt> report, Reason reason)
    {
        Refuses(Until(Phase.Permitted).At(Window.From), town => town.Sealed());
        Refuses(Until(Phase.Sealed), town => town.Leave());
        Refuses(Until(Phase.Outside), town => town.Arrival());
        Refuses(Until(Phase.Arrived), town => town.Confirmed(Officer, Role.SecurityOfficer));

        var confirmed = Until(Phase.Arrived);
        confirmed.Do(confirmed.Confirmed(Officer, Role.SecurityOfficer));
        confirmed.Do(confirmed.Confirmed(SiteOperator, Role.Operator));
        Refuses(confirmed, town => town.Released(Side.Owner));

        void Refuses(Town town, Func<Town, Attempt> start)
        {
            town.Do(report(town));
            town.Refuses(start(town), (R23, reason));
        }
    }
}
