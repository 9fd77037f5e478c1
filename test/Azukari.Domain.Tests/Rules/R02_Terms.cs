using Azukari.Domain.People;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R2: dates, deputies, the duties that do nothing, and what a small town may waive.</summary>
public sealed class R02_Terms
{
    private static readonly PersonId Deputy = new("o-deputy"), Second = new("c-second"), Watcher = new("o-watcher");

    [Fact]
    public void A_duty_begins_with_its_first_moment()
    {
        var town = Founded();
        town.Join(Second, Role.Operator);
        town.Do(Term(Second, Role.ProjectManager, town.Clock.AddHours(1), FiscalYearEnds)(town));
        var from = town.Clock.AddHours(1);

        town.Refuses(town.At(from.AddMilliseconds(-1)).By(town.Ask().Act, null, (Second, Role.ProjectManager)), (R2, RoleNotHeld));
        town.Accepts(town.At(from).By(town.Ask().Act, null, (Second, Role.ProjectManager)));
    }

    [Fact]
    public void Next_years_appointment_takes_nothing_of_this_years()
    {
        var town = Founded();
        var next = FiscalYearEnds.AddSeconds(1);
        town.Do(Term(Manager, Role.ProjectManager, next, next.AddYears(1))(town));

        Assert.True(town.Facts.People[Manager].Holds(Role.ProjectManager, town.Clock));
        Assert.True(town.Facts.People[Manager].Holds(Role.ProjectManager, next.AddYears(1)));
        town.Accepts(town.Ask());
    }

    [Fact]
    public void A_term_has_a_beginning_before_its_end()
    {
        var town = Founded();

        town.Refuses(Term(Carrier, Role.Keeper, FiscalYearEnds, Asking)(town), (R2, TermOutOfOrder));
    }

    [Fact]
    public void An_ended_duty_fills_nothing_from_that_moment_on()
    {
        var town = Founded();
        town.Do(town.Ended(Manager, Role.ProjectManager));

        town.Refuses(town.Ask(), (R2, RoleNotHeld));
        town.Refuses(town.Ended(Manager, Role.ProjectManager), (R2, RoleNotHeld));
        town.Refuses(town.Ended(Newcomer, Role.Operator), (R1, PersonNotEnrolled));
        town.Refuses(town.By(town.Ended(Carrier, Role.Operator).Act, null, (CityRoot, Role.Representative)), (R2, AppointmentNotByOwnSide));
    }

    [Fact]
    public void A_deputy_signs_in_the_own_name()
    {
        var town = Until(Phase.Endorsed);
        town.Join(Deputy, Role.Operator);
        town.Do(Stands(Deputy, Role.Approver, Approver)(town));

        town.Accepts(town.By(town.Approved().Act, null, (Deputy, Role.Approver)));
        Assert.Equal(Deputy, town.Case.Permit?.Approver);
    }

    [Fact]
    public void A_deputy_never_makes_two_people_of_one()
    {
        var town = Until(Phase.Endorsed);
        town.Join(Deputy, Role.Operator);
        town.Do(Stands(Deputy, Role.Approver, Approver)(town));
        town.Do(Stands(Deputy, Role.Witness, Witness)(town));
        town.Do(town.By(town.Approved().Act, null, (Deputy, Role.Approver)));

        town.At(Window.From);
        town.Refuses(town.Sealed(null, (Sealer, Role.Operator), (Deputy, Role.Witness)), (R2, WitnessIsApprover));
        town.Refuses(town.Sealed(null, (Deputy, Role.Operator), (Deputy, Role.Witness)), (R2, SamePersonTwice), (R2, WitnessIsApprover));
    }

    [Fact]
    public void A_deputy_stands_for_somebody_else_of_the_same_side_who_has_the_duty_in_the_own_right()
    {
        var town = Founded();
        town.Join(Deputy, Role.Keeper);
        town.Do(Stands(Deputy, Role.Approver, Approver)(town));

        town.Refuses(Stands(Approver, Role.Approver, Approver)(town), (R2, DeputyOfNobody));
        town.Refuses(Stands(Witness, Role.Approver, Officer)(town), (R2, DeputyOfNobody));
        town.Refuses(Stands(Witness, Role.Approver, Deputy)(town), (R2, DeputyOfNobody));
        town.Refuses(Stands(Witness, Role.Operator, Carrier)(town), (R2, DeputyOfNobody));
        town.Refuses(Stands(Witness, Role.Operator, new PersonId("o-nobody"))(town), (R2, DeputyOfNobody));
    }

    [Fact]
    public void An_administrator_has_no_other_duty_and_nobody_with_a_duty_administers()
    {
        var town = Founded();
        town.Do(town.Enrol(Watcher, CityRoot));
        town.Do(town.See(Watcher));
        town.Do(town.Appoint(Watcher, Role.Administrator));

        foreach (var role in new[] { Role.Operator, Role.Auditor, Role.Representative }) town.Refuses(town.Appoint(Watcher, role), (R2, AdministratorActsNot));
        foreach (var acting in new[] { Officer, Carrier, CityRoot, ContractorRoot }) town.Refuses(town.Appoint(acting, Role.Administrator), (R2, AdministratorActsNot));
        town.Do(town.Ended(Watcher, Role.Administrator));
        town.Accepts(town.Appoint(Watcher, Role.Operator));
    }

