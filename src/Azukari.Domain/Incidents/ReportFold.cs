using System.Collections.Immutable;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Incidents;

/// <summary>What a report does to the keys, and that each opens an incident (R23).</summary>
internal static class ReportFold
{
    /// <summary>Whoever is named in the permit ends the keys at once; anybody else of the chain stops them until somebody answers.</summary>
    /// <remarks>It is the signer who counts, also where a colleague or the duty desk files for somebody whom the permit names: a name that is only declared proves nothing (R31),
    /// and whoever could kill by naming another could end every carry-out there is. Suspension is as fast, and the hour ends it the same way if nobody answers.</remarks>
    internal static Engagement Lost(Engagement before, CarryOut carryOut, ReportLoss act, ImmutableArray<Signer> signers, Mark mark)
    {
        var reporter = (signers.FirstOrDefault(signer => LossRules.IsNamed(carryOut, signer.Person)) ?? signers[0]).Person;
        var named = LossRules.IsNamed(carryOut, reporter);
        var kept = carryOut with { Losses = carryOut.Losses.Add(new(mark, act.Kind, reporter, named, act.OnBehalfOf, act.ByTelephone)) };
        var after = named ? kept with { KillOrdered = kept.KillOrdered ?? mark } : kept with { Suspended = kept.Suspended is { Why: SuspensionCause.Loss, Answered: null } ? kept.Suspended : new(mark, SuspensionCause.Loss) };

        return IncidentFold.Opened(before.With(after), act.CarryOut, IncidentFold.CauseOf(act.Kind), mark);
    }

    /// <summary>Found again is a report too, kept whoever finds it. A seal that is not intact then is what it is at a hand-over.</summary>
    internal static Engagement Found(Engagement before, CarryOut carryOut, ReportFound act, ImmutableArray<Signer> signers, Mark mark)
    {
        var kept = carryOut with { Founds = carryOut.Founds.Add(new(mark, act.SealIntact, signers[0].Person)) };
        var after = before.With(LossRules.IsAnswer(before, act, signers) ? kept with { Suspended = kept.Suspended! with { Answered = mark } } : kept);

        return act.SealIntact ? after : IncidentFold.Opened(after, act.CarryOut, IncidentCause.SealBroken, mark);
    }

    /// <summary>A stranger's report tells people and touches no key.</summary>
    internal static Engagement Stranger(Engagement before, CarryOut carryOut, Mark mark)
    {
        var after = IncidentFold.Opened(before.With(carryOut with { Strangers = carryOut.Strangers.Add(mark) }), carryOut.Id, IncidentCause.FoundByStranger, mark);
        var open = IncidentFold.OpenFor(after, carryOut.Id)!;

        return open.Newest == mark ? after : after.With(open with { Retold = mark });
    }

    /// <summary>Not intact at a hand-over opens an incident (R14).</summary>
    internal static Engagement HandedOver(Engagement after, HandOver act, Mark mark) =>
        act.Intact ? after : IncidentFold.Opened(after, act.CarryOut, IncidentCause.NotIntact, mark);
}
