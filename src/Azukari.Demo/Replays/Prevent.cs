using System.Collections.Immutable;
using Azukari.Domain;

namespace Azukari.Demo.Replays;

/// <summary>One step, and what the rules say to it.</summary>
/// <param name="Step">The fact.</param>
/// <param name="Said">Every refusal, in rule order; empty where the step was accepted or maps to no command.</param>
/// <param name="Unknown">The words of the step that map to no command.</param>
internal sealed record Prevented(ReplayStep Step, ImmutableArray<Refusal> Said, ImmutableArray<string> Unknown)
{
    internal IEnumerable<Rule> RefusedBy => Said.Select(refusal => refusal.Rule).Distinct();
}

/// <summary>The first pass: each step becomes the command that a station would send, without what the facts lack, and the rules answer.</summary>
internal static class Prevent
{
    internal static ImmutableArray<Prevented> Play(ReplayFile file)
    {
        var world = new World();
        var ground = new Ground(file, world);
        ground.Lay(People(file), file.Media.Where(medium => medium.Registered), longestHours: 24);
        ground.Unsay();

        return [.. file.Steps.Select(step => Of(file, world, ground, step))];
    }

    private static Prevented Of(ReplayFile file, World world, Ground ground, ReplayStep step)
    {
        var command = new Commands(file, world, ground, step);
        var said = new List<Refusal>();
        new Readiness(file, world).Renew(step.At);

        // A refused command changes nothing, and a step that is several commands is judged command by command.
        foreach (var attempt in command.Attempts())
            if (world.Send(attempt, step.At) is Outcome.Refused(var refusals)) said.AddRange(refusals);

        return new(step, [.. said.Distinct().OrderBy(refusal => refusal.Rule).ThenBy(refusal => refusal.Because).ThenBy(refusal => refusal.About, StringComparer.Ordinal)], [.. command.Unknown]);
    }

    /// <summary>Everybody of the file, with the duties that somebody gave them: a word for what they did is no appointment.</summary>
    private static IEnumerable<Actor> People(ReplayFile file) => file.People.Select(person =>
    {
        var party = file.PartyOf(person);
        return new Actor(person.Pseudonym, party.Organisation, party.Side, person.Appointed ? [.. person.Roles.Where(role => role.BelongsTo(party.Side))] : []);
    });
}
