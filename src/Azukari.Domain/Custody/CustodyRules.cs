using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;

namespace Azukari.Domain.Custody;

/// <summary>Hand-overs (R14), what of them starts something (R10, R8), and what stays open always (R35).</summary>
internal static class CustodyRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, HandOver act, Attempt attempt, DateTimeOffset now)
    {
        if (act.Method == TransferMethod.Alone) yield return new(Rule.R8, Reason.AloneIsNotAMethod);

        if (facts.Find(act.CarryOut) is not { Seal: { } seal, Custody: { } custody } carryOut)
        {
            foreach (var refusal in AgainstUnsealed(facts, act)) yield return refusal;
            yield break;
        }

        if (carryOut.IsBeyondReturn) yield return new(Rule.R21, Reason.HasEnded, act.CarryOut.Value);
        if (act.To.IsEmpty == act.Courier is null) yield return new(Rule.R14, Reason.NobodyReceives);
        if (act.At is { } site ? !facts.Sites.ContainsKey(site) : act.Stored) yield return new(Rule.R7, Reason.SiteUnknown, act.At?.Value); // No locked place is on the way.

        foreach (var foreign in act.Media.Where(medium => seal.Measured.Volumes.All(volume => volume.Medium != medium)))
            yield return new(Rule.R14, Reason.MediumNotInCarryOut, foreign.Value);

        // Custody is one chain for the whole consignment: a medium that a hand-over leaves out would be home on paper only (R21).
        foreach (var left in Home.Remaining(facts, carryOut).Where(volume => !act.Media.Contains(volume.Medium))) yield return new(Rule.R14, Reason.NobodyReceives, left.Medium.Value);

        // After the payload is gone, the seal is broken on purpose and there is no number to read.
        var isErased = Home.IsErased(facts, carryOut);
        if (!isErased && carryOut.Loaded is null && act.SealNumber != seal.Measured.SealNumber) yield return new(Rule.R14, Reason.SealNumberDiffers, act.SealNumber);

        // A parcel with other numbers is another parcel, or another journey, than the one that the courier took (R14).
        if (act.Delivered != custody.Now.Courier) yield return new(Rule.R14, Reason.ParcelDiffers, (custody.Now.Courier ?? act.Delivered)?.Company.Value);

        foreach (var refusal in AgainstGivers(custody, attempt)) yield return refusal;
        foreach (var refusal in AgainstReceivers(facts, carryOut, act, attempt, now)) yield return refusal;
        foreach (var refusal in AgainstCourier(carryOut, act, attempt)) yield return refusal;
        if (IsWayHome(carryOut, act) && facts.MediaPolicy.ClearAtSite)
            foreach (var unclean in Home.Remaining(facts, carryOut).Where(volume => carryOut.Erasure.GetValueOrDefault(volume.Medium)?.Cleared is null))
                yield return new(Rule.R19, Reason.ClearAtSiteFirst, unclean.Medium.Value);

        if (!isErased && TooFew(facts, carryOut.Plan, act)) yield return new(Rule.R14, Reason.CustodiansTooFew);
        if (IsDeparture(facts, act)) foreach (var refusal in AgainstLeaving(facts, carryOut, act, now)) yield return refusal;
    }

    /// <summary>Whatever this is that is taken out of the house, nobody granted or sealed it; how many take it is judged all the same.</summary>
    private static IEnumerable<Refusal> AgainstUnsealed(Engagement facts, HandOver act)
    {
        if (!facts.IsGranted(act.CarryOut)) yield return new(Rule.R10, Reason.NoPermit, act.CarryOut.Value);
        yield return new(Rule.R12, Reason.NotSealed, act.CarryOut.Value);
        if (act is { Courier: null, Stored: false } && act.To.Distinct().Count() < 2) yield return new(Rule.R14, Reason.CustodiansTooFew);
    }

    /// <summary>A hand-over that takes the consignment out of the house in which it was sealed or to which it came back, while its payload may still be on it.</summary>
    internal static bool IsDeparture(Engagement facts, HandOver act) =>
        facts.Find(act.CarryOut) is { Custody: { Now: var now } custody } carryOut && !Home.IsErased(facts, carryOut)
        && (!custody.HasLeft || (now.Stored && now.At == carryOut.Plan.Source) || Home.IsStored(facts, carryOut))
        && !(act.Stored && act.At == now.At);

    /// <summary>Where policy demands both steps of the erasure at the site, the way home begins after them.</summary>
    private static bool IsWayHome(CarryOut carryOut, HandOver act) =>
        carryOut.Custody is { HasLeft: true, Now.AtDestination: true } && act.At != carryOut.Plan.Destination;

    private static IEnumerable<Refusal> AgainstGivers(CustodyChain custody, Attempt attempt)
    {
        if (custody.Now.Courier is not null) yield break; // The driver signs nothing; the giver's entry with its tracking number stands (R14).

        if (!attempt.Signers.Any(signer => custody.Now.Holders.Contains(signer.Person))) yield return new(Rule.R14, Reason.GiverMissing);
    }

    private static IEnumerable<Refusal> AgainstReceivers(Engagement facts, CarryOut carryOut, HandOver act, Attempt attempt, DateTimeOffset now)
    {
        foreach (var receiver in act.To)
        {
            if (attempt.Signers.All(signer => signer.Person != receiver)) yield return new(Rule.R14, Reason.ReceiverMissing, receiver.Value);

            if (!(facts.People.TryGetValue(receiver, out var person) && person.Seen && IsAuthorised(carryOut, person, act, now)))
                yield return new(Rule.R14, Reason.ReceiverNotAuthorised, receiver.Value);
            else if (act.Stored && !person.Holds(Role.Keeper, now))
                yield return new(Rule.R2, Reason.RoleNotHeld, receiver.Value);
        }

        foreach (var stranger in attempt.Signers.Where(signer => !act.To.Contains(signer.Person) && carryOut.Custody?.Now.Holders.Contains(signer.Person) != true))
            yield return new(Rule.R14, Reason.GiverNotCustodian, stranger.Person.Value);
    }

    private static IEnumerable<Refusal> AgainstCourier(CarryOut carryOut, HandOver act, Attempt attempt)
    {
        if (act.Courier is not { } leg) yield break;
        if (leg.Company != carryOut.Plan.Courier) yield return new(Rule.R10, Reason.CourierNotApproved, leg.Company.Value);

        // The giver's entry with tracking and receipt number stands for the driver: without one of the three nobody has received it.
        var isGiven = attempt.Signers.Any(signer => carryOut.Custody?.Now.Holders.Contains(signer.Person) == true);
        if (!isGiven || string.IsNullOrWhiteSpace(leg.Tracking) || string.IsNullOrWhiteSpace(leg.Receipt))
            yield return new(Rule.R14, Reason.ReceiverMissing, leg.Company.Value);
    }

    /// <summary>Somebody of the pool carries; a keeper stores, and so may, noted, whoever carries or once was one: better locked away tonight than in a bag (R35).</summary>
    private static bool IsAuthorised(CarryOut carryOut, Person person, HandOver act, DateTimeOffset now) =>
        carryOut.Plan.Custodians.Contains(person.Id) || (act.Stored && person.Held(Role.Keeper, now));

    private static bool TooFew(Engagement facts, CarryPlan plan, HandOver act) =>
        !act.Stored && act.At != plan.Destination && plan.Method == TransferMethod.Accompanied && !BanRules.IsCompany(facts, act.To);

    private static IEnumerable<Refusal> AgainstLeaving(Engagement facts, CarryOut carryOut, HandOver act, DateTimeOffset now)
    {
        foreach (var refusal in LossRules.AgainstStarting(carryOut)) yield return refusal;

        // What leaves goes to those who carry it, in the house: handed over elsewhere or to a shelf elsewhere, the one who sealed had carried it alone.
        var isElsewhere = act.At is { } site && site != carryOut.Custody?.Now.At;
        if (isElsewhere || (carryOut.Plan.Method == TransferMethod.Accompanied && !BanRules.IsCompany(facts, act.To)))
            yield return new(Rule.R14, Reason.CustodiansTooFew);
        if (carryOut.Plan.Method == TransferMethod.Accompanied && act.Route is null) yield return new(Rule.R14, Reason.RouteNotStated);
        foreach (var stranger in act.To.Where(person => !carryOut.Plan.Custodians.Contains(person))) yield return new(Rule.R10, Reason.CustodianNotPermitted, stranger.Value);

        if (act.Method is { } method && method != carryOut.Plan.Method) yield return new(Rule.R10, Reason.MethodDiffers);
        if (!(now <= carryOut.Plan.Window?.OutBy)) yield return new(Rule.R10, Reason.TooLate);
        if (!act.Intact) yield return new(Rule.R14, Reason.SealNumberDiffers, act.SealNumber);
        if (act.Courier is null && carryOut.Plan.Method == TransferMethod.Courier) yield return new(Rule.R10, Reason.CourierNotNamed);
        if (act.Courier is { Company: var company } && !facts.IsApproved(company)) yield return new(Rule.R8, Reason.CourierNotApproved, company.Value);
    }
}
