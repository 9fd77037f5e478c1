namespace Azukari.Domain.Tests.Rules;

/// <summary>R2 where the work is done: duties are of a side, a keeper keeps, and nobody looks through their own erasure.</summary>
public sealed class R02_AtWork
{
    [Fact]
    public void A_duty_of_the_other_side_is_signed_by_nobody()
    {
        var town = Until(Phase.Permitted).At(Window.From);

        town.Refuses(
            town.Sealed(null, (Sealer, Role.Operator), (Carrier, Role.Witness)),
            (R2, RoleNotHeld), (R2, RoleOfOtherSide), (R2, RoleNotForThisAct), (R11, WitnessMissing));
    }

    [Fact]
    public void Whoever_locks_a_medium_away_is_a_keeper_or_the_entry_says_that_it_was_none()
    {
        var town = Until(Phase.ErasedAtSite);
        town.Do(town.TakeBack());

        town.AcceptsWithout(town.Passed(act => act with { To = [Carrier], At = DataCentre, Stored = true, SealNumber = null }, (Carrier, Role.Operator)), (R2, RoleNotHeld));
    }

    [Fact]
    public void Whoever_witnessed_the_sealing_approves_no_change_of_what_was_sealed()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Appoint(Witness, Role.Approver));
        var act = town.Extended(window => window with { OpenBy = window.OpenBy.AddHours(1) }).Act;

        town.Refuses(town.By(act, null, (Manager, Role.ProjectManager), (Witness, Role.Approver)), (R2, WitnessIsApprover));
    }

    [Fact]
    public void Whoever_endorsed_a_series_applies_for_none_of_its_carry_outs()
    {
        var town = Founded().HasSeries();
        town.Do(town.Appoint(Executive, Role.ProjectManager));

        town.Refuses(town.By(town.AskedUnder().Act, null, (Executive, Role.ProjectManager)), (R2, SamePersonTwice));
        town.Accepts(town.AskedUnder());
    }

    [Fact]
    public void Whoever_cleared_a_medium_does_not_verify_it()
    {
        var town = Until(Phase.Cleared);

        town.Refuses(town.By(town.Verified().Act, KeyOf(OtherBench).Id, (Sealer, Role.Operator)), (R2, VerifierIsEraser));
    }
}
