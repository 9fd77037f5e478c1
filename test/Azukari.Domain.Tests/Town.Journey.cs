using Azukari.Domain.Applications;
using Azukari.Domain.Closing;
using Azukari.Domain.Custody;
using Azukari.Domain.Erasure;
using Azukari.Domain.Incidents;
using Azukari.Domain.Opening;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;

namespace Azukari.Domain.Tests;

/// <summary>The journey of one carry-out on 21 June 2022, step by step as it should have been.</summary>
internal sealed partial class Town
{
    internal static DateTimeOffset Asking => Day(20, 10, 0);
    internal static CarryWindow Window => new(From: Day(21, 9, 0), OutBy: Day(21, 10, 0), OpenBy: Day(21, 13, 0), WorkEnds: Day(21, 19, 30), EraseBy: Day(21, 20, 0));

    internal static CarryPlan Plan => new(
        Template, Hash("purpose"), [new(Residents, ["id", "name"])], PlannedPeople: 100, MostPeople: 110, TransferMethod.Accompanied, [Stick],
        DataCentre, SealStation, CallCentre, OpenStation, Window, [Carrier, CityCarrier], null, Handled);

    internal static Handling Handled => new(new(RowRange.Everything), Hash("why a medium"), Hash("locked cabinet"), PlannedErasure.Overwrite, null, []);

    internal const string SealNumber = "A-001";

    internal static DateTimeOffset Day(int day, int hour, int minute) => new(2022, 6, day, hour, minute, 0, TimeSpan.FromHours(9));

    /// <summary>A founded town whose one carry-out has come this far, at the usual hours.</summary>
    internal static Town Until(Phase phase, Func<CarryPlan, CarryPlan>? plan = null, Func<SealMeasured, SealMeasured>? measured = null)
    {
        var town = Founded();
        (Phase Reached, DateTimeOffset At, Func<Attempt> Step)[] journey =
        [
            (Phase.Asked, Asking, () => town.Ask(plan)),
            (Phase.Endorsed, Asking, town.Endorsed),
            (Phase.Permitted, Asking, () => town.Approved()),
            (Phase.Sealed, Day(21, 9, 30), () => town.Sealed(measured)),
            (Phase.Outside, Day(21, 9, 45), () => town.Leave()),
            (Phase.Outside, Day(21, 11, 0), () => town.HandIn()),
            (Phase.Arrived, Day(21, 11, 30), () => town.Arrival()),
            (Phase.Released, Day(21, 11, 40), () => town.Confirmed(Officer, Role.SecurityOfficer)),
            (Phase.Released, Day(21, 11, 41), () => town.Confirmed(SiteOperator, Role.Operator)),
            (Phase.Released, Day(21, 11, 45), () => town.Released(Side.Owner)),
            (Phase.Released, Day(21, 11, 46), () => town.Released(Side.Contractor)),
            (Phase.Loaded, Day(21, 12, 0), () => town.Loaded()),
            (Phase.ErasedAtSite, Day(21, 19, 40), () => town.SiteErased()),
            (Phase.Home, Day(21, 19, 50), () => town.TakeBack()),
            (Phase.Home, Day(21, 21, 0), () => town.BringHome()),
            (Phase.Cleared, Day(22, 9, 0), () => town.Cleared()),
            (Phase.Verified, Day(22, 11, 0), () => town.Verified()),
            (Phase.Closed, Day(22, 11, 30), () => town.Destroyed(Keys.Owner, OwnerHolder)),
            (Phase.Closed, Day(22, 11, 31), () => town.Destroyed(Keys.Contractor, ContractorHolder)),
            (Phase.Closed, Day(22, 12, 0), () => town.ErasureConfirmed()),
        ];

        foreach (var (_, at, step) in journey.TakeWhile(step => step.Reached <= phase))
        {
            town.At(at);
            Assert.Empty(town.Do(step()));
        }

        return town;
    }

    internal Attempt Ask(Func<CarryPlan, CarryPlan>? change = null, CarryOutId? id = null) =>
        By(new Apply(id ?? CaseId, change?.Invoke(Plan) ?? Plan), null, (Manager, Role.ProjectManager));

    internal Attempt Endorsed() => By(new Endorse(CaseId), null, (Executive, Role.InformationManager));

