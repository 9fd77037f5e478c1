using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Closing;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Domain.Erasure;
using Azukari.Domain.Incidents;
using Azukari.Domain.Media;
using Azukari.Domain.Opening;
using Azukari.Domain.People;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;
using Azukari.Domain.Watch;

namespace Azukari.Protocol.Tests.Wording;

/// <summary>One act of each shape, and further ones where a shape is told in more than one way.</summary>
internal static class Samples
{
    private static readonly Presence Here = new(new("seal-1"), Facts.Hash('a'));

    public static IReadOnlyList<Act> All { get; } =
    [
        Facts.Founding,
        new ApproveOrganisation(new("sub"), OrganisationKind.Company, new("vendor"), new("p-5"), Facts.Key('a'), Facts.Hash('b')),
        new SetPolicy(12, 3, 2, [new(NetworkLayer.MyNumber, NetworkLayer.Isolated)], Facts.At(30, 12)),
        new SetPolicy(12, 3, 2, [], Facts.At(30, 12), new(540, 3, [new(2022, 7, 18)]), null, 10),
        new RegisterSite(new("city-dc"), NetworkLayer.MyNumber),
        new EnrolPerson(new("p-6"), new("vendor"), Facts.Key('b')),
        new ReplaceKey(new("p-3"), Facts.Key('b')),
        new AddKeyAtStations(new("p-3"), Facts.Key('c'), Here),
        new SeePerson(new("p-3"), EmploymentDocument.EmployeeCard),
        new AppointRole(new("p-3"), Role.Operator, Facts.At(30, 12)),
        new AppointRole(new("p-3"), Role.Keeper, Facts.At(30, 12), Facts.At(21, 9), new("p-4")),
        new EndRole(new("p-3"), Role.Operator),
        new TransferDuties(new("p-3"), new("p-4")),
        new WaiveSeparation(Facts.At(30, 12)),
        new SignList(new("vendor"), [new("p-3"), new("p-4")]),
        new LeaveOrganisation(new("p-3")),
        new WithdrawOrganisation(new("vendor")),
        new SubmitManual(3, Facts.Hash('a')),
        new ApproveManual(2),
        new ApproveManual(3),
        new AcknowledgeManual(2),
        new RecordTraining(new("p-3"), Facts.Hash('b'), Facts.At(1, 12), Facts.At(30, 12)),
        new EnrolStation(new("open-1"), new("call-centre"), Facts.Key('c')),
        new CatalogueDataset(Facts.Dataset, DatasetUnit.People, "person-key", [new("person-key", FieldClass.Identifier)]),
        new CatalogueDataset(Facts.Dataset, DatasetUnit.Households, "person-key", [new("person-key", FieldClass.Identifier)], Facts.At(30, 12)),
        new SignTemplate(new("grant"), [new(Facts.Dataset, ["person-key"])], Facts.At(30, 12)),
        new AdmitMedium(Facts.Medium, MediumKind.Flash, new("city-dc"), new("SN-99", SerialIsDeclared: true, 64_000_000_000, new(63_000_000_000, 0, 20_000_000, 90_000_000), "maker", "model-1")),
        new AdmitMedium(new("dvd-1"), MediumKind.WriteOnce, new("city-dc"), new("SN-98", SerialIsDeclared: true, 4_700_000_000)),
        new ReleaseMedium(Facts.Medium),
        new DestroyMedium(Facts.CarryOut, Facts.Medium, DestructionMethod.Shredded),
        new DestroyMedium(null, Facts.Medium, DestructionMethod.Incinerated),
        new TakeInventory([Facts.Medium]),
        new WriteOffMedium(Facts.Medium),
        new ImportConnection(new(Facts.Hash('e'), DeviceEventKind.Connected, "SN-99", new("seal-1"), Facts.At(21, 9))),
        new Apply(Facts.CarryOut, Facts.Plan),
        new Apply(Facts.CarryOut, Facts.Plan with { Template = null, TextDigest = null, Window = null, Data = [], Media = [], Custodians = [], Method = TransferMethod.Courier, Courier = new("fast"), Handling = null }),
        new Withdraw(Facts.CarryOut),
        new Amend(Facts.CarryOut, Facts.OtherPlan),
        new AskSeries(new("s-1"), Facts.Scope),
        new EndorseSeries(new("s-1")),
        new ApproveSeries(new("s-1")),
        new EndSeries(new("s-1")),
        new Apply(new("k-2"), Facts.Plan, new("s-1")),
        new Endorse(Facts.CarryOut),
        new Approve(Facts.CarryOut, Facts.Keys),
        new GrantUrgently(Facts.CarryOut, null, Facts.Keys, Facts.Hash('a')),
        new GrantUrgently(new("k-3"), Facts.Plan, Facts.Keys, null),
        new Countersign(Facts.CarryOut),
        new Decline(Facts.CarryOut, DeclineReason.OnlineWillDo),
        new Extend(Facts.CarryOut, Facts.Window with { OpenBy = Facts.At(21, 13) }),
        new DepositRecipient(Facts.Hash('1')),
        new DestroyKey(Facts.CarryOut, Facts.Tombstone),
        new DestroyKey(null, Facts.Tombstone),
        new AttestKeyDead(Facts.CarryOut, Facts.Hash('3'), Facts.Hash('a')),
        new AttestKeyDead(null, Facts.Hash('3'), Facts.Hash('a')),
        new SealConsignment(Facts.CarryOut, Here, Facts.Sealed),
        new HandOver(Facts.CarryOut, [Facts.Medium], [new("p-2"), new("p-3")], null, new("city-dc"), Stored: false, "seal-0042", Intact: true, Route: Facts.Hash('a')),
        new HandOver(Facts.CarryOut, [Facts.Medium], [], new(new("fast"), "T-1", "R-1"), null, Stored: false, "seal-0042", Intact: true),
        new HandOver(Facts.CarryOut, [Facts.Medium], [new("p-2")], null, new("city-dc"), Stored: true, null, Intact: false),
        new HandOver(Facts.CarryOut, [Facts.Medium], [new("p-2")], null, new("city-dc"), Stored: true, "seal-0042", Intact: true, Delivered: new(new("fast"), "T-1", "R-1")),
        new ProveArrival(Facts.CarryOut, new(Facts.Medium, "SN-99", Facts.Hash('d'), Facts.Hash('f'), Facts.Hash('0'), Facts.Hash('1'))),
        new ConfirmRelease(Facts.CarryOut, Here),
        new ReleaseLayer(Facts.CarryOut, Side.Owner),
        new ConfirmLoaded(Facts.CarryOut, new(Facts.Hash('b'), 460_517, Facts.Sealed.Data, Facts.Tombstone)),
        new GiveUp(Facts.CarryOut, new(Facts.Tombstone)),
        new EraseAtSite(Facts.CarryOut, Here, Facts.Erased),
        new ClearMedium(Facts.CarryOut, null, Facts.Erased),
        new VerifyErasure(Facts.CarryOut, Here, Facts.Erased),
        new ConfirmErasure(Facts.CarryOut, Facts.Medium),
        new EndDestroyed(Facts.CarryOut),
        new EndLost(Facts.CarryOut),
        new RegisterCopy(Facts.CarryOut, new("db-1"), CopyKind.AtDestination, new("call-centre"), Facts.At(30, 12)),
        new ConfirmGone(Facts.CarryOut, new("list-1")),
        new CloseStation(new("seal-1")),
        new CloseEngagement(Facts.Hash('b')),
        new ReportLoss(Facts.CarryOut, LossKind.Stolen, new("p-3")),
        new ReportLoss(Facts.CarryOut, LossKind.Lost),
        new ReportLoss(Facts.CarryOut, LossKind.Lost, new("p-3"), ByTelephone: true),
        new ReportFromLabel(Facts.CarryOut, "seal-0042", LossKind.FoundByOthers),
        new ReportFound(Facts.CarryOut, SealIntact: true),
        new CountUnion([Facts.CarryOut, new("k-2")], new(500_000, [new(Facts.Dataset, 500_000)])),
        new AssignTask(new("incident-1"), 2, TaskKind.Search, new("p-3"), Facts.At(21, 20)),
        new AssignTask(new("incident-1"), null, TaskKind.EnquiryDesk, new("p-3"), Facts.At(21, 20)),
        new FinishTask(new("incident-1"), 2, Facts.Hash('a')),
        new ExcuseTask(new("incident-1"), 2, Facts.Hash('b')),
        new SetLawDuty(new("incident-1"), new(new("jp-public"), "2023-04-01.1", new("city"), Domain.Incidents.Laws.BreachDuty.PromptReport, new(2022, 6, 23), new(2022, 6, 24))),
        new CloseIncident(new("incident-1")),
        new SetCallList(new("city"), [new("p-1")], [new("p-2")], [new("p-3")]),
        new DeadlinePassed(Facts.CarryOut, DeadlineKind.SiteErasure, null, 1, 0),
        new DeadlinePassed(Facts.CarryOut, DeadlineKind.SiteErasure, null, 4, 0),
        new DeadlinePassed(null, DeadlineKind.Incident, "about", 5, 2),
        new AcknowledgeAlarm(Facts.CarryOut, DeadlineKind.SiteErasure, null, 1),
        new CountRefusals(new(2022, 6, 20), [new(Reason.TooLate, 2), new(Reason.SamePersonTwice, 1)]),
        new CountRefusals(new(2022, 6, 19), []),
        new HoldDrill(DrillKind.Calls, Facts.Hash('c')),
        new ReviewMonth(new(2022, 6, 1), new(3, 1, 30, 12, 0, 1, 1, 0, 0, 2, 1)),
        new LiftSuspension(Facts.CarryOut),
    ];
}
