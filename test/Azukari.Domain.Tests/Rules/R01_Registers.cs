using Azukari.Domain.People;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R1 where names enter the record: both roots found it, every new key shows itself, and nobody speaks of another's people.</summary>
public sealed class R01_Registers
{
    private static readonly PersonId Stranger = new("x-root");

    [Fact]
    public void One_root_alone_founds_nothing()
    {
        var town = new Town();
        var both = town.Found();

        foreach (var alone in both.Signers) town.Refuses(both with { Signers = [alone] }, (R1, RepresentativeMissing));
    }

    [Fact]
    public void The_name_of_an_organisation_is_given_once_though_everything_else_is_new()
    {
        var town = Founded();
        var act = new ApproveOrganisation(Subcontractor, OrganisationKind.Company, Contractor, Stranger, KeyOf(Stranger));

        town.Refuses(Introduced(town, act, Role.Member), (R1, NameTakenAlready));
    }

    [Fact]
    public void The_name_of_a_station_is_given_once_though_its_key_is_new()
    {
        var town = Founded();
        var key = KeyOf(new StationId("new-1"));

        town.Refuses(town.By(new EnrolStation(Bench, DataCentre, key), key.Id, (Officer, Role.SecurityOfficer)), (R1, NameTakenAlready));
    }

    [Fact]
    public void A_new_key_shows_itself_as_oneself_and_in_no_duty()
    {
        var town = Founded();
        var act = new ApproveOrganisation(new("sub-sub"), OrganisationKind.Company, Contractor, Stranger, KeyOf(Stranger));
        town.Refuses(
            Introduced(town, act, Role.Representative),
            (R1, OrganisationNotApproved), (R1, PersonNotEnrolled), (R1, RepresentativeMissing), (R1, EnrolmentWithoutNewKey), (R2, RoleNotForThisAct));

        var enrolment = town.Enrol(Newcomer, ContractorRoot).Act;
        town.Refuses(
            town.By(enrolment, null, (Newcomer, Role.Operator), (ContractorRoot, Role.Representative)),
            (R1, PersonNotEnrolled), (R1, EnrolmentWithoutNewKey), (R2, RoleNotForThisAct));
    }

    [Fact]
    public void Nobody_enrols_oneself()
    {
        var town = Founded();

        town.Refuses(town.By(town.Enrol(Newcomer, ContractorRoot).Act, null, (Newcomer, Role.Member)), (R1, RepresentativeMissing));
    }

    [Fact]
    public void Nothing_passes_from_or_ends_for_somebody_who_was_never_enrolled()
    {
        var town = Founded();

        town.Refuses(town.Ended(Newcomer, Role.Operator), (R1, PersonNotEnrolled));
        town.Refuses(town.Transferred(Newcomer, Manager), (R1, PersonNotEnrolled));
    }

    [Fact]
    public void An_organisation_writes_its_own_call_list_and_names_its_own_people_in_it()
    {
        var town = Founded();

        town.Refuses(town.Calls(list => new(City, [Officer], [Officer], [Officer])), (R1, PersonActsForAnother));
        town.Refuses(town.Calls(list => list with { Night = [Officer] }), (R1, PersonActsForAnother));
        town.Refuses(town.Calls(list => list with { Night = [Newcomer] }), (R1, PersonNotEnrolled));
    }

    private static Attempt Introduced(Town town, ApproveOrganisation act, Role role) => new(
        act,
        [
            town.Sign(act, Approver, Role.Approver), town.Sign(act, ContractorRoot, Role.Representative),
            town.Sign(act, act.Representative, role) with { Organisation = act.Organisation },
        ]);
}
