using Azukari.Domain.Custody;
using Azukari.Domain.Opening;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;

namespace Azukari.Domain.Tests.Properties;

/// <summary>R17: what must have been accepted before a layer comes off, read from the record and not from the rules.</summary>
internal static class ReleaseLaws
{
    internal static readonly Law Released = new(nameof(Released), history => LawTable.OfCases(history).Where(row => row.Step.Act is ReleaseLayer)
        .SelectMany(row => Lacking(row.Step, row.Earlier, row.Case).Select(what => $"released without {what}: {row.Step}")));

    internal static IEnumerable<Law> All => [Released];

    private static IEnumerable<string> Lacking(Step step, IReadOnlyList<Step> earlier, CarryOut carryOut)
    {
        if (!earlier.Any(entry => entry.Act is Approve or GrantUrgently)) yield return "permit";
        if (!(carryOut.Plan.Window is { } window && window.From <= step.Now && step.Now <= window.OpenBy)) yield return "window";

        // What was handed over away from the destination has to arrive again.
        var here = earlier.Skip(1 + Last(earlier, entry => entry.Act is HandOver { At: var at } && at != carryOut.Plan.Destination)).ToArray();
        var payloads = earlier.Select(entry => entry.Act).OfType<SealConsignment>().SelectMany(act => act.Measured.Volumes.Select(volume => volume.Payload));
        var proven = here.Select(entry => entry.Act).OfType<ProveArrival>().Select(act => act.Measured.Payload).ToHashSet();
        if (!payloads.All(proven.Contains)) yield return "arrival proof";

        var confirming = here.Skip(1 + Last(here, entry => entry.Act is ProveArrival)).Where(entry => entry.Act is ConfirmRelease).SelectMany(entry => entry.Attempt.Signers).ToArray();
        foreach (var side in Enum.GetValues<Side>())
            if (confirming.All(signer => step.Before.SideOf(signer.Person) != side)) yield return $"a confirmation of the {side}";
        if (confirming.Select(signer => signer.Person).Distinct().Count() < 2) yield return "two people";
        if (confirming.Any(signer => BroughtIt(earlier, carryOut, signer.Person))) yield return "somebody who did not bring it";
    }

    private static bool BroughtIt(IReadOnlyList<Step> earlier, CarryOut carryOut, PersonId person) =>
        earlier.Any(entry => entry.Act is HandOver { Stored: false, At: var at, To: var to } && at != carryOut.Plan.Destination && to.Contains(person));

    private static int Last(IReadOnlyList<Step> steps, Func<Step, bool> which) => Enumerable.Range(0, steps.Count).LastOrDefault(index => which(steps[index]), -1);
}