    internal Attempt Approved(Func<Approve, Approve>? change = null)
    {
        var act = new Approve(CaseId, Keys);
        return By(change?.Invoke(act) ?? act, null, (Approver, Role.Approver));
    }

    internal Attempt Declined() => By(new Decline(CaseId, DeclineReason.OnlineWillDo), null, (Approver, Role.Approver));

    internal static SealMeasured Measured(CarryPlan plan) => new(
        Hash("manifest"), Hash("envelope"), SealNumber, 100, [.. plan.Data.Select(data => new SealedDataset(data.Dataset, data.Fields, 100, 100))],
        [.. plan.Media.Select(Volume)], Keys, ReadBack: true);

    internal static SealedVolume Volume(MediumId medium) => new(
        medium, $"serial of {medium}", 4096, Hash($"payload {medium}"),
        [.. Enumerable.Range(0, 16).Select(n => new ArrivalChallenge(Nonce(medium, n), Hash($"answer digest {medium} {n}")))], 0, []);

    /// <summary>The same payload on another medium.</summary>
    internal static SealedVolume Spare(MediumId medium, SealedVolume of) => Volume(medium) with { Payload = of.Payload, Challenges = of.Challenges };

    /// <summary>Volumes of which the test says nothing share the people and rows of the whole evenly, the first taking what is left over.</summary>
    internal static SealMeasured Spread(SealMeasured whole)
    {
        Digest[] payloads = [.. whole.Volumes.Select(volume => volume.Payload).Distinct()];
        long Share(long count, SealedVolume volume) => (count / payloads.Length) + (volume.Payload == payloads[0] ? count % payloads.Length : 0);
        SealedVolume Shared(SealedVolume volume) => volume with
        {
            People = Share(whole.People, volume),
            Data = [.. whole.Data.Select(data => new VolumeCount(data.Dataset, Share(data.Rows, volume), Share(data.People, volume)))],
        };

        return whole with { Volumes = [.. whole.Volumes.Select(volume => volume.Data.IsEmpty ? Shared(volume) : volume)] };
    }

    internal Attempt Sealed(Func<SealMeasured, SealMeasured>? change = null, params (PersonId Person, Role Role)[] hands)
    {
        var measured = Measured(Facts.Find(CaseId)?.Plan ?? Plan);
        var act = new SealConsignment(CaseId, new(SealStation, Hash("code")), Spread(change?.Invoke(measured) ?? measured));
        return By(act, KeyOf(SealStation).Id, hands is [] ? [(Sealer, Role.Operator), (Witness, Role.Witness)] : hands);
    }

    internal Attempt Passed(Func<HandOver, HandOver> change, params (PersonId Person, Role Role)[] hands) =>
        By(change(new(CaseId, Facts.Find(CaseId)?.Plan.Media ?? Plan.Media, [], null, null, Stored: false, SealNumber, Intact: true, Route: Hash("route"))), null, hands);

    internal Attempt Leave(Func<HandOver, HandOver>? change = null) => Passed(
        act => (change ?? (same => same))(act with { To = [Carrier, CityCarrier], At = DataCentre }),
        (Sealer, Role.Operator), (Carrier, Role.Operator), (CityCarrier, Role.Operator));

    internal Attempt LeaveWithCourier(Func<HandOver, HandOver>? change = null) => Passed(
        act => (change ?? (same => same))(act with { Courier = new(CourierCompany, "track-1", "receipt-1"), At = DataCentre }), (Sealer, Role.Operator));

    internal Attempt HandIn(Func<HandOver, HandOver>? change = null) => Passed(
        act => (change ?? (same => same))(act with { To = [SiteKeeper], At = CallCentre, Stored = true }), (Carrier, Role.Operator), (SiteKeeper, Role.Keeper));

    internal Attempt TakeBack(Func<HandOver, HandOver>? change = null) => Passed(
        act => (change ?? (same => same))(act with { To = [Carrier, CityCarrier], SealNumber = null }),
        (SiteKeeper, Role.Keeper), (Carrier, Role.Operator), (CityCarrier, Role.Operator));

