using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Erasure;
using Azukari.Domain.Opening;
using Azukari.Domain.People;

namespace Azukari.Server.Tests.Front;

/// <summary>What stations and key holders do from the destination to the end of a carry-out, and who works there.</summary>
internal sealed partial class Town
{
    private static Presence At(string station) => new(new(station), Hash("code"));

    /// <summary>Those who keep media at both ends and work at the destination, and the two benches at home: what a journey to its end needs beside everybody.</summary>
    internal async Task StaffEndsAsync()
    {
        foreach (var (person, role) in new[] { ("o-keeper", Role.Keeper), ("c-keeper", Role.Keeper), ("c-operator", Role.Operator) }) await EngageAsync(person, role);
        await ListAsync("city", "o-root");
        await ListAsync("contractor", "c-root");
        foreach (var person in new[] { "o-keeper", "c-keeper", "c-operator" }) await DoAsync(Sign(new AcknowledgeManual(1), null, (person, Role.Member)));
        foreach (var person in new[] { "c-keeper", "c-operator" }) await DoAsync(Sign(new RecordTraining(new(person), Hash("course"), Host.Clock.GetUtcNow(), YearEnds), null, ("c-root", Role.Representative)));
        foreach (var station in new[] { "wipe-1", "wipe-2" }) await DoAsync(Sign(new EnrolStation(new(station), DataCentre, FactOf(station)), station, ("o-officer", Role.SecurityOfficer)));
    }

    /// <summary>Opened and loaded: the arrival is proven, both sides confirm, both layers come off.</summary>
    internal async Task OpenAsync(CarryOutId carryOut)
    {
        var measured = Facts.Find(carryOut)!.Seal!.Measured;
        var volume = measured.Volumes[0];
        await DoAsync(Sign(new ProveArrival(carryOut, new(volume.Medium, volume.Serial, volume.Payload, volume.Challenges[0].Nonce, volume.Challenges[0].AnswerDigest, Hash("answer 0"))), "open-1"));
        foreach (var (person, role) in new[] { ("o-officer", Role.SecurityOfficer), ("c-operator", Role.Operator) }) await DoAsync(Sign(new ConfirmRelease(carryOut, At("open-1")), "open-1", (person, role)));
        await DoAsync(Sign(new ReleaseLayer(carryOut, Side.Owner), "owner-holder"));
        await DoAsync(Sign(new ReleaseLayer(carryOut, Side.Contractor), "contractor-holder"));
        await DoAsync(Sign(new ConfirmLoaded(carryOut, new(measured.Manifest, measured.People, measured.Data, Stone(Keys.Destination, DestructionCause.Loaded))), "open-1"));
    }

    internal Task EraseAsync(CarryOutId carryOut) =>
        DoAsync(Sign(new EraseAtSite(carryOut, At("open-1"), Wiped(carryOut)), "open-1", ("c-operator", Role.Operator), ("c-keeper", Role.Keeper)));

    /// <summary>Cleared, looked through by somebody else, every key dead, and confirmed.</summary>
    internal async Task CloseAsync(CarryOutId carryOut)
    {
        await DoAsync(Sign(new ClearMedium(carryOut, At("wipe-1"), Wiped(carryOut)), "wipe-1", ("c-sealer", Role.Operator)));
        await DoAsync(Sign(new VerifyErasure(carryOut, At("wipe-2"), Wiped(carryOut)), "wipe-2", ("o-keeper", Role.Keeper)));
        foreach (var (key, machine) in new[] { (Keys.Owner, "owner-holder"), (Keys.Contractor, "contractor-holder") }) await DoAsync(Sign(new DestroyKey(carryOut, Stone(key, DestructionCause.WindowEnded)), machine));
        await DoAsync(Sign(new ConfirmErasure(carryOut, Stick), null, ("o-officer", Role.SecurityOfficer)));
    }

    private Task<Answer> ListAsync(string organisation, string root) => DoAsync(Sign(
        new SignList(new(organisation), [.. Facts.People.Values.Where(person => person.Organisation.Value == organisation).Select(person => person.Id).OrderBy(id => id.Value, StringComparer.Ordinal)]), null, (root, Role.Representative)));

    private Tombstone Stone(Digest recipient, DestructionCause cause) => new(recipient, DestructionLevel.OverwrittenFile, cause, 1, Host.Clock.GetUtcNow());

    private ErasureMeasured Wiped(CarryOutId carryOut) => new(Stick, Facts.Find(carryOut)!.Seal!.Measured.Volumes[0].Serial, "overwrite-random-readback", Facts.Media[Stick].Admitted.Measured.CapacityBytes, Mismatches: 0, FreeSpaceCovered: true);
}
