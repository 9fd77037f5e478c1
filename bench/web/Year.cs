using Azukari.Domain;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Domain.Media;
using Azukari.Domain.People;
using Azukari.Domain.Watch;

namespace Azukari.Web.Bench;

/// <summary>How an engagement begins and what it needs every quarter, as in any year of a city.</summary>
internal sealed class Year(Clerk clerk, DateTimeOffset ends, int media)
{
    private static readonly (string Person, Role Role)[] Staff =
    [
        ("o-officer", Role.SecurityOfficer), ("o-approver", Role.Approver), ("o-witness", Role.Witness), ("o-carrier", Role.Operator), ("o-keeper", Role.Keeper),
        ("c-manager", Role.ProjectManager), ("c-executive", Role.InformationManager), ("c-sealer", Role.Operator), ("c-carrier", Role.Operator), ("c-operator", Role.Operator), ("c-keeper", Role.Keeper),
    ];

    private static readonly SiteId DataCentre = new("data-centre"), CallCentre = new("call-centre");

    /// <summary>Everybody who works on the engagement, apart from its two roots.</summary>
    internal static IEnumerable<string> People => Staff.Select(one => one.Person);

    internal static MediumId Medium(int n) => new($"usb-{n}");

    internal void Begin(string logOrigin, string logKey, string ownerWitness, string contractorWitness)
    {
        clerk.Do(
            new FoundEngagement(
                new(clerk.Engagement), "Asia/Tokyo", new(new("city"), new("o-root"), clerk.FactOf("o-root"), clerk.FactOf("owner-holder"), ownerWitness),
                new(new("contractor"), new("c-root"), clerk.FactOf("c-root"), clerk.FactOf("contractor-holder"), contractorWitness), logOrigin, logKey),
            null, ("o-root", Role.Representative), ("c-root", Role.Representative));
        foreach (var (person, role) in Staff) Engage(person, role);
        Lists();
        Qualify();
        Registers();
    }

    /// <summary>R1's lists and R21's count, at the beginning of a quarter.</summary>
    internal void Quarter()
    {
        Lists();
        clerk.Do(new TakeInventory([.. Enumerable.Range(0, media).Select(Medium)]), null, ("o-keeper", Role.Keeper), ("o-officer", Role.SecurityOfficer));
    }

    private void Engage(string person, Role role)
    {
        var root = person[0] == 'o' ? "o-root" : "c-root";
        clerk.Do(new EnrolPerson(new(person), new(person[0] == 'o' ? "city" : "contractor"), clerk.FactOf(person)), null, (person, Role.Member), (root, Role.Representative));
        clerk.Do(new SeePerson(new(person), EmploymentDocument.EmployeeCard), null, ("o-root", Role.Representative));
        if (clerk.Facts.FirstUnmet is not null && person[0] == 'o') clerk.Do(new SeePerson(new("o-root"), EmploymentDocument.EmployeeCard), null, (person, Role.Member));
        clerk.Do(new AppointRole(new(person), role, ends), null, (root, Role.Representative));
    }

    private void Lists()
    {
        foreach (var (organisation, root) in new[] { ("city", "o-root"), ("contractor", "c-root") })
            clerk.Do(
                new SignList(new(organisation), [.. clerk.Facts.People.Values.Where(person => person.Organisation.Value == organisation).Select(person => person.Id).OrderBy(id => id.Value, StringComparer.Ordinal)]),
                null, (root, Role.Representative));
    }

    private void Qualify()
    {
        clerk.Do(new SubmitManual(1, Clerk.Hash("manual")), null, ("c-manager", Role.ProjectManager));
        clerk.Do(new ApproveManual(1), null, ("o-approver", Role.Approver));
        foreach (var person in People.Append("o-root").Append("c-root")) clerk.Do(new AcknowledgeManual(1), null, (person, Role.Member));
        foreach (var person in People.Where(person => person[0] == 'c')) clerk.Do(new RecordTraining(new(person), Clerk.Hash("course"), clerk.Clock, ends), null, ("c-root", Role.Representative));
    }

    private void Registers()
    {
        // No month's review is due in this year, or the watch would write into every record as soon as the service runs.
        clerk.Do(new SetPolicy(11, 10, 2, [new(NetworkLayer.MyNumber, NetworkLayer.Isolated)], ends, Clock: ClockPolicy.Default with { ReviewDays = 400, SanitiseDays = 30 }), null, ("o-approver", Role.Approver));
        clerk.Do(new RegisterSite(DataCentre, NetworkLayer.MyNumber), null, ("o-officer", Role.SecurityOfficer));
        clerk.Do(new RegisterSite(CallCentre, NetworkLayer.Isolated), null, ("o-officer", Role.SecurityOfficer));
        foreach (var station in new[] { "seal-1", "open-1", "bench-1", "bench-2" })
            clerk.Do(new EnrolStation(new(station), station == "open-1" ? CallCentre : DataCentre, clerk.FactOf(station)), station, ("o-officer", Role.SecurityOfficer));
        for (var n = 0; n < media; n++)
            clerk.Do(new AdmitMedium(Medium(n), MediumKind.Flash, DataCentre, new($"serial-{n}", SerialIsDeclared: false, 4096, new(4096, 0, 20_000_000, 90_000_000))), "seal-1", ("o-officer", Role.SecurityOfficer));
        clerk.Do(new CatalogueDataset(new("residents"), DatasetUnit.People, "id", [new("id", FieldClass.Identifier)]), null, ("o-approver", Role.Approver));
        clerk.Do(new SignTemplate(new("benefit-calls"), [new(new("residents"), ["id"])], ends), null, ("o-approver", Role.Approver));
    }
}