    internal Attempt BringHome(Func<HandOver, HandOver>? change = null) => Passed(
        act => (change ?? (same => same))(act with { To = [HomeKeeper], At = DataCentre, Stored = true }), (Carrier, Role.Operator), (HomeKeeper, Role.Keeper));

    internal static Digest Nonce(MediumId medium, int n) => Hash($"nonce {medium} {n}");

    internal Attempt Arrival(int n = 0, MediumId? medium = null, Func<ArrivalMeasured, ArrivalMeasured>? change = null)
    {
        var id = medium ?? Stick;
        var measured = new ArrivalMeasured(id, $"serial of {id}", Hash($"payload {id}"), Nonce(id, n), Hash($"answer digest {id} {n}"), Hash($"answer {id} {n}"));
        return By(new ProveArrival(CaseId, change?.Invoke(measured) ?? measured), KeyOf(OpenStation).Id);
    }

    internal Attempt Confirmed(PersonId person, Role role) => By(new ConfirmRelease(CaseId, new(OpenStation, Hash("code"))), KeyOf(OpenStation).Id, (person, role));

    internal Attempt Released(Side side) => By(new ReleaseLayer(CaseId, side), side == Side.Owner ? OwnerHolder : ContractorHolder);

    internal static Tombstone Stone(Digest recipient, DestructionCause cause) => new(recipient, DestructionLevel.OverwrittenFile, cause, 1, Day(21, 12, 0));

    internal Attempt Loaded(Func<LoadMeasured, LoadMeasured>? change = null)
    {
        var receipt = Facts.Find(CaseId)?.Seal?.Measured ?? Measured(Plan);
        var measured = new LoadMeasured(receipt.Manifest, receipt.People, receipt.Data, Stone(Keys.Destination, DestructionCause.Loaded));
        return By(new ConfirmLoaded(CaseId, change?.Invoke(measured) ?? measured), KeyOf(OpenStation).Id);
    }

    internal Attempt GaveUp(Digest? recipient = null) => By(new GiveUp(CaseId, new(Stone(recipient ?? Keys.Destination, DestructionCause.GaveUp))), KeyOf(OpenStation).Id);

    internal Attempt Destroyed(Digest recipient, Digest machine, DestructionCause cause = DestructionCause.WindowEnded) =>
        By(new DestroyKey(Facts.Keys.GetValueOrDefault(recipient)?.NamedBy, Stone(recipient, cause)), machine);

    internal static ErasureMeasured Wiped(MediumId medium) => new(medium, $"serial of {medium}", "overwrite-random-readback", 4096, Mismatches: 0, FreeSpaceCovered: true);

    internal Attempt SiteErased(Func<EraseAtSite, EraseAtSite>? change = null, MediumId? medium = null)
    {
        var act = new EraseAtSite(CaseId, new(OpenStation, Hash("code")), Wiped(medium ?? Stick));
        return By(change?.Invoke(act) ?? act, KeyOf(OpenStation).Id, (SiteOperator, Role.Operator), (SiteKeeper, Role.Keeper));
    }

    internal Attempt Cleared(Func<ClearMedium, ClearMedium>? change = null, MediumId? medium = null)
    {
        var act = new ClearMedium(CaseId, new(Bench, Hash("code")), Wiped(medium ?? Stick));
        return By(change?.Invoke(act) ?? act, KeyOf(Bench).Id, (Sealer, Role.Operator));
    }

    internal Attempt Verified(Func<VerifyErasure, VerifyErasure>? change = null, MediumId? medium = null)
    {
        var act = new VerifyErasure(CaseId, new(OtherBench, Hash("code")), Wiped(medium ?? Stick));
        return By(change?.Invoke(act) ?? act, KeyOf(OtherBench).Id, (HomeKeeper, Role.Keeper));
    }

    internal Attempt ErasureConfirmed(MediumId? medium = null) => By(new ConfirmErasure(CaseId, medium ?? Stick), null, (Officer, Role.SecurityOfficer));

    internal Attempt Lost(PersonId reporter, Role role = Role.Member) => By(new ReportLoss(CaseId, LossKind.Lost), null, (reporter, role));

    internal Attempt FoundBy(PersonId finder, bool intact = true) => By(new ReportFound(CaseId, intact), null, (finder, Role.Member));
}
