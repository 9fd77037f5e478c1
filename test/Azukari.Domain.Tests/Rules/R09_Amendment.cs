using Azukari.Domain.Applications;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R9: those sign a change whose matter it is, and a change loosens nothing that was granted or sealed.</summary>
public sealed class R09_Amendment
{
    private static CarryPlan OtherPool(CarryPlan plan) => plan with { Custodians = [Sealer, CityCarrier] };

    private static CarryPlan Fewer(CarryPlan plan) => plan with { MostPeople = 100 };

    [Fact]
    public void Who_carries_it_is_the_project_managers_matter_and_the_approvers()
    {
        var town = Until(Phase.Permitted);
        var act = town.Amended(OtherPool).Act;

        town.Refuses(town.By(act, null, (Manager, Role.ProjectManager)), (R9, ApproverMissing));
        town.Refuses(town.By(act, null, (Approver, Role.Approver)), (R9, ProjectManagerMissing));
        town.Refuses(town.By(act, null, (Manager, Role.ProjectManager), (Executive, Role.InformationManager), (Approver, Role.Approver)), (R2, RoleNotForThisAct));
        town.Accepts(town.By(act, null, (Manager, Role.ProjectManager), (Approver, Role.Approver)));
        Assert.Equal([Sealer, CityCarrier], town.Case.Plan.Custodians);
    }

    [Fact]
    public void What_leaves_and_when_is_the_matter_of_all_three()
    {
        var town = Until(Phase.Permitted);
        Func<CarryPlan, CarryPlan>[] changes =
        [
            plan => plan with { TextDigest = Hash("another purpose") }, Fewer, plan => plan with { Data = [new(Residents, ["id"])] },
            plan => plan with { Method = TransferMethod.Courier, Courier = CourierCompany }, plan => plan with { SealAt = Bench },
            plan => plan with { Window = Window with { OpenBy = Window.OpenBy.AddHours(-1) } },
        ];

        foreach (var act in changes.Select(change => town.Amended(change).Act))
        {
            town.Refuses(town.By(act, null, (Manager, Role.ProjectManager), (Approver, Role.Approver)), (R9, InformationManagerMissing));
            Assert.IsType<Outcome.Accepted>(town.Decide(town.By(act, null, (Manager, Role.ProjectManager), (Executive, Role.InformationManager), (Approver, Role.Approver))));
        }
    }

    [Fact]
    public void Whoever_has_not_signed_yet_will_see_the_plan_as_it_then_stands()
    {
        var asked = Until(Phase.Asked);
        asked.Accepts(asked.By(new Amend(CaseId, Fewer(Plan)), null, (Manager, Role.ProjectManager)));

        var endorsed = Until(Phase.Endorsed);
        endorsed.Accepts(endorsed.By(new Amend(CaseId, Fewer(Plan)), null, (Manager, Role.ProjectManager), (Executive, Role.InformationManager)));
    }

    [Fact]
    public void A_signature_under_the_plan_as_it_was_does_not_count_for_what_it_has_become()
    {
        var town = Until(Phase.Endorsed);
        var (approved, amended) = (town.Approved(), town.Amended(Fewer));
        town.Do(amended);
        town.Refuses(approved, (R30, StatementOnOther));
        town.Do(town.Approved());

        var sealedAsWas = town.At(Window.From).Sealed();
        town.Do(town.Amended(OtherPool));
        town.Refuses(sealedAsWas, (R30, StatementOnOther));
        town.Accepts(town.Sealed());
    }

    [Fact]
    public void A_report_of_loss_signed_before_the_change_still_counts()
    {
        var town = Until(Phase.Sealed);
        var report = town.Lost(Carrier);
        town.Do(town.Amended(OtherPool));

        town.Accepts(report);
    }

    [Fact]
    public void The_new_plan_is_judged_like_the_first()
    {
        var town = Until(Phase.Permitted);

        town.Refuses(town.Amended(plan => plan with { MostPeople = 111 }), (R7, MarginTooLarge));
        town.Refuses(town.Amended(plan => plan with { Data = [new(Residents, ["id", "tax"])] }), (R8, FieldBeyondTemplate));
        town.Refuses(town.Amended(plan => plan with { Custodians = [Carrier, Newcomer] }), (R1, PersonNotEnrolled), (R8, AccompaniedNeedsTwo));
    }

