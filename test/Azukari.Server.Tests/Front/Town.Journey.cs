using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Closing;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.Media;
using Azukari.Domain.People;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;
using Azukari.Domain.Watch;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Sealing;

namespace Azukari.Server.Tests.Front;

/// <summary>The journey of one carry-out up to the road, as it should have been.</summary>
internal sealed partial class Town
{
    internal static readonly DateTimeOffset YearEnds = new(2023, 3, 31, 14, 59, 59, TimeSpan.Zero);
    internal static readonly CarryOutId Case = new("carry-1");
    internal static readonly MediumId Stick = new("usb-1");
    internal static readonly ThreeKeys Keys = new(Hash("r-owner"), Hash("r-contractor"), Hash("r-destination"));

    private static readonly SiteId DataCentre = new("data-centre"), CallCentre = new("call-centre");
    private static readonly StationId SealStation = new("seal-1"), OpenStation = new("open-1");

    internal static CarryWindow Window => new(Clock(9, 0), Clock(10, 0), Clock(13, 0), Clock(19, 30), Clock(20, 0));

    /// <summary>21 June 2022, in Japan.</summary>
    internal static DateTimeOffset Clock(int hour, int minute) => new(2022, 6, 21, hour, minute, 0, TimeSpan.FromHours(9));

    internal async Task<SignedAct> GenesisAsync()
    {
        var log = (await AskAsync(HttpMethod.Post, "log", [])).Json;
        var owner = new FoundingSide(new("city"), new("o-root"), FactOf("o-root"), FactOf("owner-holder"), OwnerWitness.Verifier.ToString());
        var contractor = new FoundingSide(new("contractor"), new("c-root"), FactOf("c-root"), FactOf("contractor-holder"), ContractorWitness.Verifier.ToString());
        var act = new FoundEngagement(new(engagement), "Asia/Tokyo", owner, contractor, log["origin"]!.GetValue<string>(), log["key"]!.GetValue<string>());
        return Sign(act, null, ("o-root", Role.Representative), ("c-root", Role.Representative));
    }

    /// <summary>A founded engagement with its people, registers and three deposited keys.</summary>
    internal static async Task<Town> SettledAsync(Where where, params string[] more) => await SettleAsync(await FoundedAsync(where, more));

    private static async Task<Town> SettleAsync(Town town)
    {
        (string, Role)[] owners = [("o-officer", Role.SecurityOfficer), ("o-approver", Role.Approver), ("o-witness", Role.Witness), ("o-carrier", Role.Operator)];
        (string, Role)[] contractors = [("c-manager", Role.ProjectManager), ("c-executive", Role.InformationManager), ("c-sealer", Role.Operator), ("c-carrier", Role.Operator)];
        foreach (var (person, role) in owners.Concat(contractors)) await town.EngageAsync(person, role);

        await town.QualifyAsync();
        // No month's review is due in these stories, or the watch would write into each of them.
        await town.DoAsync(town.Sign(new SetPolicy(11, 10, 2, [new(NetworkLayer.MyNumber, NetworkLayer.Isolated)], YearEnds, Clock: ClockPolicy.Default with { ReviewDays = 400 }), null, ("o-approver", Role.Approver)));
        await town.DoAsync(town.Sign(new RegisterSite(DataCentre, NetworkLayer.MyNumber), null, ("o-officer", Role.SecurityOfficer)));
        await town.DoAsync(town.Sign(new RegisterSite(CallCentre, NetworkLayer.Isolated), null, ("o-officer", Role.SecurityOfficer)));
        foreach (var (station, site) in new[] { (SealStation, DataCentre), (OpenStation, CallCentre) })
            await town.DoAsync(town.Sign(new EnrolStation(station, site, town.FactOf(station.Value)), station.Value, ("o-officer", Role.SecurityOfficer)));

        await town.DoAsync(town.Sign(new AdmitMedium(Stick, MediumKind.Flash, DataCentre, new("serial-1", SerialIsDeclared: false, 32_000_000_000, new(32_000_000_000, 0, 20_000_000, 90_000_000))), "seal-1", ("o-officer", Role.SecurityOfficer)));
        await town.DoAsync(town.Sign(new CatalogueDataset(new("residents"), DatasetUnit.People, "id", [new("id", FieldClass.Identifier)]), null, ("o-approver", Role.Approver)));
        await town.DoAsync(town.Sign(new SignTemplate(new("benefit-calls"), [new(new("residents"), ["id"])], YearEnds), null, ("o-approver", Role.Approver)));
        foreach (var (recipient, machine) in new[] { (Keys.Owner, "owner-holder"), (Keys.Contractor, "contractor-holder"), (Keys.Destination, "open-1") })
            await town.DoAsync(town.Sign(new DepositRecipient(recipient), machine));

        return town;
    }

    /// <summary>A consignment that left the house at 9:45.</summary>
    internal static async Task<Town> OutsideAsync(Where where, params string[] more) => await LeaveAsync(await SettledAsync(where, more));

    private static async Task<Town> LeaveAsync(Town town)
    {
        await town.PermitAsync();
        town.Host.Clock.SetUtcNow(Clock(9, 30));
        await town.DoAsync(await town.SealedAsync());
        town.Host.Clock.SetUtcNow(Clock(9, 45));
        await town.DoAsync(town.Leaving());
        foreach (var browser in town.Browsers.Values) await browser.SignInAsync(); // The months between have ended every session.
        return town;
    }