    [Fact]
    public void An_administrators_signature_counts_for_nothing_but_the_own_word()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Enrol(Watcher, CityRoot));
        town.Do(town.See(Watcher));
        town.Do(town.Appoint(Watcher, Role.Administrator));

        town.Refuses(town.By(town.Declined().Act, null, (Watcher, Role.Administrator)), (R2, RoleNotForThisAct), (R2, AdministratorActsNot), (R9, ApproverMissing), (R9, DecidedAlready));
        town.Refuses(town.By(town.Register(new("annex"), NetworkLayer.Lgwan).Act, null, (Watcher, Role.SecurityOfficer)), (R2, RoleNotHeld), (R2, AdministratorActsNot));
        town.Accepts(town.Read(Watcher));
        town.AcceptsWithout(town.Lost(Watcher, Role.Administrator), (R2, AdministratorActsNot));
        town.Accepts(town.Lost(Watcher));
    }

    [Fact]
    public void Neither_an_administrator_nor_an_auditor_is_in_the_pool()
    {
        foreach (var (role, reason) in new[] { (Role.Administrator, AdministratorActsNot), (Role.Auditor, AuditorActsNot) })
        {
            var town = Founded();
            town.Join(Watcher, role);

            town.Refuses(town.Ask(plan => plan with { Custodians = [.. plan.Custodians, Watcher] }), (R2, reason));
        }
    }

    [Fact]
    public void Neither_an_administrator_nor_an_auditor_vouches_for_a_new_key()
    {
        var (town, fresh) = (Founded(), KeyOf(new PersonId("fresh-key")));
        var (administrator, auditor) = (new PersonId("c-admin"), new PersonId("c-auditor"));
        town.Engage(ContractorRoot, (administrator, Role.Administrator), (auditor, Role.Auditor));
        var chief = (ContractorRoot, Role.Representative);

        town.Refuses(town.Rekeyed(Manager, fresh, chief, (administrator, Role.Member)), (R2, AdministratorActsNot));
        town.Refuses(town.Rekeyed(Manager, fresh, chief, (auditor, Role.Member)), (R2, AuditorActsNot));
        town.Accepts(town.Rekeyed(auditor, fresh, chief, (Sealer, Role.Member)));
    }

    [Fact]
    public void An_auditor_reads_everything_and_does_nothing()
    {
        var town = Until(Phase.Arrived);
        town.Join(Watcher, Role.Auditor);

        town.Refuses(town.Appoint(Watcher, Role.Witness), (R2, AuditorActsNot));
        town.Refuses(town.Appoint(Officer, Role.Auditor), (R2, AuditorActsNot));
        town.Refuses(town.Confirmed(Watcher, Role.Auditor), (R2, RoleNotForThisAct), (R2, AuditorActsNot), (R17, ConfirmationMissing));
        foreach (var attempt in Samples.OfEveryAct().Where(attempt => attempt.Signers.Length > 0 && !attempt.Act.IsSafety))
            Assert.IsType<Outcome.Refused>(town.Decide(town.By(attempt.Act, attempt.Machine?.Key, (Watcher, Role.Auditor))));
    }

    [Fact]
    public void A_small_town_waives_by_two_people_until_the_fiscal_years_end()
    {
        var town = Founded();

        town.Refuses(town.By(town.Waived().Act, null, (Approver, Role.Approver)), (R2, SecurityOfficerMissing));
        town.Refuses(town.By(town.Waived().Act, null, (Officer, Role.SecurityOfficer)), (R2, ApproverMissing));
        town.Refuses(town.By(town.Waived().Act, null, (Approver, Role.Approver), (ContractorRoot, Role.Representative)), (R2, RoleNotForThisAct), (R2, SecurityOfficerMissing));
        town.Refuses(town.Waived(FiscalYearEnds.AddSeconds(1)), (R2, WaiverTooLong));
        town.Accepts(town.Waived());
    }

    [Fact]
    public void A_seal_under_the_waiver_says_so()
    {
        var town = Until(Phase.Permitted);
        town.Do(town.Appoint(Approver, Role.Witness));
        town.Do(town.Waived(Window.From));

        town.Refuses(town.At(Window.From).Sealed(null, (Approver, Role.Operator), (Approver, Role.Witness)), (R2, RoleNotHeld), (R2, SamePersonTwice));
        town.AcceptsWithout(town.Sealed(null, (Sealer, Role.Operator), (Approver, Role.Witness)), (R2, WitnessIsApprover));
    }

    [Fact]
    public void A_waiver_lapses_and_can_be_ended()
    {
        var town = Until(Phase.Permitted);
        town.Do(town.Appoint(Approver, Role.Witness));
        town.Do(town.Waived(Window.From));
        var seal = town.At(Window.From).Sealed(null, (Sealer, Role.Operator), (Approver, Role.Witness));

        town.At(Window.From.AddMilliseconds(1)).Refuses(seal, (R2, WitnessIsApprover));
        town.At(Window.From).Do(town.Waived(Window.From.AddSeconds(-1)));
        town.Refuses(seal, (R2, WitnessIsApprover));
    }

    private static Func<Town, Attempt> Term(PersonId person, Role role, DateTimeOffset from, DateTimeOffset until) => town =>
        town.By(((AppointRole)town.Appoint(person, role, until).Act) with { From = from }, null, (EmployerOf(person) == City ? CityRoot : ContractorRoot, Role.Representative));

    private static Func<Town, Attempt> Stands(PersonId person, Role role, PersonId principal) => town =>
        town.By(((AppointRole)town.Appoint(person, role).Act) with { Deputises = principal }, null, (CityRoot, Role.Representative));
}
