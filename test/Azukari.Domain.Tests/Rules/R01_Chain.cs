using Azukari.Domain.People;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R1: who may be named and sign at all.</summary>
public sealed class R01_Chain
{
    private static readonly OrganisationId SubSub = new("sub-sub");
    private static readonly PersonId SubSubRoot = new("x-root");

    [Fact]
    public void A_person_who_is_not_enrolled_signs_nothing()
    {
        var town = Founded();

        town.Refuses(SignedBy(town, signer => signer with { Person = Newcomer }), (R1, PersonNotEnrolled));
    }

    [Fact]
    public void A_person_of_an_organisation_outside_the_chain_signs_nothing()
    {
        var town = Founded();

        town.Refuses(
            SignedBy(town, signer => signer with { Person = SubSubRoot, Organisation = SubSub }),
            (R1, OrganisationNotApproved), (R1, PersonNotEnrolled), (R2, RoleNotForThisAct), (R8, ApproverMissing));
    }

    [Fact]
    public void A_person_acts_through_the_one_employer_only()
    {
        var town = Founded();
        var attempt = town.By(new SetPolicy(1, 1, 1, [], FiscalYearEnds), null, (Sealer, Role.Approver));

        town.Refuses(
            attempt with { Signers = [attempt.Signers[0] with { Organisation = City }] }, (R1, PersonActsForAnother), (R2, RoleNotHeld));
    }

    [Fact]
    public void A_person_whom_the_officer_has_not_seen_signs_nothing()
    {
        var town = Founded();
        town.Do(town.Enrol(Newcomer, ContractorRoot));
        town.Do(town.Appoint(Newcomer, Role.ProjectManager));

        town.Do(town.Listed(Contractor));
        town.Do(town.Trained(Newcomer));

        // Whoever has not been seen cannot even acknowledge the manual.
        town.Refuses(town.By(town.Ask().Act, null, (Newcomer, Role.ProjectManager)), (R1, PersonNotSeenByOfficer), (R3, ManualNotAcknowledged));
        town.Refuses(town.Read(Newcomer), (R1, PersonNotSeenByOfficer));
    }

    [Fact]
    public void A_representative_whom_the_officer_has_not_seen_enrols_nobody()
    {
        var town = Founded();
        var deputy = new PersonId("c-deputy");
        town.Do(town.Enrol(deputy, ContractorRoot));
        town.Do(town.Appoint(deputy, Role.Representative));

        town.Refuses(town.Enrol(Newcomer, deputy), (R1, PersonNotSeenByOfficer));
        town.Do(town.See(deputy));
        town.Accepts(town.Enrol(Newcomer, deputy));
    }

    [Fact]
    public void A_custodian_is_named_only_when_enrolled_and_seen()
    {
        var town = Founded();
        town.Refuses(town.Ask(plan => plan with { Custodians = [Carrier, CityCarrier, Newcomer] }), (R1, PersonNotEnrolled));

        town.Do(town.Enrol(Newcomer, ContractorRoot));
        town.Do(town.Listed(Contractor));
        town.Do(town.Trained(Newcomer));
        town.Refuses(town.Ask(plan => plan with { Custodians = [Carrier, CityCarrier, Newcomer] }), (R1, PersonNotSeenByOfficer), (R3, ManualNotAcknowledged));

        town.Do(town.See(Newcomer));
        town.Do(town.Read(Newcomer));
        town.Accepts(town.Ask(plan => plan with { Custodians = [Carrier, CityCarrier, Newcomer] }));
    }

    [Fact]
    public void Only_the_approvers_signature_admits_an_organisation()
    {
        var town = Founded();
        var act = town.Admit(SubSub, OrganisationKind.Company, Contractor, Newcomer).Act;

        town.Refuses(town.By(act, null, (ContractorRoot, Role.Representative)), (R1, ApproverMissing), (R1, EnrolmentWithoutNewKey));
        town.Refuses(town.By(act, null, (Approver, Role.Approver)), (R1, RepresentativeMissing), (R1, EnrolmentWithoutNewKey));
    }

    [Fact]
    public void A_newcomer_cannot_stand_in_for_the_approver_of_the_act_that_introduces_it()
    {
        var town = Founded();
        var act = Admission(SubSubRoot);
        var posing = Newcomers(town, act) with { Organisation = City, Role = Role.Approver };

        town.Refuses(
            new(act, [posing, town.Sign(act, ContractorRoot, Role.Representative), town.Sign(act, Manager, Role.Member)]), (R1, PersonNotEnrolled));
    }

    [Fact]
    public void A_newcomer_cannot_stand_in_for_the_representative_of_the_act_that_introduces_it()
    {
        var town = Founded();
        var act = town.Enrol(Newcomer, ContractorRoot).Act;

        town.Refuses(town.By(act, null, (Newcomer, Role.Representative), (Manager, Role.Member)), (R1, PersonNotEnrolled));
    }

    [Fact]
    public void An_organisation_is_not_admitted_with_a_key_that_nobody_showed()
    {
        var town = Founded();
        var act = Admission(SubSubRoot);

        town.Refuses(town.By(act, null, (Approver, Role.Approver), (ContractorRoot, Role.Representative), (Manager, Role.Member)), (R1, EnrolmentWithoutNewKey));
    }

