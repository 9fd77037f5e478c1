using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Opening;
using Azukari.Holder.Vault;
using Azukari.Holder.Kill;
using Azukari.Holder.Record;
using Azukari.Protocol.Ledger;

namespace Azukari.Holder.Release;

/// <summary>Who asks for what.</summary>
/// <param name="CarryOut">The case.</param>
/// <param name="Station">The station that asks, by its own signature.</param>
/// <param name="Envelope">The digest of what it sent.</param>
/// <param name="Arrival">The arrival that its request names, where it was carried by somebody else.</param>
internal sealed record Asked(CarryOutId CarryOut, Digest Station, Digest Envelope, Digest? Arrival = null);

/// <summary>Whether a layer may be taken off: the domain's rules on this holder's own facts, and what only a holder knows.</summary>
/// <param name="Refusals">What speaks against it; it may be done when this is empty.</param>
/// <param name="IsRecorded">The record has this side's release already: it is asked for again.</param>
internal sealed record Judgement(IReadOnlyList<Refusal> Refusals, bool IsRecorded);

/// <summary>The strictest path there is: nothing here makes anything more reachable than the rules do (R17, R32).</summary>
internal sealed class Judge(HolderSettings settings, HolderKeys keys, IdentityShelf shelf, Follower follower, ReportBox reports, Reaper reaper, Intents intents, TimeProvider clock)
{
    internal Judgement Of(Asked asked)
    {
        var view = reports.Over(follower.Facts);
        if (view.Find(asked.CarryOut) is not { Permit: not null } carryOut) return new([new(Rule.R10, Reason.NoPermit, asked.CarryOut.Value)], IsRecorded: false);

        var isRecorded = carryOut.Released.ContainsKey(settings.Side);
        var spoken = AgainstStation(view, carryOut, asked.Station)
            .Concat(AgainstAct(view, carryOut, isRecorded))
            .Concat(AgainstEnvelope(carryOut, asked.Envelope, isRecorded))
            .ToList();
        if (asked.Arrival is { } arrival && arrival != carryOut.Arrival?.Mark.Leaf) spoken.Add(new(Rule.R30, Reason.StatementOnOther));
        var isHere = reaper.KeyOf(carryOut) is { } key && shelf.Lives(key) && !reaper.IsStopped(key);
        if (!isHere && spoken.TrueForAll(refusal => refusal.Because != Reason.KeyDead)) spoken.Add(new(Rule.R20, Reason.KeyDead, asked.CarryOut.Value));

        return new(spoken, isRecorded);
    }

    private static IEnumerable<Refusal> AgainstStation(Engagement view, CarryOut carryOut, Digest station)
    {
        if (!view.Stations.TryGetValue(carryOut.Plan.OpenAt, out var opener) || opener.Key.Id != station) yield return new(Rule.R10, Reason.StationNotPermitted, carryOut.Plan.OpenAt.Value);
    }

    /// <summary>The rules on the act. Asked again, they are asked as if this side had not released yet, and a late fetch of what was given in time is allowed until the window ends (R17).</summary>
    private IEnumerable<Refusal> AgainstAct(Engagement view, CarryOut carryOut, bool isRecorded)
    {
        var now = Rulebook.Time(view, clock.GetUtcNow());
        var facts = isRecorded ? view with { CarryOuts = view.CarryOuts.SetItem(carryOut.Id, carryOut with { Released = carryOut.Released.Remove(settings.Side) }) } : view;
        var act = new ReleaseLayer(carryOut.Id, settings.Side);
        var attempt = new Attempt(act, [], new(keys.Id, Answered.By(facts, act) ?? Replay.Nothing));

        if (Rulebook.Decide(facts, attempt, now) is not Outcome.Refused refused) return [];
        return isRecorded && now <= carryOut.Plan.Window?.EraseBy ? refused.Refusals.Where(refusal => refusal.Because != Reason.TooLate) : refused.Refusals;
    }

    /// <summary>One carry-out, one envelope: the owner's is the sealed one, the contractor's the first that came.</summary>
    private IEnumerable<Refusal> AgainstEnvelope(CarryOut carryOut, Digest envelope, bool isRecorded)
    {
        var first = intents.Find(carryOut.Id);
        var isOther = first is not null && first != Replay.Nothing && first != envelope;

        if (isOther || (settings.Side == Side.Owner && carryOut.Seal?.Measured.Envelope != envelope)) yield return new(Rule.R17, Reason.PayloadDiffers, carryOut.Id.Value);
        if (isRecorded && first is null) yield return new(Rule.R17, Reason.ReleasedAlready, carryOut.Id.Value); // Given, and not by this folder.
    }
}
