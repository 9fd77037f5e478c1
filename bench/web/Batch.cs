using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Closing;
using Azukari.Domain.Custody;
using Azukari.Domain.Erasure;
using Azukari.Domain.Opening;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;
using Azukari.Protocol.Ledger;

namespace Azukari.Web.Bench;

/// <summary>The carry-outs of one day, each on a medium of its own, side by side step by step as their people take them.</summary>
internal sealed class Batch(Clerk clerk, DateTimeOffset leaves, int first, int count)
{
    private static readonly SiteId DataCentre = new("data-centre"), CallCentre = new("call-centre");
    private static readonly SealedDataset Data = new(new("residents"), ["id"], 120, 100);

    // One payload for all: sixteen questions a volume, as a real seal has, and no second of work that no page looks at.
    private static readonly ImmutableArray<ArrivalChallenge> Challenges = [.. Enumerable.Range(0, 16).Select(n => new ArrivalChallenge(Clerk.Hash($"nonce {n}"), Digests.Sha256(Clerk.Hash($"answer {n}").Bytes())))];

    private readonly int[] cases = [.. Enumerable.Range(first, count)];

    private CarryWindow Window => new(leaves, leaves.AddHours(1), leaves.AddHours(4), leaves.AddHours(9), leaves.AddHours(9.5));

    /// <summary>Applied for, and no more.</summary>
    internal void Ask() => Each(leaves.AddHours(-20), n => clerk.Do(new Apply(Case(n), Plan(n)), null, ("c-manager", Role.ProjectManager)));

    /// <summary>Taken back again.</summary>
    internal void Withdraw() => Each(leaves.AddHours(-19), n => clerk.Do(new Withdraw(Case(n)), null, ("c-manager", Role.ProjectManager)));

    /// <summary>Permitted, sealed and outside.</summary>
    internal void Leave()
    {
        Each(leaves.AddHours(-19), n =>
        {
            var keys = KeysOf(n);
            foreach (var (recipient, machine) in new[] { (keys.Owner, "owner-holder"), (keys.Contractor, "contractor-holder"), (keys.Destination, "open-1") }) clerk.Do(new DepositRecipient(recipient), machine);
        });
        Each(leaves.AddHours(-18), n => clerk.Do(new Endorse(Case(n)), null, ("c-executive", Role.InformationManager)));
        Each(leaves.AddHours(-17), n => clerk.Do(new Approve(Case(n), KeysOf(n)), null, ("o-approver", Role.Approver)));
        Each(leaves.AddMinutes(10), n => clerk.Do(new SealConsignment(Case(n), new(new("seal-1"), Clerk.Hash("code")), Sealed(n)), "seal-1", ("c-sealer", Role.Operator), ("o-witness", Role.Witness)));
        Each(leaves.AddMinutes(30), n => clerk.Do(Passed(n, ["c-carrier", "o-carrier"], DataCentre, stored: false, intact: true), null, ("c-sealer", Role.Operator), ("c-carrier", Role.Operator), ("o-carrier", Role.Operator)));
    }

