using System.Security.Cryptography;
using System.Text;
using Azukari.Domain.Applications;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.Media;
using Azukari.Domain.Opening;
using Azukari.Domain.People;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Microsoft.Extensions.Time.Testing;

namespace Azukari.Holder.Tests;

/// <summary>The people and machines of one engagement with real keys: each step signs what the rules ask for and records it.</summary>
internal sealed class Town(LogService service, FakeTimeProvider clock) : IDisposable
{
    internal static readonly DateTimeOffset Setup = new(2022, 4, 1, 9, 0, 0, TimeSpan.FromHours(9));
    internal static readonly CarryOutId Case = new("carry-1");
    internal static readonly OrganisationId City = new("city"), Contractor = new("contractor");
    internal static readonly PersonId CityRoot = new("o-root"), Approver = new("o-approver"), Guard = new("o-witness"), Officer = new("o-officer"), CityCarrier = new("o-carrier"),
        ContractorRoot = new("c-root"), Manager = new("c-manager"), Executive = new("c-executive"), Sealer = new("c-sealer"), Carrier = new("c-carrier"), Keeper = new("c-keeper"), SiteOperator = new("c-site");

    private static readonly SiteId DataCentre = new("data-centre"), CallCentre = new("call-centre");
    internal static readonly StationId SealStation = new("seal-1"), OpenStation = new("open-1");
    private static readonly MediumId Stick = new("usb-1");
    private static readonly DatasetId Residents = new("residents");
    private static readonly TemplateId Template = new("benefit-calls");
    private static readonly DateTimeOffset YearEnds = new(2023, 3, 31, 23, 59, 59, TimeSpan.FromHours(9));
    private readonly Dictionary<string, SigningKey> keys = [];

    internal Engagement Facts => service.Facts;

    internal static CarryWindow Window => new(From: Day(21, 9, 0), OutBy: Day(21, 10, 0), OpenBy: Day(21, 13, 0), WorkEnds: Day(21, 19, 30), EraseBy: Day(21, 20, 0));

    internal static DateTimeOffset Day(int day, int hour, int minute) => new(2022, 6, day, hour, minute, 0, TimeSpan.FromHours(9));

    internal SigningKey KeyOf(Code who)
    {
        if (!keys.TryGetValue(who.Value, out var key)) keys.Add(who.Value, key = SigningKey.Generate());
        return key;
    }

    internal void At(DateTimeOffset time) => clock.SetUtcNow(time);

    /// <summary>An act with everybody's signature, each on the entry that the act answers and good for a day.</summary>
    internal SignedAct Sign(Act act, Code? machine, params (PersonId Person, Role Role)[] hands)
    {
        var (engagement, on) = (new EngagementId(LogService.Engagement), Answered.By(Facts, act) ?? Replay.Nothing);
        var people = hands.Select(hand => Signing.ByPerson(
            engagement, act, new(new(KeyOf(hand.Person).PublicKey.KeyId), hand.Person.Value[0] == 'o' ? City : Contractor, hand.Person, hand.Role), on, clock.GetUtcNow().AddDays(1), KeyOf(hand.Person)));
        var signed = new SignedAct(engagement, act, [.. people], null);
        return machine is null ? signed : Signing.ByMachine(signed, on, KeyOf(machine));
    }

    internal void Do(Act act, Code? machine, params (PersonId Person, Role Role)[] hands)
    {
        var (status, why) = service.Append(Sign(act, machine, hands));
        Assert.True(status == 201, $"{act.GetType().Name}: {why}");
    }

    internal void Found(FoundingSideKeys owner, FoundingSideKeys contractor) => Do(
        new FoundEngagement(new(LogService.Engagement), "Asia/Tokyo",
            new(City, CityRoot, Fact(CityRoot), owner.Signing, owner.Witness), new(Contractor, ContractorRoot, Fact(ContractorRoot), contractor.Signing, contractor.Witness), LogService.Origin, service.Vkey),
        null, (CityRoot, Role.Representative), (ContractorRoot, Role.Representative));

    internal void Register()
    {
        Engage(CityRoot, City, (Officer, Role.SecurityOfficer), (Approver, Role.Approver), (Guard, Role.Witness), (CityCarrier, Role.Operator));
        Engage(ContractorRoot, Contractor, (Manager, Role.ProjectManager), (Executive, Role.InformationManager), (Sealer, Role.Operator), (Carrier, Role.Operator), (Keeper, Role.Keeper), (SiteOperator, Role.Operator));
        Qualify();
        Do(new SetPolicy(11, 10, 2, [new(NetworkLayer.MyNumber, NetworkLayer.Isolated)], YearEnds), null, (Approver, Role.Approver));
        Do(new RegisterSite(DataCentre, NetworkLayer.MyNumber), null, (Officer, Role.SecurityOfficer));
        Do(new RegisterSite(CallCentre, NetworkLayer.Isolated), null, (Officer, Role.SecurityOfficer));
        Do(new EnrolStation(SealStation, DataCentre, Fact(SealStation)), SealStation, (Officer, Role.SecurityOfficer));
        Do(new EnrolStation(OpenStation, CallCentre, Fact(OpenStation)), OpenStation, (Officer, Role.SecurityOfficer));
        Do(new AdmitMedium(Stick, MediumKind.Flash, DataCentre, new("serial-1", false, 32_000_000_000, new(32_000_000_000, 0, 20_000_000, 90_000_000))), SealStation, (Officer, Role.SecurityOfficer));
        Do(new CatalogueDataset(Residents, DatasetUnit.People, "id", [new("id", FieldClass.Identifier), new("name", FieldClass.Identifier)]), null, (Approver, Role.Approver));
        Do(new SignTemplate(Template, [new(Residents, ["id", "name"])], YearEnds), null, (Approver, Role.Approver));
    }

