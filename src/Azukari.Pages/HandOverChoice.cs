using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Custody;

namespace Azukari.Pages;

/// <summary>What a hand-over will say, as chosen on the page, or as it usually is at this point of the journey: what is usual takes no choosing.</summary>
/// <param name="To">Who receives; empty where a courier takes it.</param>
/// <param name="At">The site, or null for on the way.</param>
/// <param name="Stored">Into the locked place.</param>
/// <param name="Seal">The number that both read on the seal; empty where nobody has read it yet.</param>
/// <param name="Intact">What both see.</param>
/// <param name="Tracking">The courier's number of the parcel that it takes or brings, else empty.</param>
/// <param name="Receipt">The number of its receipt, else empty.</param>
/// <param name="Route">The route that those who carry it declare, else empty.</param>
public sealed record HandOverChoice(ImmutableArray<PersonId> To, SiteId? At, bool Stored, string Seal, bool Intact, string Tracking, string Receipt, string Route)
{
    /// <summary>Longer than any number on a seal or parcel, and than a route in a sentence.</summary>
    private const int LongestNumber = 64, LongestRoute = 400;

    /// <summary>What is usual: out to the pool, into a keeper's hands at the destination, back to the locked place at home.</summary>
    public static HandOverChoice Usual(Engagement facts, CarryOut carryOut, DateTimeOffset now)
    {
        var (plan, leg) = (carryOut.Plan, carryOut.Custody!.Now);
        var keepers = facts.People.Values.Where(person => person.Holds(Role.Keeper, now)).Select(person => person.Id).OrderBy(id => id.Value, StringComparer.Ordinal).ToImmutableArray();
        var none = new HandOverChoice(plan.Custodians, leg.At, false, "", true, "", "", "");
        return Phases.PhaseOf(facts, carryOut) switch
        {
            Phase.Sealed => none with { To = plan.Method == TransferMethod.Courier ? [] : plan.Custodians, Route = $"{plan.Source} → {plan.Destination} 立寄りなし / without a stop" },
            Phase.Outside => plan.Custodians.Intersect(keepers).ToImmutableArray() is { IsEmpty: false } pool ? none with { To = pool, At = plan.Destination } : none with { To = keepers.IsEmpty ? plan.Custodians : keepers, At = plan.Destination, Stored = !keepers.IsEmpty },
            Phase.Arrived or Phase.Released or Phase.Loaded => none with { At = plan.Destination },
            _ when leg.AtDestination => none with { At = null },
            _ => none with { To = keepers, At = plan.Source, Stored = true },
        };
    }

    /// <summary>What the form says; where it does not say anything, what is usual. A name that is none is as if nothing had been said.</summary>
    public HandOverChoice Chosen(IQueryCollection form)
    {
        string Text(string name, string usual, int longest) => form[name] is [{ } text] ? text.Trim()[..Math.Min(text.Trim().Length, longest)] : usual;
        var seal = Text("seal", Seal, LongestNumber);
        if (!form.ContainsKey("chosen")) return this with { Seal = seal };

        return new(
            [.. form["to"].OfType<string>().Where(Code.IsValid).Distinct().Select(name => new PersonId(name))], form["at"] is [{ } at] && Code.IsValid(at) ? new(at) : null, form.ContainsKey("stored"), seal,
            form["intact"] != "no", Text("tracking", "", LongestNumber), Text("receipt", "", LongestNumber), Text("route", "", LongestRoute));
    }

    /// <summary>The act, and the paper that it commits to.</summary>
    public (HandOver Act, RouteText? Route) ActFor(CarryOut carryOut)
    {
        var (plan, leg) = (carryOut.Plan, carryOut.Custody!.Now);
        var parcel = Tracking.Length > 0 ? new CourierLeg(leg.Courier?.Company ?? plan.Courier ?? new("unknown"), Tracking, Receipt) : null;
        var route = Route.Length > 0 ? RouteText.Create(Route) : null;
        return (new(
            carryOut.Id, [.. carryOut.Seal!.Measured.Volumes.Select(volume => volume.Medium)], To, leg.Courier is null && To.IsEmpty ? parcel : null, At, Stored, Seal.Length > 0 ? Seal : null, Intact,
            Route: route?.Commitment(), Delivered: leg.Courier is null ? null : parcel), route);
    }
}
