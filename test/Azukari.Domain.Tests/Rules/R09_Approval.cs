namespace Azukari.Domain.Tests.Rules;

/// <summary>R9: submitted, endorsed, approved, each by whose matter it is.</summary>
public sealed class R09_Approval
{
    [Fact]
    public void Only_a_project_manager_applies()
    {
        var town = Founded();

        town.Refuses(town.Ask() with { Signers = [] }, (R9, ProjectManagerMissing));
    }

    [Fact]
    public void Only_the_information_manager_endorses()
    {
        var town = Until(Phase.Asked);

        town.Refuses(town.By(town.Endorsed().Act, null, (Sealer, Role.Operator)), (R2, RoleNotForThisAct), (R9, InformationManagerMissing));
    }

    [Fact]
    public void Only_the_owners_approver_approves_or_declines()
    {
        var town = Until(Phase.Endorsed);

        foreach (var attempt in new[] { town.Approved(), town.Declined() }) town.Refuses(attempt with { Signers = [] }, (R9, ApproverMissing));
    }

    [Fact]
    public void What_was_not_endorsed_is_not_approved()
    {
        var town = Until(Phase.Asked);

        town.Refuses(town.Approved(), (R9, NotEndorsed));
    }

    [Fact]
    public void What_is_decided_is_not_decided_again()
    {
        var town = Until(Phase.Permitted);
        foreach (var attempt in new[] { town.Endorsed(), town.Declined() }) town.Refuses(attempt, (R9, DecidedAlready));
        town.Refuses(town.Approved(), (R9, DecidedAlready), (R20, KeyNamedTwice));

        var declined = Until(Phase.Endorsed);
        declined.Refuses(declined.Endorsed(), (R9, DecidedAlready));
        declined.Do(declined.Declined());
        declined.Refuses(declined.Approved(), (R9, DecidedAlready));
    }

    [Fact]
    public void A_case_waits_for_the_executive_then_for_the_approver_and_then_for_nobody()
    {
        var town = Until(Phase.Asked);
        var asked = town.Case.Asked.At;
        Assert.Equal(("InformationManager", asked), Awaited(town));

        town.Do(town.Endorsed());
        Assert.Equal(("Approver", town.Case.Endorsed!.At), Awaited(town));
        town.Do(town.Approved());
        Assert.Null(Permits.Decision.Of(town.Case));

        var declined = Until(Phase.Endorsed);
        declined.Do(declined.Declined());
        Assert.Null(Permits.Decision.Of(declined.Case));

        var urgent = Founded();
        urgent.Do(urgent.GrantedUrgently());
        Assert.Equal(("ProjectManager InformationManager", urgent.Case.Urgent!.Mark.At), Awaited(urgent));
    }

    [Fact]
    public void An_approval_after_the_last_moment_of_leaving_is_void()
    {
        var town = Until(Phase.Endorsed);

        town.Refuses(town.At(Window.OutBy.AddMilliseconds(1)).Approved(), (R9, TooLate));
        town.Accepts(town.At(Window.OutBy).Approved());
    }

    [Fact]
    public void A_plan_without_a_window_is_not_approved()
    {
        var town = Until(Phase.Endorsed);
        town.Facts = town.Facts with { CarryOuts = town.Facts.CarryOuts.SetItem(CaseId, town.Case with { Plan = Plan with { Window = null } }) };

        town.Refuses(town.Approved(), (R7, WindowNotStated));
    }

    [Fact]
    public void What_moved_in_the_registers_since_it_was_asked_is_seen_when_it_is_granted()
    {
        var town = Until(Phase.Endorsed);
        town.Do(town.Decree(act => act with { LongestHours = 1 }));

        town.Refuses(town.Approved(), (R8, WindowTooLong));
    }

    private static (string Duties, DateTimeOffset? Since) Awaited(Town town) => Permits.Decision.Of(town.Case) is var decision ? (string.Join(' ', decision?.Awaited ?? []), decision?.Since) : default;
}
