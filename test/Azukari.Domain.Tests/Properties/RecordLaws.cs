namespace Azukari.Domain.Tests.Properties;

/// <summary>R30: what the record is: one entry for one accepted act, none for any other, and the same answers whenever it is read again.</summary>
internal static class RecordLaws
{
    internal static readonly Law OneEntry = new(nameof(OneEntry), history => history
        .Where(step => step.IsAccepted ? step.After.NextSeq != step.Before.NextSeq + 1 : !ReferenceEquals(step.After, step.Before)).Select(step => $"{step}"));

    internal static readonly Law OnceOnly = new(nameof(OnceOnly), history => history.Where(step => step.IsAccepted && !step.Attempt.Signers.IsEmpty)
        .Where(step => Rulebook.Decide(step.After, step.Attempt, step.Now) is Outcome.Accepted).Select(step => $"counts twice: {step}"));

    /// <summary>A key that was replaced signs nothing any more, and comes back to nobody.</summary>
    internal static readonly Law DeadKeys = new(nameof(DeadKeys), history => history.Where(step => step.IsAccepted)
        .Where(step => step.Attempt.Signers.Any(signer => step.Before.DeadKeys.Contains(signer.Key)) || step.After.People.Values.Any(person => step.After.DeadKeys.Any(person.Has)))
        .Select(step => $"a dead key counts: {step}"));

    internal static readonly Law Replays = new(nameof(Replays), Replayed);

    internal static readonly Law Indexed = new(nameof(Indexed), history => history.Where(step => step.IsAccepted && !IsIndexed(step.Before, step.After)).Select(step => $"an index is wrong after {step}"));

    internal static IEnumerable<Law> All => [OneEntry, OnceOnly, DeadKeys, Replays, Indexed];

    /// <summary>What the facts keep beside the facts, so that nobody has to look at all of them, says what a look at all of them says.</summary>
    private static bool IsIndexed(Engagement before, Engagement after) =>
        after.Open.SetEquals(after.CarryOuts.Values.Where(carryOut => !carryOut.HasEnded).Select(carryOut => carryOut.Id))
        && after.Unused.SetEquals(after.Keys.Values.Where(key => key.NamedBy is null && !key.IsDead).Select(key => key.Recipient))
        && after.CarryOuts.Values.Where(carryOut => !ReferenceEquals(before.Find(carryOut.Id), carryOut)).All(carryOut => after.Touched.Contains(carryOut.Id));

    /// <summary>Read again from nothing, with the refused ones offered at their places.</summary>
    private static IEnumerable<string> Replayed(IReadOnlyList<Step> history)
    {
        var facts = Engagement.Nothing;
        foreach (var step in history)
        {
            var outcome = Rulebook.Decide(facts, step.Attempt, step.Now);
            if (outcome is Outcome.Accepted != step.IsAccepted || !Said(outcome).SequenceEqual(step.Said)) yield return $"said otherwise: {step}";
            if (outcome is Outcome.Accepted) facts = facts.After(new(facts.NextSeq, step.Now, LeafOf(step, facts.NextSeq), step.Attempt));
        }

        if (Shape.Of(facts) != Shape.Of(history[^1].After)) yield return "another state";
    }

    private static IEnumerable<Refusal> Said(Outcome outcome) => outcome is Outcome.Refused no ? no.Refusals : ((Outcome.Accepted)outcome).Missing;

    private static Digest LeafOf(Step step, long seq) => new[] { "one", "two" }.Select(salt => Hash($"leaf {salt} {seq}")).First(leaf => seq > 0 ? IsOf(step, leaf, seq) : leaf == step.After.Genesis);

    private static bool IsOf(Step step, Digest leaf, long seq) => step.After.Genesis == Hash("leaf one 0") ? leaf == Hash($"leaf one {seq}") : leaf == Hash($"leaf two {seq}");
}
