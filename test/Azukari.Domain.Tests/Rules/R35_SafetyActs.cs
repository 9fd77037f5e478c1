namespace Azukari.Domain.Tests.Rules;

/// <summary>R35: reporting, handing over, bringing home, erasing and storing stay open; the entry says exactly what was missing.</summary>
public sealed class R35_SafetyActs
{
    [Fact]
    public void A_report_of_loss_counts_though_the_duty_has_ended_and_the_statement_is_old()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Appoint(Carrier, Role.Operator, town.Clock.AddSeconds(-1)));
        var attempt = town.Lost(Carrier, Role.Operator);

        town.At(town.Clock.AddDays(1)).AcceptsWithout(attempt, (R2, RoleNotHeld), (R30, StatementExpired));
        Assert.NotNull(town.Case.KillOrdered);
    }

    [Fact]
    public void Whatever_of_list_manual_training_employment_and_approval_has_lapsed_is_noted_where_media_are_handled()
    {
        var town = Until(Phase.Loaded);
        town.Do(town.Submitted(2));
        town.Do(town.ApprovedManual(2));
        town.Do(town.Left(SiteKeeper));
        town.Do(town.Withdrawn(Subcontractor));
        town.At(TrainingEnds.AddMilliseconds(1));

        // Waiting for neither office nor paper: the payload is gone and the medium is on its way.
        town.AcceptsWithout(
            town.SiteErased(), (R1, OrganisationWithdrawn), (R1, PersonHasLeft), (R1, ListNotSignedThisQuarter), (R2, RoleNotHeld), (R3, ManualNotAcknowledged), (R4, TrainingExpired), (R19, TooLate));
        town.AcceptsWithout(
            town.TakeBack(), (R1, OrganisationWithdrawn), (R1, PersonHasLeft), (R1, ListNotSignedThisQuarter), (R2, RoleNotHeld), (R3, ManualNotAcknowledged), (R4, TrainingExpired));
        town.AcceptsWithout(town.BringHome(), (R1, ListNotSignedThisQuarter), (R2, RoleNotHeld), (R3, ManualNotAcknowledged), (R4, TrainingExpired));
    }

    [Fact]
    public void Somebody_off_the_list_and_untrained_hands_it_over_and_reports_it()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Listed(Contractor, without: Carrier));
        town.Facts = town.Facts with { People = town.Facts.People.SetItem(Carrier, town.Facts.People[Carrier] with { Trainings = town.Facts.People[Carrier].Trainings.Clear() }), Manuals = town.Facts.Manuals.Clear() };

        town.AcceptsWithout(town.TakeBack(act => act with { SealNumber = SealNumber }), (R1, PersonNotOnList), (R3, NoManualInForce), (R4, TrainingNotRecorded));
        town.Accepts(town.Lost(Carrier));
    }

    [Fact]
    public void An_auditor_who_finds_it_in_the_hand_brings_it_home()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Ended(SiteKeeper, Role.Keeper));
        town.Do(town.Appoint(SiteKeeper, Role.Auditor));

        town.AcceptsWithout(
            town.Passed(act => act with { To = [HomeKeeper], At = DataCentre, Stored = true }, (SiteKeeper, Role.Auditor), (HomeKeeper, Role.Keeper)), (R2, AuditorActsNot));
    }

    [Fact]
    public void A_claimed_duty_of_the_other_side_is_noted_and_stops_no_report()
    {
        var town = Until(Phase.Outside);

        town.AcceptsWithout(town.Lost(Carrier, Role.Witness), (R2, RoleNotHeld), (R2, RoleOfOtherSide));
    }

    [Fact]
    public void Bringing_home_waits_for_no_giver()
    {
        var town = Until(Phase.Outside);
        var act = town.BringHome().Act;

        town.AcceptsWithout(town.By(act, null, (HomeKeeper, Role.Keeper)), (R14, GiverMissing));
        Assert.True(Home.IsStored(town.Facts, town.Case));
    }

    [Fact]
    public void Somebody_else_may_bring_it_home_and_the_entry_says_so()
    {
        var town = Until(Phase.Outside);

        town.AcceptsWithout(
            town.By(town.BringHome().Act, null, (Manager, Role.ProjectManager), (HomeKeeper, Role.Keeper)), (R14, GiverNotCustodian), (R14, GiverMissing));
    }

    [Fact]
    public void A_broken_or_other_seal_does_not_keep_it_outside()
    {
        var town = Until(Phase.Outside);

        town.AcceptsWithout(town.TakeBack(act => act with { SealNumber = null, Intact = false, At = CallCentre }), (R14, SealNumberDiffers));
    }

    [Fact]
    public void One_alone_on_the_way_back_is_noted_and_not_stopped()
    {
        var town = Until(Phase.Outside);

        town.AcceptsWithout(
            town.Passed(act => act with { To = [Carrier] }, (SiteKeeper, Role.Keeper), (Carrier, Role.Operator)), (R14, CustodiansTooFew));
    }

    [Fact]
    public void A_keeper_whose_duty_has_ended_still_locks_it_away()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Appoint(HomeKeeper, Role.Keeper, town.Clock.AddSeconds(-1)));

        town.AcceptsWithout(town.By(town.BringHome().Act, null, (SiteKeeper, Role.Keeper), (HomeKeeper, Role.Keeper)), (R2, RoleNotHeld));
        Assert.True(Home.IsStored(town.Facts, town.Case));
    }

    [Fact]
    public void A_carrier_who_finds_no_keeper_at_night_locks_it_away()
    {
        var town = Until(Phase.ErasedAtSite);
        town.Do(town.TakeBack());

        town.AcceptsWithout(town.Passed(act => act with { To = [Carrier], At = DataCentre, Stored = true, SealNumber = null }, (Carrier, Role.Operator)), (R2, RoleNotHeld));
        Assert.True(Home.IsStored(town.Facts, town.Case));
    }

    [Fact]
    public void The_locked_place_at_the_source_stays_open_after_a_kill()
    {
        var town = Until(Phase.Sealed);
        town.Do(town.Lost(Manager));

        town.Accepts(town.Passed(act => act with { To = [HomeKeeper], At = DataCentre, Stored = true }, (Sealer, Role.Operator), (HomeKeeper, Role.Keeper)));
    }

    [Fact]
    public void Erasing_alone_is_noted_and_not_stopped()
    {
        var town = Until(Phase.Loaded);

        town.AcceptsWithout(town.By(town.SiteErased().Act, KeyOf(OpenStation).Id, (SiteOperator, Role.Operator)), (R19, SecondPersonMissing));
        town.AcceptsWithout(town.By(town.SiteErased().Act, KeyOf(OpenStation).Id), (R19, OperatorMissing), (R19, SecondPersonMissing));
    }

    [Fact]
    public void Erasing_after_the_last_moment_is_noted_to_the_millisecond_and_not_stopped()
    {
        var town = Until(Phase.Loaded);

        town.At(Window.EraseBy.AddMilliseconds(1)).AcceptsWithout(town.SiteErased(), (R19, TooLate));
        town.At(Window.EraseBy).Accepts(town.SiteErased());
    }

    [Fact]
    public void What_is_false_is_no_safety_act()
    {
        var town = Until(Phase.Outside);
        var attempt = town.Lost(Carrier);

        town.Refuses(attempt with { Signers = [attempt.Signers[0] with { Key = KeyOf(Manager).Id }] }, (R30, KeyNotThePersons));
        town.Refuses(attempt with { Signers = [attempt.Signers[0] with { On = town.Facts.Genesis! }] }, (R30, StatementOnOther));
        town.Refuses(attempt with { Signers = [attempt.Signers[0] with { Organisation = City }] }, (R1, PersonActsForAnother));
    }

    [Fact]
    public void A_safety_act_with_nothing_missing_says_nothing()
    {
        var town = Until(Phase.Loaded);

        Assert.Empty(Assert.IsType<Outcome.Accepted>(town.Decide(town.SiteErased())).Missing);
    }
}
