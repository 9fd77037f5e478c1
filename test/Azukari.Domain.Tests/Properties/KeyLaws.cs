using Azukari.Domain.Closing;
using Azukari.Domain.Incidents;
using Azukari.Domain.Opening;
using Azukari.Domain.Sealing;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Properties;

/// <summary>R20, R23, R24: a kill is final, and what is said of the key is one of three sentences.</summary>
internal static class KeyLaws
{
    internal static readonly Law Killed = new(nameof(Killed), history => LawTable.OfCases(history)
        .Where(row => row.Step.Act is ReleaseLayer or ConfirmRelease or ProveArrival or SealConsignment or LiftSuspension && row.Earlier.Any(IsKill)).Select(row => $"after a kill: {row.Step}"));

    internal static readonly Law Answers = new(nameof(Answers), Changed);

    internal static readonly Law Dead = new(nameof(Dead), history => LawTable.OfCases(history)
        .Where(row => row.Step.Act is ReleaseLayer && row.Earlier.Any(entry => entry.Act is DestroyKey or GiveUp or ConfirmLoaded)).Select(row => $"after the death of a key: {row.Step}"));

    internal static IEnumerable<Law> All => [Killed, Answers, Dead];

    /// <summary>A report by somebody whom the permit names, or an hour without an answer. Before there is a permit there is no key to kill: such a loss is heard, and what is granted later is another matter (R23).</summary>
    private static bool IsKill(Step step) => step.Act switch
    {
        ReportLoss act => step.Before.Find(act.CarryOut) is { Permit: not null } carryOut && step.Attempt.Signers.Any(signer => IsNamed(carryOut, signer.Person)),
        DeadlinePassed act => act.Kind == DeadlineKind.LossAnswer,
        _ => false,
    };

    private static bool IsNamed(CarryOut carryOut, PersonId person) =>
        carryOut.Plan.Custodians.Contains(person) || new[] { carryOut.Applicant, carryOut.Endorser, carryOut.Permit?.Approver, carryOut.Seal?.Operator, carryOut.Seal?.Witness }.Contains(person);

    /// <summary>Each of the three sentences, and the first of them for ever.</summary>
    private static IEnumerable<string> Changed(IReadOnlyList<Step> history)
    {
        var never = new Dictionary<CarryOutId, KeyAnswer.NeverReleasedDestroyed>();
        foreach (var step in history.Where(step => step.IsAccepted))
            foreach (var carryOut in step.After.CarryOuts.Values)
            {
                var answer = Closing.Keys.Answer(carryOut);
                var isSaid = answer switch
                {
                    KeyAnswer.NeverReleasedDestroyed => !carryOut.IsReleased && !carryOut.Deaths.IsEmpty,
                    KeyAnswer.ReleasedDestructionAttested => carryOut.IsReleased && carryOut.Deaths.ContainsKey(carryOut.Permit!.Keys.Destination),
                    KeyAnswer.NotKnownDestroyed => true,
                    _ => false,
                };
                if (!isSaid) yield return $"{answer} at {step}";
                if (never.TryGetValue(carryOut.Id, out var was) && answer is not KeyAnswer.NeverReleasedDestroyed) yield return $"{was} became {answer} at {step}";
                if (never.TryGetValue(carryOut.Id, out was) && answer is KeyAnswer.NeverReleasedDestroyed still && still.At > was.At) yield return $"{was} became {answer} at {step}";
                if (answer is KeyAnswer.NeverReleasedDestroyed said) never[carryOut.Id] = said;
            }
    }
}
