using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;

namespace Azukari.Domain.Custody;

/// <summary>Hand-overs (R14), what of them starts something (R10, R8), and what stays open always (R35).</summary>
internal static class CustodyRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, HandOver act, Attempt attempt, DateTimeOffset now)
    {
        if (facts.Find(act.CarryOut) is not { Seal: { } seal, Custody: { } custody } carryOut)
        {
            yield return new(Rule.R14, Reason.NotSealed, act.CarryOut.Value);
            yield break;
        }

        if (carryOut.Closed is not null) yield return new(Rule.R21, Reason.HasEnded, act.CarryOut.Value);
        if (act.To.IsEmpty == act.Courier is null) yield return new(Rule.R14, Reason.NobodyReceives);
        if (act.At is { } site && !facts.Sites.ContainsKey(site)) yield return new(Rule.R7, Reason.SiteUnknown, site.Value);

        foreach (var foreign in act.Media.Where(medium => seal.Measured.Volumes.All(volume => volume.Medium != medium)))
            yield return new(Rule.R14, Reason.MediumNotInCarryOut, foreign.Value);

        // After the payload is gone, the seal is broken on purpose and there is no number to read.
        var isErased = act.Media.All(medium => carryOut.Erasure.GetValueOrDefault(medium)?.Site is not null);
        if (!isErased && carryOut.Loaded is null && act.SealNumber != seal.Measured.SealNumber) yield return new(Rule.R14, Reason.SealNumberDiffers, act.SealNumber);

        foreach (var refusal in AgainstGivers(custody, attempt)) yield return refusal;
        foreach (var refusal in AgainstReceivers(facts, carryOut, act, attempt, now)) yield return refusal;
        if (!isErased && TooFew(facts, carryOut.Plan, act)) yield return new(Rule.R14, Reason.CustodiansTooFew);
        if (IsDeparture(carryOut, act)) foreach (var refusal in AgainstLeaving(carryOut, act, now)) yield return refusal;
    }

    /// <summary>The hand-over after which the consignment is outside: the first one that does not put it into the locked place where it was sealed.</summary>
    internal static bool IsDeparture(CarryOut? carryOut, HandOver act) => carryOut?.Custody is { HasLeft: false } && !(act.Stored && act.At == carryOut.Plan.Source);

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
        }

        foreach (var stranger in attempt.Signers.Where(signer => !act.To.Contains(signer.Person) && carryOut.Custody?.Now.Holders.Contains(signer.Person) != true))
            yield return new(Rule.R14, Reason.GiverNotCustodian, stranger.Person.Value);

        if (act.Courier is { } leg && leg.Company != carryOut.Plan.Courier) yield return new(Rule.R10, Reason.CourierNotApproved, leg.Company.Value);
    }

    /// <summary>Somebody of the pool carries; a keeper stores.</summary>
    private static bool IsAuthorised(CarryOut carryOut, Person person, HandOver act, DateTimeOffset now) =>
        act.Stored ? person.Holds(Role.Keeper, now) : carryOut.Plan.Custodians.Contains(person.Id);

    private static bool TooFew(Engagement facts, CarryPlan plan, HandOver act) =>
        !act.Stored && act.At != plan.Destination && plan.Method == TransferMethod.Accompanied && !BanRules.IsCompany(facts, act.To);

    private static IEnumerable<Refusal> AgainstLeaving(CarryOut carryOut, HandOver act, DateTimeOffset now)
    {
        foreach (var refusal in LossRules.AgainstStarting(carryOut)) yield return refusal;

        if (carryOut.Plan.Window is { } window && now > window.OutBy) yield return new(Rule.R10, Reason.TooLate);
        if (!act.Intact) yield return new(Rule.R14, Reason.SealNumberDiffers, act.SealNumber);
        if (act.Courier is null && carryOut.Plan.Method == TransferMethod.Courier) yield return new(Rule.R10, Reason.CourierNotNamed);
    }
}
