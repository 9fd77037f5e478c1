using Azukari.Domain.People;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R1: lists signed again every quarter, one employer, leaving, and what falls with an organisation.</summary>
public sealed class R01_Lists
{
    private static readonly OrganisationId SubSub = new("sub-sub");
    private static readonly PersonId Stranger = new("x-loser");
    private static readonly DateTimeOffset NextQuarter = new(2022, 7, 1, 0, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void A_list_ends_with_the_quarter_in_the_owners_calendar_to_the_millisecond()
    {
        var town = Founded();

        town.Accepts(town.At(NextQuarter.AddMilliseconds(-1)).Ask());
        town.Refuses(town.At(NextQuarter).Endorsed(), (R1, ListNotSignedThisQuarter));
        town.Do(town.Listed(Contractor));
        town.Accepts(town.Endorsed());
        town.Refuses(town.Ask(id: new("carry-2")), (R1, ListNotSignedThisQuarter), (R5, MediumInUse));
        town.Do(town.Listed(City));
        town.Refuses(town.Ask(id: new("carry-2")), (R5, MediumInUse));
    }

    [Fact]
    public void The_quarter_turns_when_the_owners_clock_says_so()
    {
        var town = Founded();
        town.Do(town.Decree(act => act with { Calendar = new(-600, 3) }));
        foreach (var organisation in new[] { City, Contractor }) town.Do(town.Listed(organisation));

        town.At(NextQuarter).Accepts(town.Ask());
        town.At(NextQuarter.AddHours(19)).Refuses(town.Endorsed(), (R1, ListNotSignedThisQuarter));
    }

    [Fact]
    public void Without_a_first_list_nothing_starts()
    {
        var town = Founded();
        town.Facts = town.Facts with { Lists = town.Facts.Lists.Remove(City) };

        town.Refuses(town.Ask(), (R1, ListNotSignedThisQuarter));
    }

    [Fact]
    public void Whoever_is_not_on_the_list_of_this_quarter_is_named_nowhere_and_starts_nothing()
    {
        var town = Founded();
        town.Do(town.Listed(Contractor, without: Carrier));
        town.Refuses(town.Ask(), (R1, PersonNotOnList));

        town.Do(town.Listed(Contractor));
        town.Do(town.Ask());
        town.Do(town.Listed(Contractor, without: Executive));
        town.Refuses(town.Endorsed(), (R1, PersonNotOnList));
    }

    [Fact]
    public void Every_act_that_starts_or_widens_asks_for_the_list()
    {
        foreach (var (phase, start) in R03_Procedures.Starts)
        {
            var town = Until(phase);
            town.Facts = town.Facts with { Lists = town.Facts.Lists.Clear() };

            Assert.Contains(town.Refused(start(town)), refusal => (refusal.Rule, refusal.Because) == (R1, ListNotSignedThisQuarter));
        }
    }

    [Fact]
    public void A_list_names_only_the_organisations_own_people_and_is_signed_by_its_own_representative()
    {
        var town = Founded();

        town.Refuses(town.By(new SignList(Contractor, [Carrier, SiteOperator]), null, (ContractorRoot, Role.Representative)), (R1, TwoEmployers));
        town.Refuses(town.By(new SignList(Contractor, [Carrier, Stranger]), null, (ContractorRoot, Role.Representative)), (R1, PersonNotEnrolled));
        town.Refuses(town.By(new SignList(Subcontractor, [SiteOperator]), null, (ContractorRoot, Role.Representative)), (R1, NotByOwnOrganisation));
        town.Refuses(town.By(new SignList(Subcontractor, [SiteOperator]), null, (SiteOperator, Role.Operator)), (R1, RepresentativeMissing), (R2, RoleNotForThisAct));
    }

    [Fact]
    public void Nobody_has_two_employers_not_by_name_and_not_by_key()
    {
        var town = Founded();
        Attempt Enrolment(PersonId person, PersonId key)
        {
            var act = new EnrolPerson(person, Subcontractor, KeyOf(key));
            return new(act, [town.Sign(act, person, Role.Member) with { Organisation = Subcontractor, Key = act.Key.Id }, town.Sign(act, SubRoot, Role.Representative)]);
        }

        town.Refuses(Enrolment(Carrier, new PersonId("s-other")), (R1, TwoEmployers));
        town.Refuses(Enrolment(new PersonId("s-other"), Carrier), (R1, TwoEmployers));
        town.Refuses(Enrolment(Carrier, Carrier), (R1, TwoEmployers));
        town.Refuses(town.Admit(SubSub, OrganisationKind.Company, Contractor, SubRoot), (R1, TwoEmployers));
    }

    [Fact]
    public void Whoever_has_left_signs_nothing_is_named_nowhere_and_comes_back_under_a_new_name()
    {
        var town = Founded();
        town.Do(town.Left(Carrier));

        town.Refuses(town.Ask(), (R1, PersonHasLeft));
        town.Refuses(town.Read(Carrier), (R1, PersonHasLeft));
        town.Refuses(town.Left(Carrier), (R1, PersonHasLeft));
        town.Refuses(town.Appoint(Carrier, Role.Operator), (R1, PersonHasLeft));
        town.Refuses(town.By(new SignList(Contractor, [Carrier]), null, (ContractorRoot, Role.Representative)), (R1, PersonHasLeft));
        town.Refuses(town.Enrol(Carrier, ContractorRoot), (R1, NameTakenAlready));
        Assert.False(town.Facts.People[Carrier].Holds(Role.Operator, town.Clock));
    }

    [Fact]
    public void Leaving_is_signed_by_the_own_organisation_and_of_somebody_known()
    {
        var town = Founded();

        town.Refuses(town.By(town.Left(SiteOperator).Act, null, (ContractorRoot, Role.Representative)), (R1, NotByOwnOrganisation));
        town.Refuses(town.By(new LeaveOrganisation(Stranger), null, (ContractorRoot, Role.Representative)), (R1, PersonNotEnrolled));
    }

    [Fact]
    public void The_last_representative_stays_until_there_is_another()
    {
        var town = Founded();
        town.Refuses(town.Left(SubRoot), (R1, LastRepresentative));
        town.Refuses(town.Ended(SubRoot, Role.Representative), (R1, LastRepresentative));

        town.Do(town.Appoint(SiteKeeper, Role.Representative));
        town.Accepts(town.By(town.Left(SubRoot).Act, null, (SiteKeeper, Role.Representative)));
    }

    [Fact]
    public void With_an_organisation_fall_all_below_it()
    {
        var town = Founded();
        Admit(town, Subcontractor, SubRoot);
        town.Do(town.Withdrawn(Subcontractor));

        Assert.False(town.Facts.IsApproved(SubSub));
        Assert.True(town.Facts.IsApproved(CourierCompany));
        town.Refuses(town.Listed(Subcontractor), (R1, OrganisationWithdrawn));
        town.Refuses(town.Withdrawn(SubSub), (R1, OrganisationWithdrawn));
        town.Refuses(town.Ask(plan => plan with { Custodians = [SiteOperator, CityCarrier] }), (R1, OrganisationWithdrawn));
        town.Refuses(town.Appoint(SiteOperator, Role.Keeper), (R1, OrganisationWithdrawn));
        town.Refuses(town.Enrol(new PersonId("s-more"), SubRoot), (R1, OrganisationWithdrawn));

        var act = new ApproveOrganisation(new("other"), OrganisationKind.Company, Subcontractor, new("y-root"), KeyOf(new PersonId("y-root")));
        town.Refuses(
            new(act, [town.Sign(act, Approver, Role.Approver), town.Sign(act, ContractorRoot, Role.Representative), town.Sign(act, act.Representative, Role.Member) with { Organisation = act.Organisation }]),
            (R1, ParentNotInChain));
    }

    [Fact]
    public void A_courier_whose_approval_was_taken_back_carries_nothing_out()
    {
        var town = Until(Phase.Sealed, plan => plan with { Method = Applications.TransferMethod.Courier, Courier = CourierCompany });
        town.Do(town.Withdrawn(CourierCompany));

        town.Refuses(town.LeaveWithCourier(), (R8, CourierNotApproved));
        town.Refuses(town.Ask(plan => plan with { Method = Applications.TransferMethod.Courier, Courier = CourierCompany, Media = [SecondStick] }, new("carry-2")), (R8, CourierNotApproved));
    }

    [Fact]
    public void Only_the_approver_withdraws_and_only_what_was_entrusted()
    {
        var town = Founded();

        town.Refuses(town.By(town.Withdrawn(Subcontractor).Act, null, (ContractorRoot, Role.Representative)), (R1, ApproverMissing), (R2, RoleNotForThisAct));
        town.Refuses(town.Withdrawn(SubSub), (R1, OrganisationNotApproved));
        town.Refuses(town.Withdrawn(City), (R1, OwnerIsNotEntrusted));
    }

    [Fact]
    public void The_person_of_an_unapproved_tier_is_named_nowhere()
    {
        var town = Until(Phase.Sealed);

        town.Refuses(Enrolment(town), (R1, OrganisationNotApproved), (R1, PersonActsForAnother));
        town.Refuses(town.See(Stranger), (R1, PersonNotEnrolled));
        town.Refuses(town.Appoint(Stranger, Role.Operator), (R1, PersonNotEnrolled));
        town.Refuses(town.Trained(Stranger), (R1, PersonNotEnrolled));
        town.Refuses(town.By(new SignList(Subcontractor, [Stranger]), null, (SubRoot, Role.Representative)), (R1, PersonNotEnrolled));
        town.Refuses(town.Calls(act => act with { Night = [Stranger] }), (R1, PersonNotEnrolled));
        town.Refuses(town.Transferred(Carrier, Stranger), (R1, PersonNotEnrolled));
        town.Refuses(town.Ask(plan => plan with { Media = [SecondStick], Custodians = [CityCarrier, Stranger] }, new("carry-2")), (R1, PersonNotEnrolled));
        Assert.Contains(town.Refused(town.Leave(act => act with { To = [CityCarrier, Stranger] })), refusal => refusal.Because == ReceiverNotAuthorised);
    }

    [Fact]
    public void The_person_of_an_unapproved_tier_signs_nothing()
    {
        var samples = Samples.OfEveryAct().Where(attempt => attempt.Signers.Length > 0).ToArray();

        foreach (var town in Enum.GetValues<Phase>().Select(phase => Until(phase)))
            foreach (var sample in samples)
            {
                var strangers = sample.Signers.Select(signer => signer with { Person = Stranger, Organisation = SubSub, Key = KeyOf(Stranger).Id });

                Assert.Contains(town.Refused(sample with { Signers = [.. strangers] }), refusal => sample.Act is FoundEngagement || refusal.Because is OrganisationNotApproved);
            }
    }

    private static void Admit(Town town, OrganisationId under, PersonId asking)
    {
        var act = new ApproveOrganisation(SubSub, OrganisationKind.Company, under, new("x-root"), KeyOf(new PersonId("x-root")));
        town.Do(new(act, [town.Sign(act, Approver, Role.Approver), town.Sign(act, asking, Role.Representative), town.Sign(act, act.Representative, Role.Member) with { Organisation = SubSub }]));
    }

    private static Attempt Enrolment(Town town)
    {
        var act = new EnrolPerson(Stranger, SubSub, KeyOf(Stranger));
        return new(act, [town.Sign(act, Stranger, Role.Member) with { Organisation = SubSub }, town.Sign(act, SubRoot, Role.Representative) with { Organisation = SubSub }]);
    }
}