    [Fact]
    public void An_organisation_is_entrusted_only_by_one_of_the_contractors_chain()
    {
        var town = Founded();

        foreach (var parent in new[] { City, SubSub }) town.Refuses(Admit(town, parent), (R1, ParentNotInChain));
    }

    [Fact]
    public void A_neighbour_does_not_speak_for_the_one_who_entrusts()
    {
        var town = Founded();
        var act = Admission(SubSubRoot, under: Subcontractor);

        town.Accepts(new(act, [town.Sign(act, Approver, Role.Approver), town.Sign(act, SubRoot, Role.Representative), Newcomers(town, act)]));

        var other = act with { Organisation = new("other"), Representative = new("y-root"), Key = KeyOf(new PersonId("y-root")) };
        town.Refuses(
            new(other, [town.Sign(other, Approver, Role.Approver), town.Sign(other, CourierRoot, Role.Representative), Newcomers(town, other)]), (R1, RepresentativeMissing));
    }

    [Fact]
    public void No_name_and_no_key_stands_for_two()
    {
        var town = Founded();

        town.Refuses(town.Admit(Subcontractor, OrganisationKind.Company, Contractor, SubRoot), (R1, NameTakenAlready));
        town.Refuses(town.Enrol(Carrier, ContractorRoot), (R1, NameTakenAlready));
        foreach (var taken in new[] { KeyOf(Carrier), KeyOf(SealStation), KeyOf(Carrier) with { Id = OwnerHolder } })
        {
            town.Refuses(Enrolment(town, Newcomer, taken), (R1, NameTakenAlready));
            town.Refuses(StationWith(town, taken), (R1, NameTakenAlready));
        }
    }

    [Fact]
    public void Nobody_is_smuggled_in_by_another_organisation_not_even_by_the_owner()
    {
        var town = Founded();
        var act = town.Enrol(Newcomer, ContractorRoot).Act;

        town.Refuses(town.By(act, null, (Newcomer, Role.Member), (CityRoot, Role.Representative)), (R1, EnrolmentNotByOwnOrganisation));
        town.Refuses(Enrolment(town, new PersonId("x-temp"), KeyOf(new PersonId("x-temp")), SubSub), (R1, OrganisationNotApproved), (R1, EnrolmentNotByOwnOrganisation));
    }

    [Fact]
    public void A_person_is_not_enrolled_with_a_key_that_nobody_showed()
    {
        var town = Founded();
        var act = town.Enrol(Newcomer, ContractorRoot).Act;

        town.Refuses(town.By(act, null, (Manager, Role.Member), (ContractorRoot, Role.Representative)), (R1, EnrolmentWithoutNewKey));
    }

    [Fact]
    public void Only_somebody_enrolled_is_seen_and_only_by_the_owner()
    {
        var town = Founded();

        town.Refuses(town.See(Newcomer), (R1, PersonNotEnrolled));
        town.Refuses(town.By(town.See(Carrier).Act, null, (ContractorRoot, Role.Representative)), (R1, SecurityOfficerMissing), (R2, RoleNotForThisAct));
    }

    [Fact]
    public void A_stations_own_key_signs_its_enrolment()
    {
        var town = Founded();
        var station = new StationId("new-1");

        town.Refuses(town.Enrol(station, DataCentre) with { Machine = new(KeyOf(Bench).Id, town.Facts.Genesis!) }, (R1, EnrolmentWithoutNewKey));
        town.Refuses(town.Enrol(Bench, DataCentre), (R1, NameTakenAlready));
    }

    [Fact]
    public void One_organisation_or_one_root_on_both_sides_founds_nothing()
    {
        var town = new Town();

        town.Refuses(town.Found(act => act with { Contractor = act.Contractor with { Organisation = City } }), (R1, NameTakenAlready), (R30, KeyNotThePersons));
        town.Refuses(town.Found(act => act with { Contractor = act.Contractor with { Root = CityRoot } }), (R1, NameTakenAlready), (R30, KeyNotThePersons));
    }

    private static ApproveOrganisation Admission(PersonId representative, OrganisationId? under = null) =>
        new(SubSub, OrganisationKind.Company, under ?? Contractor, representative, KeyOf(representative));

    private static Signer Newcomers(Town town, ApproveOrganisation act) =>
        town.Sign(act, act.Representative, Role.Member) with { Organisation = act.Organisation };

    private static Attempt Admit(Town town, OrganisationId under)
    {
        var act = Admission(SubSubRoot, under);
        return new(act, [town.Sign(act, Approver, Role.Approver), town.Sign(act, ContractorRoot, Role.Representative), Newcomers(town, act)]);
    }

    private static Attempt Enrolment(Town town, PersonId person, SigningKeyFact key, OrganisationId? organisation = null)
    {
        var act = new EnrolPerson(person, organisation ?? Contractor, key);
        return new(act, [town.Sign(act, person, Role.Member) with { Key = key.Id, Organisation = act.Organisation }, town.Sign(act, ContractorRoot, Role.Representative)]);
    }

    private static Attempt StationWith(Town town, SigningKeyFact key) =>
        town.By(new EnrolStation(new("new-1"), DataCentre, key), key.Id, (Officer, Role.SecurityOfficer));

    private static Attempt SignedBy(Town town, Func<Signer, Signer> change)
    {
        var attempt = town.Decree();
        return attempt with { Signers = [change(attempt.Signers[0])] };
    }
}
