using CsCheck;

namespace Azukari.Domain.Tests.Properties;

/// <summary>Many histories, what happened in them, and which law one of them broke.</summary>
internal sealed class Run
{
    private readonly Dictionary<string, (string Seed, string What)> _broken = [];

    internal Run(IEnumerable<PCG> sources)
    {
        IReadOnlyList<Step>? other = null;
        foreach (var source in sources)
        {
            var seed = source.ToString();
            var history = Walk.Told(Walk.Tapes.Generate(source, null, out _));
            Count(history);
            foreach (var law in LawTable.All.Where(law => !_broken.ContainsKey(law.Name)))
                if (law.Broken(history).FirstOrDefault() is { } what) _broken.Add(law.Name, (seed, what));

            if (other is not null && !_broken.ContainsKey(nameof(Engagements)) && Apart(other, history).FirstOrDefault() is { } mixed) _broken.Add(nameof(Engagements), (seed, mixed));
            other = history;
        }
    }

    internal int Histories { get; private set; }

    internal int Steps { get; private set; }

    /// <summary>Histories in which a carry-out closed.</summary>
    internal int Closed { get; private set; }

    internal SortedDictionary<string, int> Accepted { get; } = new(StringComparer.Ordinal);

    internal Dictionary<(Rule Rule, Reason Reason), int> Spoken { get; } = [];

    /// <summary>What was signed for one engagement counts in no other.</summary>
    internal (string Seed, string What)? Mixed => _broken.TryGetValue(nameof(Engagements), out var broken) ? broken : null;

    /// <summary>Fails with the smallest history that CsCheck finds from the seed of one that broke the law.</summary>
    internal void Holds(Law law)
    {
        if (!_broken.TryGetValue(law.Name, out var broken)) return;

        Walk.Tapes.Sample(tape => !law.Broken(Walk.Told(tape)).Any(), seed: broken.Seed, iter: 200, threads: 1, print: tape => Print(law, Walk.Told(tape)));
        Assert.Fail($"seed {broken.Seed}: {broken.What}");
    }

    private static string Print(Law law, IReadOnlyList<Step> history) => string.Join('\n', [.. law.Broken(history), .. history.Where(step => step.Before.Policy is not null).Select(step => $"{step}")]);

    private static IEnumerable<string> Apart(IReadOnlyList<Step> one, IReadOnlyList<Step> other) => one[^1].After.Genesis == other[^1].After.Genesis ? [] : one
        .Where(step => step.IsAccepted && step.Act is not FoundEngagement && (step.Attempt.Machine is not null || !step.Attempt.Signers.IsEmpty))
        .Where(step => Rulebook.Decide(other[^1].After, step.Attempt, other[^1].After.LastAt) is Outcome.Accepted).Select(step => $"{step}");

    private void Count(IReadOnlyList<Step> history)
    {
        Histories++;
        Steps += history.Count;
        if (history[^1].After.CarryOuts.Values.Any(carryOut => carryOut.Closed is not null)) Closed++;

        foreach (var step in history)
        {
            if (step.IsAccepted) Accepted[step.Act.GetType().Name] = Accepted.GetValueOrDefault(step.Act.GetType().Name) + 1;
            foreach (var said in step.Said.Select(said => (said.Rule, said.Because)).Distinct()) Spoken[said] = Spoken.GetValueOrDefault(said) + 1;
        }
    }
}
