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
            HandOver act => ReportFold.HandedOver(EndFold.Returned(before, HandedOver(carryOut, act, mark), mark), act, mark),
            ProveArrival act => before.With(Proven(carryOut, act.Measured, mark)),
            ConfirmRelease => before.With(Confirmed(before, carryOut, signers[0])),
            ReleaseLayer act => before.With(carryOut with { Released = carryOut.Released.SetItem(act.Side, mark) }),
            ConfirmLoaded act => KeyFold.Destroyed(before.With(carryOut with { Loaded = mark }), act.Measured.KeyDestroyed, mark),
            GiveUp act => KeyFold.Destroyed(before.With(carryOut with { GaveUp = mark }), act.Measured.KeyDestroyed, mark),
            EraseAtSite act => before.With(ErasureFold.AtSite(before, carryOut, act, entry, mark)),
            ClearMedium act => before.With(ErasureFold.Cleared(before, carryOut, act, entry, mark)),
            VerifyErasure act => before.With(ErasureFold.Verified(before, carryOut, act, entry, mark)),
            ConfirmErasure act => EndFold.Returned(before, ErasureFold.Confirmed(carryOut, act, mark), mark),
            EndDestroyed => EndFold.Destroyed(before, carryOut, mark),
            EndLost => EndFold.Lost(before, carryOut, mark),
            RegisterCopy act => before.With(EndFold.Registered(carryOut, act, mark)),
            ConfirmGone act => before.With(EndFold.Gone(carryOut, act, mark)),
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
        Custody = new(carryOut.Custody!.Legs.Add(new(mark, act.To, act.Courier, act.At, act.Stored, act.At == carryOut.Plan.Destination, act.Intact) { Route = act.Route })),
    };

    private static CarryOut Confirmed(Engagement before, CarryOut carryOut, Signer signer) =>
        carryOut with { Confirmed = carryOut.Confirmed.SetItem(before.SideOf(signer.Organisation)!.Value, signer.Person) };

    private static CarryOut Proven(CarryOut carryOut, ArrivalMeasured measured, Mark mark) => carryOut with
    {
        Arrival = new(mark, measured),
        Arrived = carryOut.Arrived.Add(measured.Payload),
        Challenged = carryOut.Challenged.Add(measured.Nonce),
        Confirmed = ImmutableDictionary<Side, PersonId>.Empty,
    };

    internal static Engagement Bound(Engagement before, ImmutableArray<MediumId> media, CarryOutId? by) => before with
    {
        Media = media.Aggregate(before.Media, (register, id) => register.TryGetValue(id, out var medium) ? register.SetItem(id, medium with { InUseBy = by }) : register),
    };
}
