namespace Azukari.Domain.Tests.Properties;

/// <summary>How often what happened in a run; a law that was never in danger has not been tested.</summary>
internal static class Happened
{
    internal static void Enough(Run run, ITestOutputHelper output, bool reasons)
    {
        output.WriteLine($"{run.Histories} histories, {run.Steps} attempts, {run.Closed} closed a case");
        foreach (var (kind, times) in run.Accepted) output.WriteLine($"{times,8} {kind}");
        foreach (var ((rule, reason), times) in run.Spoken.OrderBy(said => said.Key.Rule).ThenBy(said => said.Key.Reason)) output.WriteLine($"{times,8} {rule} {reason}");

        Assert.Empty(Moves.All.Select(move => move.Kind.Name).Except(run.Accepted.Keys));
        Assert.True(run.Closed * 10 >= run.Histories, $"only {run.Closed} of {run.Histories} closed a case");
        if (!reasons) return;

        var silent = Given().Except(run.Spoken.Keys).Order().ToArray();
        Assert.True(silent.Length == 0, $"said by a sentence and in no history: {string.Join(", ", silent)}");
    }

    /// <summary>Every reason of every rule that the sentences of the rule book give.</summary>
    private static HashSet<(Rule Rule, Reason Reason)> Given()
    {
        Heard = [];
        foreach (var sentence in Deletion.Sentences.Of(typeof(Happened).Assembly).SelectMany(sentences => sentences)) Assert.True(sentence.Holds(), sentence.Name);
        var given = Heard;
        Heard = null;

        return given;
    }
}