    internal async Task EngageAsync(string person, Role role)
    {
        if (browsing.Contains(person))
        {
            Browsers[person] = await NewcomerAsync(person, role);
            await MeetAsync(person);
            return;
        }

        var root = person[0] == 'o' ? "o-root" : "c-root";
        await DoAsync(Sign(new EnrolPerson(new(person), EmployerOf(person), FactOf(person)), null, (person, Role.Member), (root, Role.Representative)));
        await DoAsync(Sign(new SeePerson(new(person), EmploymentDocument.EmployeeCard), null, ("o-root", Role.Representative)));
        await MeetAsync(person);
        await DoAsync(Sign(new AppointRole(new(person), role, YearEnds), null, (root, Role.Representative)));
    }

    /// <summary>The owner's second person confirms the first, whom until then only the genesis names.</summary>
    private async Task MeetAsync(string person)
    {
        if (Facts.FirstUnmet is null || person[0] != 'o') return;
        await DoAsync(Sign(new SeePerson(new("o-root"), EmploymentDocument.EmployeeCard), null, (person, Role.Member)));
    }

    /// <summary>Lists signed, the manual read by everybody, the contractor's people trained.</summary>
    private async Task QualifyAsync()
    {
        var people = Facts.People.Values.OrderBy(person => person.Id.Value, StringComparer.Ordinal).ToArray();
        foreach (var (organisation, root) in new[] { ("city", "o-root"), ("contractor", "c-root") })
            await DoAsync(Sign(new SignList(new(organisation), [.. people.Where(person => person.Organisation.Value == organisation).Select(person => person.Id)]), null, (root, Role.Representative)));

        await DoAsync(Sign(new SubmitManual(1, Hash("manual")), null, ("c-manager", Role.ProjectManager)));
        await DoAsync(Sign(new ApproveManual(1), null, ("o-approver", Role.Approver)));
        foreach (var person in people) await DoAsync(Sign(new AcknowledgeManual(1), null, (person.Id.Value, Role.Member)));
        foreach (var person in people.Where(person => person.Id.Value[0] == 'c' && person.Id.Value != "c-root"))
            await DoAsync(Sign(new RecordTraining(person.Id, Hash("course"), Host.Clock.GetUtcNow(), YearEnds), null, ("c-root", Role.Representative)));
    }

    internal static CarryPlan Plan => new(
        new("benefit-calls"), Hash("purpose"), [new(new("residents"), ["id"])], 100, 110, TransferMethod.Accompanied, [Stick],
        DataCentre, SealStation, CallCentre, OpenStation, Window, [new("c-carrier"), new("o-carrier")], null,
        new(new(RowRange.Everything), Hash("why a medium"), Hash("locked cabinet"), PlannedErasure.Overwrite, null, []));

    internal async Task ApplyAsync()
    {
        Host.Clock.SetUtcNow(Clock(9, 0).AddDays(-1));
        await DoAsync(Sign(new Apply(Case, Plan), null, ("c-manager", Role.ProjectManager)));
    }

    internal async Task PermitAsync()
    {
        await ApplyAsync();
        await DoAsync(Sign(new Endorse(Case), null, ("c-executive", Role.InformationManager)));
        await DoAsync(Sign(new Approve(Case, Keys), null, ("o-approver", Role.Approver)));
    }

    /// <summary>The seal, whose manifest and envelope are on the shelf.</summary>
    internal async Task<SignedAct> SealedAsync(CarryOutId? of = null)
    {
        var carryOut = of ?? Case;
        var data = new SealedDataset(new("residents"), ["id"], 120, 100);
        var volume = new SealedVolume(Stick, "serial-1", 4096, Hash("payload"), [.. Enumerable.Range(0, 16).Select(n => new ArrivalChallenge(Hash($"nonce {n}"), Digests.Sha256(Hash($"answer {n}").Bytes())))], 100, VolumeCount.Of([data]));
        var manifest = DomainJson.ToBytes(new Manifest(
            new(engagement), carryOut, Facts.Find(carryOut)!.Permit!.Mark.Leaf, [Hash("datapackage")], 100, [data], [ManifestVolume.Of(volume)], Keys));

        var envelope = "an envelope with three layers"u8.ToArray();
        foreach (var paper in new[] { manifest, envelope }) Assert.Equal(204, (await AskAsync(HttpMethod.Put, $"papers/{Digests.Sha256(paper)}", paper)).Status);
        var measured = new SealMeasured(Digests.Sha256(manifest), Digests.Sha256(envelope), "A-001", 100, [data], [volume], Keys, ReadBack: true);
        return Sign(new SealConsignment(carryOut, new(SealStation, Hash("code")), measured), "seal-1", ("c-sealer", Role.Operator), ("o-witness", Role.Witness));
    }

    internal SignedAct Leaving() => Sign(
        new HandOver(Case, [Stick], [new("c-carrier"), new("o-carrier")], null, DataCentre, Stored: false, "A-001", Intact: true, Route: Hash("route")),
        null, ("c-sealer", Role.Operator), ("c-carrier", Role.Operator), ("o-carrier", Role.Operator));

    internal SignedAct Lost(string by = "c-carrier") => Sign(new ReportLoss(Case, LossKind.Lost), null, (by, Role.Member));

    internal SignedAct Tombstone(Digest recipient, string machine) =>
        Sign(new DestroyKey(Case, new(recipient, DestructionLevel.OverwrittenFile, DestructionCause.Loss, 1, Host.Clock.GetUtcNow())), machine);
}
