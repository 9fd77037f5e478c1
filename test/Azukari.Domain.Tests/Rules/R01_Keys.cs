using Azukari.Domain.People;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R1: a lost key is replaced by two of the same organisation, neither of them the person.</summary>
public sealed class R01_Keys
{
    private static readonly SigningKeyFact Fresh = KeyOf(new PersonId("fresh-key"));

    private static readonly (PersonId Person, Role Role) Chief = (ContractorRoot, Role.Representative), Colleague = (Sealer, Role.Member);

    [Fact]
    public void A_lost_key_is_replaced_by_a_representative_and_one_more_and_duties_stay()
    {
        var town = Founded();

        town.Accepts(town.Rekeyed(Manager, Fresh, Chief, Colleague));

        Assert.Equal((Fresh, true), (town.Facts.People[Manager].Key, town.Facts.People[Manager].Holds(Role.ProjectManager, town.Clock)));
        Assert.Equal(town.Facts.LastAt, town.Facts.People[Manager].Rekeyed?.At);
        town.Accepts(town.Ask());
    }

    [Fact]
    public void The_lost_key_counts_for_nothing_from_then_on_and_neither_does_what_it_signed_before()
    {
        var town = Founded();
        var before = town.Ask();
        town.Do(town.Rekeyed(Manager, Fresh, Chief, Colleague));

        town.Refuses(before, (R30, KeyNotThePersons));
        town.Refuses(Rekeyed(town, Fresh, Signer(town, Manager, KeyOf(Manager))), (R1, NameTakenAlready), (R1, EnrolmentWithoutNewKey), (R1, ReplacementNotByTwo), (R30, KeyNotThePersons));
    }

    [Fact]
    public void A_lost_key_is_never_anybodys_again()
    {
        var town = Founded();
        town.Do(town.Rekeyed(Manager, Fresh, Chief, Colleague));

        town.Refuses(town.Rekeyed(Manager, KeyOf(Manager), Chief, Colleague), (R1, NameTakenAlready));
        town.Refuses(town.Rekeyed(Carrier, KeyOf(Manager), Chief, Colleague), (R1, NameTakenAlready));
        var act = new EnrolPerson(Newcomer, Contractor, KeyOf(Manager));
        town.Refuses(new(act, [town.Sign(act, Newcomer, Role.Member) with { Key = KeyOf(Manager).Id }, town.Sign(act, ContractorRoot, Role.Representative)]), (R1, NameTakenAlready));
        town.Refuses(town.By(new EnrolStation(new("new-1"), DataCentre, KeyOf(Manager)), KeyOf(Manager).Id, (Officer, Role.SecurityOfficer)), (R1, NameTakenAlready));
    }

    [Fact]
    public void No_key_that_somebody_has_becomes_a_second_persons()
    {
        var town = Founded();

        foreach (var taken in new[] { KeyOf(Carrier), KeyOf(SealStation), KeyOf(Carrier) with { Id = OwnerHolder } })
            town.Refuses(town.Rekeyed(Manager, taken, Chief, Colleague), (R1, NameTakenAlready));
        town.Refuses(town.Rekeyed(Manager, KeyOf(Officer), Chief, Colleague), (R1, TwoEmployers));
    }

    [Fact]
    public void An_insider_alone_takes_over_no_account()
    {
        var town = Founded();

        town.Refuses(town.Rekeyed(Manager, Fresh, Chief), (R1, ReplacementNotByTwo));
        town.Refuses(town.Rekeyed(Manager, Fresh, Colleague), (R1, RepresentativeMissing));
        town.Refuses(town.Rekeyed(Manager, Fresh, Chief, Chief), (R2, SamePersonTwice));
        town.Refuses(town.Rekeyed(Manager, Fresh), (R1, RepresentativeMissing), (R1, ReplacementNotByTwo));
    }

    [Fact]
    public void Two_without_a_representative_are_not_enough_where_there_is_one()
    {
        var town = Founded();

        town.Refuses(town.Rekeyed(Manager, Fresh, Colleague, (Carrier, Role.Operator)), (R1, RepresentativeMissing), (R2, RoleNotForThisAct));
    }

    [Fact]
    public void Two_of_the_other_side_take_over_no_account()
    {
        var town = Founded();

        town.Refuses(town.Rekeyed(Manager, Fresh, (CityRoot, Role.Representative), (Officer, Role.Member)), (R1, EnrolmentNotByOwnOrganisation));
        town.Refuses(town.Rekeyed(Manager, Fresh, Chief, (SubRoot, Role.Representative)), (R1, EnrolmentNotByOwnOrganisation));
    }

