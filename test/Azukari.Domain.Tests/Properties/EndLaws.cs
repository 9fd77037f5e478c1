using Azukari.Domain.Applications;
using Azukari.Domain.Closing;
using Azukari.Domain.Custody;
using Azukari.Domain.Erasure;
using Azukari.Domain.Permits;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Properties;

/// <summary>R21: how something ends. What was sealed ends closed, destroyed or lost; what was not, on paper.</summary>
internal static class EndLaws
{
    internal static readonly Law Ends = new(nameof(Ends), history => Ended(history).Where(row => !IsEnd(row.Step, row.Case)).Select(row => $"{row.Case.Id} ended by {row.Step}"));

    internal static readonly Law Closes = new(nameof(Closes), history => Ended(history).Where(row => row.Case.Closed is not null)
        .SelectMany(row => Lacking(row.Case, Entries(history, row.Step, row.Case.Id)).Select(what => $"{row.Case.Id} closed without {what}")));

    internal static readonly Law StaysEnded = new(nameof(StaysEnded), history => history.Where(step => step.IsAccepted)
        .SelectMany(step => step.Before.CarryOuts.Values.Where(carryOut => carryOut.HasEnded && !step.After.Find(carryOut.Id)!.HasEnded).Select(carryOut => $"{carryOut.Id} was brought back by {step}")));

    internal static readonly Law AfterAll = new(nameof(AfterAll), history => history.Where(step => step.IsAccepted && step.Before.Ended is not null && !step.Act.IsSafety).Select(step => $"{step}"));

    internal static IEnumerable<Law> All => [Ends, Closes, StaysEnded, AfterAll];

    private static Step[] Entries(IReadOnlyList<Step> history, Step until, CarryOutId id) =>
        [.. history.TakeWhile(step => step != until).Append(until).Where(step => step.IsAccepted && step.Act.Subject == id)];

    private static IEnumerable<(Step Step, CarryOut Case)> Ended(IReadOnlyList<Step> history) => history.Where(step => step.IsAccepted)
        .SelectMany(step => step.After.CarryOuts.Values.Where(carryOut => carryOut.HasEnded && step.Before.Find(carryOut.Id) is not { HasEnded: true }).Select(carryOut => (step, carryOut)));

    private static bool IsEnd(Step step, CarryOut carryOut) => carryOut.Seal is null
        ? step.Act switch
        {
            Decline => SignedBy(step, Role.Approver),
            Withdraw => SignedBy(step, Role.ProjectManager),
            DeadlinePassed act => act.Kind == DeadlineKind.PermitUnused && carryOut.Plan.Window?.OutBy <= step.Now,
            _ => false,
        }
        : step.Act switch
        {
            ConfirmErasure or HandOver => carryOut.Closed is not null,
            EndDestroyed => carryOut.Destroyed is not null && IsSaidByBoth(step, carryOut),
            EndLost => carryOut is { Lost: not null, Losses.IsEmpty: false } && IsSaidByBoth(step, carryOut) && step.Before.Incidents.All(incident => incident.CarryOut != carryOut.Id || !incident.IsOpen),
            _ => false,
        };

    private static bool IsSaidByBoth(Step step, CarryOut carryOut) =>
        SignedBy(step, Role.SecurityOfficer) && SignedBy(step, Role.InformationManager) && AreDead(carryOut);

    private static bool AreDead(CarryOut carryOut) => carryOut.Deaths.Keys.Concat(carryOut.Attested.Keys).Distinct().Count() == 3;

    /// <summary>Every medium erased, looked through by somebody else, confirmed by the owner's officer, and home; every key dead.</summary>
    private static IEnumerable<string> Lacking(CarryOut closed, IReadOnlyList<Step> entries)
    {
        foreach (var medium in closed.Seal!.Measured.Volumes.Select(volume => volume.Medium))
        {
            var cleared = entries.LastOrDefault(step => step.Act is ClearMedium act && act.Measured.Medium == medium);
            var verified = entries.LastOrDefault(step => step.Act is VerifyErasure act && act.Measured.Medium == medium);
            if (cleared is null) yield return $"clearing of {medium}";
            if (verified is null || verified.Attempt.Signers.IsEmpty || verified.Attempt.Signers.Any(signer => HasSigned(cleared, signer.Person))) yield return $"another's look at {medium}";
            if (!entries.Any(step => step.Act is ConfirmErasure act && act.Medium == medium && SignedBy(step, Role.SecurityOfficer))) yield return $"confirmation of {medium}";
        }

        if (entries.LastOrDefault(step => step.Act is HandOver)?.Act is not HandOver { Stored: true }) yield return "a locked place";
        if (!AreDead(closed)) yield return "three dead keys";
    }

    private static bool HasSigned(Step? cleared, PersonId person) => cleared is null || cleared.Attempt.Signers.Any(signer => signer.Person == person);

    private static bool SignedBy(Step step, Role role) => step.Attempt.Signers.Any(signer => signer.Role == role && step.Before.People[signer.Person].Holds(role, step.Now));
}
