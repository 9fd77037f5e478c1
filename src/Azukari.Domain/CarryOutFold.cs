using System.Collections.Immutable;
using Azukari.Domain.Applications;
using Azukari.Domain.Closing;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Domain.Erasure;
using Azukari.Domain.Incidents;
using Azukari.Domain.Opening;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;
using Azukari.Domain.Watch;

namespace Azukari.Domain;

/// <summary>How a carry-out follows from the record, in the order of the journey.</summary>
internal static class CarryOutFold
{
    internal static Engagement After(Engagement before, Recorded entry, Mark mark)
    {
        var signers = entry.Attempt.Signers;
        PersonId SignedAs(Role role) => signers.First(signer => signer.Role == role).Person;

        if (entry.Attempt.Act is Apply apply)
        {
            var asked = new CarryOut(apply.CarryOut, apply.Plan, mark, SignedAs(Role.ProjectManager));
            return Bound(before.With(apply.Series is { } series ? SeriesFold.Under(before, asked, series) : asked), apply.Plan.Media, apply.CarryOut);
        }

        if (entry.Attempt.Act is GrantUrgently urgent) return PermitFold.Granted(before, urgent, mark, SignedAs(Role.Approver));

        var carryOut = before.Find(entry.Attempt.Act.Subject) ?? throw new InvalidOperationException("an accepted act has its subject");

        return entry.Attempt.Act switch
        {
            Withdraw => Bound(before.With(carryOut with { Withdrawn = mark }), carryOut.Plan.Media, null),
            Amend act => PermitFold.Amended(before, carryOut, act, entry.Attempt, mark),
            Endorse => before.With(carryOut with { Endorsed = mark, Endorser = SignedAs(Role.InformationManager) }),
            Approve act => PermitFold.Granted(before, carryOut, act.Keys, mark, SignedAs(Role.Approver)),
            Countersign => before.With(PermitFold.Countersigned(carryOut, signers[0], mark)),
            Decline act => Bound(before.With(carryOut with { Declined = act.Why }), carryOut.Plan.Media, null),
            Extend act => before.With(PermitFold.Extended(carryOut, act, entry.Attempt, mark)),
            SealConsignment act => before.With(Sealed(carryOut, act, mark, SignedAs(Role.Operator), SignedAs(Role.Witness))),
            HandOver act => ReportFold.HandedOver(Returned(before, HandedOver(carryOut, act, mark), mark), act, mark),
            ProveArrival act => before.With(Proven(carryOut, act.Measured, mark)),
            ConfirmRelease => before.With(Confirmed(before, carryOut, signers[0])),
            ReleaseLayer act => before.With(carryOut with { Released = carryOut.Released.SetItem(act.Side, mark) }),
            ConfirmLoaded act => KeyFold.Destroyed(before.With(carryOut with { Loaded = mark }), act.Measured.KeyDestroyed, mark),
            GiveUp act => KeyFold.Destroyed(before.With(carryOut with { GaveUp = mark }), act.Measured.KeyDestroyed, mark),
            EraseAtSite act => before.With(Erased(carryOut, act.Measured, step => step with { Site = Fuller(step.Site, Step(before, entry, act.Measured, mark)) })),
            ClearMedium act => before.With(Erased(carryOut, act.Measured, step => new(step.Site, Cleared: Step(before, entry, act.Measured, mark)))),
            VerifyErasure act => before.With(Erased(carryOut, act.Measured, step => step with { Verified = Step(before, entry, act.Measured, mark) })),
            ConfirmErasure act => Returned(before, carryOut with { Erasure = carryOut.Erasure.SetItem(act.Medium, carryOut.Erasure[act.Medium] with { Confirmed = mark }) }, mark),
            ReportLoss act => ReportFold.Lost(before, carryOut, act, signers, mark),
            ReportFromLabel => ReportFold.Stranger(before, carryOut, mark),
            ReportFound act => ReportFold.Found(before, carryOut, act, signers, mark),
            LiftSuspension => before.With(carryOut with { Suspended = null }),
            _ => throw new System.Diagnostics.UnreachableException($"no fold for {entry.Attempt.Act.GetType().Name}"),
        };
    }

    private static CarryOut Sealed(CarryOut carryOut, SealConsignment act, Mark mark, PersonId sealer, PersonId witness) => carryOut with
    {
        Seal = new(mark, act.Measured, sealer, witness),
        Custody = new([new(mark, [sealer], null, carryOut.Plan.Source, Stored: false, AtDestination: false, Intact: true)]),
    };

    /// <summary>R16: what is handed over away from the destination is in no reader there any more; it has to arrive again before a release.</summary>
    private static CarryOut HandedOver(CarryOut carryOut, HandOver act, Mark mark) => carryOut with
    {
        Arrived = act.At == carryOut.Plan.Destination ? carryOut.Arrived : [],
        Custody = new(carryOut.Custody!.Legs.Add(new(mark, act.To, act.Courier, act.At, act.Stored, act.At == carryOut.Plan.Destination, act.Intact))),
    };

    private static CarryOut Confirmed(Engagement before, CarryOut carryOut, Signer signer) =>
        carryOut with { Confirmed = carryOut.Confirmed.SetItem(before.SideOf(signer.Organisation)!.Value, signer.Person) };

    private static CarryOut Erased(CarryOut carryOut, ErasureMeasured measured, Func<Sanitisation, Sanitisation> step) =>
        carryOut with { Erasure = carryOut.Erasure.SetItem(measured.Medium, step(carryOut.Erasure.GetValueOrDefault(measured.Medium, new()))) };

    private static CarryOut Proven(CarryOut carryOut, ArrivalMeasured measured, Mark mark) => carryOut with
    {
        Arrival = new(mark, measured),
        Arrived = carryOut.Arrived.Add(measured.Payload),
        Challenged = carryOut.Challenged.Add(measured.Nonce),
        Confirmed = ImmutableDictionary<Side, PersonId>.Empty,
    };

    /// <summary>Erasing what is erased finds little left; that takes nothing back.</summary>
    private static ErasureStep Fuller(ErasureStep? earlier, ErasureStep later) => earlier?.Measured.Bytes > later.Measured.Bytes ? earlier : later;

    /// <summary>The device is the one whose key signed, not the one that somebody names.</summary>
    private static ErasureStep Step(Engagement before, Recorded entry, ErasureMeasured measured, Mark mark)
    {
        var station = before.Stations.Values.FirstOrDefault(station => station.Key.Id == entry.Attempt.Machine?.Key);
        return new(mark, entry.Attempt.Signers.FirstOrDefault()?.Person, station?.Id, measured) { Hands = [.. entry.Attempt.Signers.Select(signer => signer.Person)] };
    }

    /// <summary>R21: with the last confirmation, or the last medium home, the carry-out closes and its media are free again.</summary>
    private static Engagement Returned(Engagement before, CarryOut carryOut, Mark mark) => Home.IsComplete(before, carryOut)
        ? Bound(before.With(carryOut with { Closed = mark }), carryOut.Plan.Media, null)
        : before.With(carryOut);

    internal static Engagement Bound(Engagement before, ImmutableArray<MediumId> media, CarryOutId? by) => before with
    {
        Media = media.Aggregate(before.Media, (register, id) => register.TryGetValue(id, out var medium) ? register.SetItem(id, medium with { InUseBy = by }) : register),
    };
}