    [Fact]
    public void Media_that_are_no_longer_needed_are_free_and_those_that_are_needed_are_taken()
    {
        var town = Until(Phase.Permitted);
        town.Do(town.Amended(plan => plan with { Media = [SecondStick] }));

        Assert.Null(town.Facts.Media[Stick].InUseBy);
        Assert.Equal(CaseId, town.Facts.Media[SecondStick].InUseBy);
    }

    [Fact]
    public void A_change_without_a_change_is_none()
    {
        var town = Until(Phase.Permitted);

        town.Refuses(town.Amended(plan => plan), (R9, NothingAmended));
        Founded().Refuses(Founded().Amended(Fewer), (R7, NotAsked));
    }

    [Fact]
    public void A_granted_deadline_is_not_put_off_by_it()
    {
        CarryPlan Later(CarryPlan plan) => plan with { Window = Window with { OutBy = Window.OutBy.AddMinutes(1) } };
        var town = Until(Phase.Permitted);
        town.Refuses(town.Amended(Later), (R9, LaterIsExtension));

        var asked = Until(Phase.Asked);
        asked.Accepts(asked.Amended(Later));
    }

    [Fact]
    public void What_is_sealed_is_sealed_and_only_who_carries_it_can_change()
    {
        var town = Until(Phase.Outside);

        town.Refuses(town.Amended(Fewer), (R9, FixedBySeal));
        town.Accepts(town.Amended(OtherPool));
    }

    [Fact]
    public void Whoever_takes_it_over_outside_is_fit_for_it_even_after_template_and_policy_have_lapsed()
    {
        var town = Until(Phase.Outside);
        town.Facts = town.Facts with { Policy = null, Templates = town.Facts.Templates.Clear() };

        town.Refuses(town.Amended(plan => plan with { Custodians = [Carrier, CityCarrier, Newcomer] }), (R1, PersonNotEnrolled));
        town.Accepts(town.Amended(OtherPool));
    }

    [Fact]
    public void After_its_last_moment_or_a_kill_nothing_is_changed()
    {
        var town = Until(Phase.Permitted);
        town.Refuses(town.At(Window.OutBy.AddMilliseconds(1)).Amended(Fewer), (R9, TooLate));

        var killed = Until(Phase.Outside);
        killed.Do(killed.Lost(Carrier));
        killed.Refuses(killed.Amended(OtherPool), (R23, Killed));
    }

    [Fact]
    public void No_change_makes_two_duties_one()
    {
        var town = Until(Phase.Permitted);
        town.Do(town.Appoint(Manager, Role.InformationManager));
        town.Do(town.Appoint(Executive, Role.ProjectManager));
        var swapped = town.By(new Amend(CaseId, Fewer(Plan)), null, (Manager, Role.InformationManager), (Executive, Role.ProjectManager), (Approver, Role.Approver));
        town.Refuses(swapped, (R2, SamePersonTwice));

        var outside = Until(Phase.Outside);
        outside.Do(outside.Appoint(Witness, Role.Approver));
        outside.Refuses(outside.By(new Amend(CaseId, OtherPool(Plan)), null, (Manager, Role.ProjectManager), (Witness, Role.Approver)), (R2, WitnessIsApprover));
    }

    [Fact]
    public void Whoever_approved_a_change_is_no_witness_of_its_sealing()
    {
        var town = Until(Phase.Permitted);
        town.Do(town.Appoint(Witness, Role.Approver));
        town.Do(town.By(new Amend(CaseId, OtherPool(Plan)), null, (Manager, Role.ProjectManager), (Witness, Role.Approver)));

        town.Refuses(town.At(Window.From).Sealed(), (R2, WitnessIsApprover));
    }

    [Fact]
    public void The_watch_follows_the_plan_as_it_stands()
    {
        var town = Until(Phase.Permitted);
        town.Do(town.Amended(plan => plan with { Window = Window with { OutBy = Window.OutBy.AddMinutes(-30) } }));

        Assert.Equal(Window.OutBy.AddMinutes(-30), Deadlines.Of(town.Facts)[0].Due);
    }
}
