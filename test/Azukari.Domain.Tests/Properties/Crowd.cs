namespace Azukari.Domain.Tests.Properties;

/// <summary>Who works in a history: of every duty several, some with many duties, and some of everybody who may not be named.</summary>
internal static class Crowd
{
    internal static readonly PersonId Many = new("o-many"), ManyOfTheContractor = new("c-many"), LapsedRoot = new("w-root"), Stranger = new("x-stranger");

    internal static readonly (PersonId Person, Role[] Roles)[] Fit =
    [
        (Officer, [Role.SecurityOfficer]), (Approver, [Role.Approver]), (Witness, [Role.Witness]), (CityCarrier, [Role.Operator]), (HomeKeeper, [Role.Keeper]),
        (new("o-officer-2"), [Role.SecurityOfficer]), (new("o-approver-2"), [Role.Approver]), (new("o-witness-2"), [Role.Witness]), (new("o-operator-2"), [Role.Operator]),
        (Many, [Role.Approver, Role.Witness, Role.SecurityOfficer, Role.Operator, Role.Keeper]),
        (Manager, [Role.ProjectManager]), (Executive, [Role.InformationManager]), (Sealer, [Role.Operator]), (Carrier, [Role.Operator]),
        (new("c-manager-2"), [Role.ProjectManager]), (new("c-executive-2"), [Role.InformationManager]), (new("c-keeper-2"), [Role.Keeper]),
        (ManyOfTheContractor, [Role.ProjectManager, Role.InformationManager, Role.Operator, Role.Keeper]),
        (SiteOperator, [Role.Operator]), (SiteKeeper, [Role.Keeper]),
    ];

    /// <summary>Each lacks one thing.</summary>
    internal static readonly (PersonId Person, Role[] Roles)[] Unfit =
    [
        (new("o-admin"), [Role.Administrator]), (new("o-auditor"), [Role.Auditor]), (new("c-unseen"), [Role.Operator]), (new("c-unlisted"), [Role.Operator]),
        (new("c-unread"), [Role.Keeper]), (new("c-untrained"), [Role.Operator]), (new("c-outdated"), [Role.Operator]), (new("c-gone"), [Role.ProjectManager]),
        (new("w-operator"), [Role.Operator]),
    ];

    /// <summary>A town in which all of them work, with two engagements told apart by the salt.</summary>
    internal static Town Found(string salt)
    {
        var town = new Town { Salt = salt };
        town.Do(town.Found());
        foreach (var (person, roles) in Fit.Take(2)) Engage(town, person, roles); // The officer and the approver, who admit the others.
        town.Do(town.Admit(Subcontractor, OrganisationKind.Company, Contractor, SubRoot));
        town.Do(town.Admit(CourierCompany, OrganisationKind.Courier, Contractor, CourierRoot));
        town.Do(town.Admit(Lapsed, OrganisationKind.Company, Contractor, LapsedRoot));
        foreach (var (person, roles) in Fit.Skip(2).Concat(Unfit)) Engage(town, person, roles);
        town.Do(town.Submitted());
        town.Do(town.ApprovedManual());
        foreach (var organisation in new[] { City, Contractor, Subcontractor, CourierCompany }) town.Do(town.Listed(organisation, new PersonId("c-unlisted")));
        town.Do(town.By(new People.SignList(Lapsed, [LapsedRoot, new("w-operator")]), null, (LapsedRoot, Role.Representative)));
        foreach (var person in town.Facts.People.Values.Where(person => person.Seen && person.Id.Value is not "c-unread").OrderBy(person => person.Id.Value, StringComparer.Ordinal)) Qualify(town, person.Id);
        town.Do(town.Left(new("c-gone")));
        town.Do(town.Withdrawn(Lapsed));
        Places.Register(town);
        town.At(Day(20, 8, 0));
        foreach (var month in new[] { 4, 5 }) town.Do(town.Reviewed(month)); // Otherwise every history would begin with alarms about them.

        return town;
    }

    private static void Engage(Town town, PersonId person, Role[] roles)
    {
        town.Do(town.Enrol(person, person.Value[0] == 'w' ? LapsedRoot : RootOf(EmployerOf(person))));
        if (person.Value is not "c-unseen") town.Do(town.See(person));
        if (town.Facts.FirstUnmet is not null) town.Do(town.Meet(person));
        foreach (var role in roles) town.Do(town.Appoint(person, role));
    }

    private static void Qualify(Town town, PersonId person)
    {
        town.Do(town.Read(person));
        if (town.Facts.SideOf(person) == Side.Contractor && person.Value is not "c-untrained")
            town.Do(town.Trained(person, act => person.Value is "c-outdated" ? act with { Expires = Setup.AddDays(1) } : act));
    }
}