    [Fact]
    public void The_person_is_not_one_of_the_two()
    {
        var town = Founded();
        var own = Signer(town, Manager, KeyOf(Manager));

        town.Refuses(Rekeyed(town, Fresh, own, Signer(town, Manager, Fresh)), (R2, SamePersonTwice));
        town.Refuses(Rekeyed(town, Fresh, own, town.Sign(new ReplaceKey(Manager, Fresh), Sealer, Role.Member)), (R1, EnrolmentWithoutNewKey));
    }

    [Fact]
    public void A_key_that_nobody_showed_replaces_none()
    {
        var town = Founded();

        town.Refuses(town.By(new ReplaceKey(Manager, Fresh), null, Chief, Colleague, (Carrier, Role.Member)), (R1, EnrolmentWithoutNewKey));
        town.Refuses(town.By(new ReplaceKey(Manager, Fresh), null, Chief, Colleague), (R1, EnrolmentWithoutNewKey), (R1, ReplacementNotByTwo));
    }

    /// <summary>Where only the person represents the organisation, nobody else could: any two of it do.</summary>
    [Fact]
    public void The_only_representatives_key_is_replaced_by_any_two_of_the_organisation()
    {
        var town = Founded();

        town.Refuses(town.Rekeyed(ContractorRoot, Fresh), (R1, ColleagueMissing), (R1, ReplacementNotByTwo));
        town.Refuses(town.Rekeyed(ContractorRoot, Fresh, Colleague), (R1, ReplacementNotByTwo));
        town.Accepts(town.Rekeyed(ContractorRoot, Fresh, (Manager, Role.ProjectManager), Colleague));
        town.Accepts(town.Rekeyed(Carrier, KeyOf(new PersonId("another")), Chief, Colleague));
    }

    [Fact]
    public void A_representative_who_has_not_been_seen_holds_nobody_up()
    {
        var town = Founded();
        town.Do(town.Enrol(Newcomer, ContractorRoot));
        town.Do(town.Appoint(Newcomer, Role.Representative));

        town.Accepts(town.Rekeyed(ContractorRoot, Fresh, (Manager, Role.Member), Colleague));
    }

    [Fact]
    public void Who_is_nobody_or_has_gone_gets_no_key()
    {
        var town = Founded();
        town.Do(town.Left(Carrier));
        town.Do(town.Withdrawn(Subcontractor));

        town.Refuses(town.Rekeyed(Newcomer, Fresh, Chief, Colleague), (R1, PersonNotEnrolled));
        town.Refuses(town.Rekeyed(Carrier, Fresh, Chief, Colleague), (R1, PersonHasLeft));
        town.Refuses(town.Rekeyed(SiteKeeper, Fresh, (SubRoot, Role.Representative), (SiteOperator, Role.Member)), (R1, OrganisationWithdrawn));
    }

    [Fact]
    public void The_new_key_is_shown_in_no_other_duty()
    {
        var town = Founded();
        var shown = Signer(town, Manager, Fresh) with { Role = Role.ProjectManager };

        town.Refuses(Rekeyed(town, Fresh, shown, town.Sign(new ReplaceKey(Manager, Fresh), Carrier, Role.Operator)), (R1, EnrolmentWithoutNewKey), (R2, RoleNotForThisAct), (R30, KeyNotThePersons));
    }

    [Fact]
    public void The_person_and_those_who_answer_for_the_other_side_are_told()
    {
        var town = Founded();

        Assert.Equal([Manager, Officer, CityRoot], ReplacementRules.WhoIsTold(town.Facts, new(Manager, Fresh), town.Clock));
        Assert.Equal([Approver, Executive, ContractorRoot, CourierRoot, SubRoot], ReplacementRules.WhoIsTold(town.Facts, new(Approver, Fresh), town.Clock));
    }

    private static Attempt Rekeyed(Town town, SigningKeyFact key, params Signer[] signers) => new(new ReplaceKey(Manager, key), [.. signers, town.Sign(new ReplaceKey(Manager, key), ContractorRoot, Role.Representative)]);

    private static Signer Signer(Town town, PersonId person, SigningKeyFact key) => town.Sign(new ReplaceKey(Manager, Fresh), person, Role.Member) with { Key = key.Id };
}