    internal void Permit(ThreeKeys three)
    {
        At(Day(20, 10, 0));
        var plan = new CarryPlan(
            Template, Hash("purpose"), [new(Residents, ["id", "name"])], 100, 110, TransferMethod.Accompanied, [Stick], DataCentre, SealStation, CallCentre, OpenStation, Window, [Carrier, CityCarrier],
            null, new(new(RowRange.Everything), Hash("why a medium"), Hash("locked cabinet"), PlannedErasure.Overwrite, null, []));
        Do(new Apply(Case, plan), null, (Manager, Role.ProjectManager));
        Do(new Endorse(Case), null, (Executive, Role.InformationManager));
        Do(new Approve(Case, three), null, (Approver, Role.Approver));
    }

    internal void SealAndCarry(Digest envelope)
    {
        At(Day(21, 9, 30));
        var volume = new SealedVolume(Stick, "serial-1", 4096, Hash("payload"), [.. Enumerable.Range(0, 16).Select(n => new ArrivalChallenge(Hash($"nonce {n}"), Digests.Sha256(Hash($"answer {n}").Bytes())))], 100, [new(Residents, 100, 100)]);
        var measured = new SealMeasured(Hash("manifest"), envelope, "A-001", 100, [new(Residents, ["id", "name"], 100, 100)], [volume], Facts.Find(Case)!.Permit!.Keys, ReadBack: true);
        Do(new SealConsignment(Case, new(SealStation, Hash("code")), measured), SealStation, (Sealer, Role.Operator), (Guard, Role.Witness));
        At(Day(21, 9, 45));
        Do(new HandOver(Case, [Stick], [Carrier, CityCarrier], null, DataCentre, false, "A-001", true, Route: Hash("route")), null, (Sealer, Role.Operator), (Carrier, Role.Operator), (CityCarrier, Role.Operator));
        At(Day(21, 11, 0));
        Do(new HandOver(Case, [Stick], [Keeper], null, CallCentre, true, "A-001", true), null, (Carrier, Role.Operator), (Keeper, Role.Keeper));
    }

    internal void Arrive()
    {
        At(Day(21, 11, 30));
        Do(new ProveArrival(Case, new(Stick, "serial-1", Hash("payload"), Hash("nonce 0"), Digests.Sha256(Hash("answer 0").Bytes()), Hash("answer 0"))), OpenStation);
    }

    internal void Confirm(PersonId person, Role role) => Do(new ConfirmRelease(Case, new(OpenStation, Hash("code"))), OpenStation, (person, role));

    internal void ConfirmBoth()
    {
        At(Day(21, 11, 40));
        Confirm(Officer, Role.SecurityOfficer);
        Confirm(SiteOperator, Role.Operator);
    }

    internal SignedAct Lost(PersonId reporter) => Sign(new ReportLoss(Case, LossKind.Lost), null, (reporter, Role.Member));

    internal static Digest Hash(string text) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    public void Dispose()
    {
        foreach (var key in keys.Values) key.Dispose();
    }

    private SigningKeyFact Fact(Code who) => Signing.Fact(KeyOf(who).PublicKey, KeyForm.Software);

    /// <summary>Lists signed, the manual read by everybody, the contractor's people trained.</summary>
    private void Qualify()
    {
        var people = Facts.People.Values.OrderBy(person => person.Id.Value, StringComparer.Ordinal).ToArray();
        foreach (var (organisation, root) in new[] { (City, CityRoot), (Contractor, ContractorRoot) })
            Do(new SignList(organisation, [.. people.Where(person => person.Organisation == organisation).Select(person => person.Id)]), null, (root, Role.Representative));

        Do(new SubmitManual(1, Hash("manual")), null, (Manager, Role.ProjectManager));
        Do(new ApproveManual(1), null, (Approver, Role.Approver));
        foreach (var person in people) Do(new AcknowledgeManual(1), null, (person.Id, Role.Member));
        foreach (var person in people.Where(person => person.Organisation == Contractor && person.Id != ContractorRoot))
            Do(new RecordTraining(person.Id, Hash("course"), Setup, YearEnds), null, (ContractorRoot, Role.Representative));
    }

    private void Engage(PersonId representative, OrganisationId organisation, params (PersonId Person, Role Role)[] people)
    {
        foreach (var (person, role) in people)
        {
            Do(new EnrolPerson(person, organisation, Fact(person)), null, (person, Role.Member), (representative, Role.Representative));
            Do(new SeePerson(person, EmploymentDocument.EmployeeCard), null, (CityRoot, Role.Representative));
            if (Facts.FirstUnmet is not null && organisation == City) Do(new SeePerson(CityRoot, EmploymentDocument.EmployeeCard), null, (person, Role.Member));
            Do(new AppointRole(person, role, YearEnds), null, (representative, Role.Representative));
        }
    }
}

/// <summary>What a holder shows for the genesis.</summary>
internal sealed record FoundingSideKeys(SigningKeyFact Signing, string Witness);
