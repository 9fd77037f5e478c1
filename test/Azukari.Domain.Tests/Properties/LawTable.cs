using System.Collections.Immutable;

namespace Azukari.Domain.Tests.Properties;

/// <summary>Something that holds of every history.</summary>
/// <param name="Name">The test that asks for it.</param>
/// <param name="Broken">Where a history breaks it; nothing where it holds.</param>
internal sealed record Law(string Name, Func<IReadOnlyList<Step>, IEnumerable<string>> Broken);

/// <summary>All laws, so that one run of histories answers for every one of them.</summary>
internal static class LawTable
{
    internal static ImmutableArray<Law> All { get; } =
    [
        .. ReleaseLaws.All, .. KeyLaws.All, .. StandingLaws.All, .. EndLaws.All, .. DutyLaws.All, .. RecordLaws.All, .. ClockLaws.All,
    ];

    /// <summary>What has been accepted about each case so far, at every accepted step.</summary>
    internal static IEnumerable<(Step Step, IReadOnlyList<Step> Earlier, CarryOut Case)> OfCases(IReadOnlyList<Step> history)
    {
        var byCase = new Dictionary<CarryOutId, List<Step>>();
        foreach (var step in history.Where(step => step.IsAccepted && step.Act.Subject is not null))
        {
            if (!byCase.TryGetValue(step.Act.Subject!, out var earlier)) byCase.Add(step.Act.Subject!, earlier = []);
            if (step.Before.Find(step.Act.Subject) is { } before) yield return (step, earlier, before);
            earlier.Add(step);
        }
    }
}