    /// <summary>Opened, loaded, erased, brought home, cleared, looked at and closed.</summary>
    internal void Close()
    {
        Each(leaves.AddHours(2), n => clerk.Do(Passed(n, ["c-keeper"], CallCentre, stored: true, intact: true), null, ("c-carrier", Role.Operator), ("c-keeper", Role.Keeper)));
        Each(leaves.AddHours(2.2), n => clerk.Do(new ProveArrival(Case(n), new(Year.Medium(n - first), $"serial-{n - first}", Clerk.Hash($"payload {n}"), Challenges[0].Nonce, Challenges[0].AnswerDigest, Clerk.Hash("answer 0"))), "open-1"));
        foreach (var (person, role) in new[] { ("o-officer", Role.SecurityOfficer), ("c-operator", Role.Operator) })
            Each(leaves.AddHours(2.4), n => clerk.Do(new ConfirmRelease(Case(n), new(new("open-1"), Clerk.Hash("code"))), "open-1", (person, role)));
        Each(leaves.AddHours(2.5), n => clerk.Do(new ReleaseLayer(Case(n), Side.Owner), "owner-holder"));
        Each(leaves.AddHours(2.6), n => clerk.Do(new ReleaseLayer(Case(n), Side.Contractor), "contractor-holder"));
        Each(leaves.AddHours(3), n => clerk.Do(new ConfirmLoaded(Case(n), new(Clerk.Hash($"manifest {n}"), 100, [Data], Stone(KeysOf(n).Destination, DestructionCause.Loaded))), "open-1"));
        Each(leaves.AddHours(3.5), n => clerk.Do(new EraseAtSite(Case(n), new(new("open-1"), Clerk.Hash("code")), Wiped(n)), "open-1", ("c-operator", Role.Operator), ("c-keeper", Role.Keeper)));
        Each(leaves.AddHours(3.7), n => clerk.Do(Passed(n, ["c-carrier", "o-carrier"], null, stored: false, intact: false), null, ("c-keeper", Role.Keeper), ("c-carrier", Role.Operator), ("o-carrier", Role.Operator)));
        Each(leaves.AddHours(4.5), n => clerk.Do(Passed(n, ["o-keeper"], DataCentre, stored: true, intact: false), null, ("c-carrier", Role.Operator), ("o-keeper", Role.Keeper)));
        Each(leaves.AddHours(5), n => clerk.Do(new ClearMedium(Case(n), new(new("bench-1"), Clerk.Hash("code")), Wiped(n)), "bench-1", ("c-sealer", Role.Operator)));
        Each(leaves.AddHours(5.5), n => clerk.Do(new VerifyErasure(Case(n), new(new("bench-2"), Clerk.Hash("code")), Wiped(n)), "bench-2", ("o-keeper", Role.Keeper)));
        foreach (var machine in new[] { "owner-holder", "contractor-holder" })
            Each(leaves.AddHours(9.6), n => clerk.Do(new DestroyKey(Case(n), Stone(machine == "owner-holder" ? KeysOf(n).Owner : KeysOf(n).Contractor, DestructionCause.WindowEnded)), machine));
        Each(leaves.AddHours(9.8), n => clerk.Do(new ConfirmErasure(Case(n), Year.Medium(n - first)), null, ("o-officer", Role.SecurityOfficer)));
    }

    internal static CarryOutId Case(int n) => new($"carry-{n}");

    private void Each(DateTimeOffset at, Action<int> step)
    {
        clerk.At(at);
        foreach (var n in cases) step(n);
    }

    private CarryPlan Plan(int n) => new(
        new("benefit-calls"), Clerk.Hash("purpose"), [new(new("residents"), ["id"])], 100, 110, TransferMethod.Accompanied, [Year.Medium(n - first)],
        DataCentre, new("seal-1"), CallCentre, new("open-1"), Window, [new("c-carrier"), new("o-carrier")], null,
        new(new(RowRange.Everything), Clerk.Hash("why a medium"), Clerk.Hash("locked cabinet"), PlannedErasure.Overwrite, null, []));

    private SealMeasured Sealed(int n) => new(
        Clerk.Hash($"manifest {n}"), Clerk.Hash($"envelope {n}"), SealNumber(n), 100, [Data],
        [new(Year.Medium(n - first), $"serial-{n - first}", 4096, Clerk.Hash($"payload {n}"), Challenges, 100, VolumeCount.Of([Data]))], KeysOf(n), ReadBack: true);

    private HandOver Passed(int n, string[] to, SiteId? at, bool stored, bool intact) =>
        new(Case(n), [Year.Medium(n - first)], [.. to.Select(person => new PersonId(person))], null, at, stored, intact ? SealNumber(n) : null, Intact: true, Route: Clerk.Hash("route"));

    private ThreeKeys KeysOf(int n) => new(Clerk.Hash($"{clerk.Engagement} r-owner {n}"), Clerk.Hash($"{clerk.Engagement} r-contractor {n}"), Clerk.Hash($"{clerk.Engagement} r-destination {n}"));

    private Tombstone Stone(Digest recipient, DestructionCause cause) => new(recipient, DestructionLevel.OverwrittenFile, cause, 1, clerk.Clock);

    private ErasureMeasured Wiped(int n) => new(Year.Medium(n - first), $"serial-{n - first}", "overwrite-random-readback", 4096, Mismatches: 0, FreeSpaceCovered: true);

    private static string SealNumber(int n) => $"A-{n}";
}
