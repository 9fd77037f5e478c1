using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Incidents;
using Azukari.Domain.Watch;

namespace Azukari.Demo.Replays;

/// <summary>The second pass: everything until the carry-out has left and been opened is done as the rules demand, at the file's own times.
/// From the first step after departure that records something undone or gone, facts stand as they were: an act that nobody did is not sent, and the clocks run.</summary>
internal sealed class Detect
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    private readonly ReplayFile file;
    private readonly World world = new();
    private readonly Cast cast;
    private readonly Properly properly;
    private readonly List<Prevented> refused = [];
    private DateTimeOffset? dead;

    private Detect(ReplayFile file)
    {
        this.file = file;
        cast = new(file);
        properly = new(file, world, cast);
    }

    internal static Detected Play(ReplayFile file)
    {
        var pass = new Detect(file);
        pass.Run();
        return pass.Told();
    }

    private void Run()
    {
        properly.Prepare();

        var broken = false;
        foreach (var step in file.Steps)
        {
            Wait(step.At);
            broken = broken || IsBroken(step);
            new Readiness(file, world).Renew(step.At);
            foreach (var attempt in broken ? properly.AsItWas(step) : properly.AsDemanded(step)) Send(step, attempt());
        }

        // Afterwards the clocks go on alone, until everybody knows and every key is dead.
        Wait(file.Steps[^1].At);
        for (var end = file.Steps[^1].At + Longest; !IsOver() && NextBy(end) is { } next;) next();
    }

    /// <summary>After departure something was not done, or is gone.</summary>
    private bool IsBroken(ReplayStep step) =>
        world.Facts.Find(Ground.Case)?.Custody is { HasLeft: true } && (step.SaysUndone || !Properly.Known.Contains(step.Did));

    private void Send(ReplayStep step, Attempt attempt)
    {
        if (world.Send(attempt, step.At) is Outcome.Refused(var said)) refused.Add(new(step, said, []));
        Watch();
    }

    private void Wait(DateTimeOffset until)
    {
        while (NextBy(until) is { } next) next();
    }

    /// <summary>What happens by itself before this moment: an answer to an alarm, a key that dies on its holder's clock, a deadline.</summary>
    private Action? NextBy(DateTimeOffset until)
    {
        (DateTimeOffset At, Func<Attempt> Attempt)[] next = [.. Answers(), .. Deaths(), .. Deadlines.Of(world.Facts).Take(1).Select(deadline => (deadline.Due, (Func<Attempt>)(() => new(deadline.Passed, []))))];
        if (next.Length == 0) return null;

        var (at, attempt) = next.MinBy(one => one.At);
        return at >= until ? null : () =>
        {
            world.Do(attempt(), at);
            Watch();
        };
    }

    /// <summary>Assumed: of those who were told, the first who does not have the medium answers after the time that the policy gives one name.</summary>
    private IEnumerable<(DateTimeOffset, Func<Attempt>)> Answers() => (world.Facts.Find(Ground.Case)?.Alarms ?? [])
        .Where(alarm => !alarm.IsAnswered && alarm.Told.Except(alarm.Custodians).Any())
        .Take(1)
        .Select(alarm => (alarm.Mark.At.AddMinutes(world.Facts.Clock.AnswerMinutes), (Func<Attempt>)(() => Answer(alarm))));

    private Attempt Answer(Alarm alarm)
    {
        var person = alarm.Told.Except(alarm.Custodians).First();
        return world.By(
            new AcknowledgeAlarm(Ground.Case, alarm.Kind, alarm.About, alarm.Step), alarm.Mark.At.AddMinutes(world.Facts.Clock.AnswerMinutes), null,
            (person, world.Facts.People[person].Organisation, Role.Member));
    }

    /// <summary>Each key holder forgets its key by what it hears and by its own clock, whichever is first; nobody has to ask it.</summary>
    private IEnumerable<(DateTimeOffset, Func<Attempt>)> Deaths()
    {
        if (world.Facts.Find(Ground.Case) is not { Permit: { } permit } carryOut) yield break;

        var (at, cause) = carryOut switch
        {
            { KillOrdered: { } mark } => (mark.At, DestructionCause.Loss),
            { GaveUp: { } mark } => (mark.At, DestructionCause.GaveUp),
            { Loaded: { } mark } => (mark.At, DestructionCause.Loaded),
            _ => (carryOut.Plan.Window!.EraseBy.AddMilliseconds(1), DestructionCause.WindowEnded),
        };

        (Digest Key, SigningKeyFact Machine)[] keys =
            [(permit.Keys.Owner, Ground.OwnersHolder), (permit.Keys.Contractor, Ground.ContractorsHolder), (permit.Keys.Destination, Names.Key(properly.Ground.Destination.Station))];
        foreach (var (key, machine) in keys.Where(end => !carryOut.Deaths.ContainsKey(end.Key)))
            yield return (at, () => world.By(new DestroyKey(Ground.Case, new(key, DestructionLevel.OverwrittenFile, cause, 1, at)), at, machine));
    }

    private void Watch()
    {
        if (dead is null && world.Facts.Find(Ground.Case) is { Seal: not null } carryOut && Keys.Answer(carryOut) is not KeyAnswer.NotKnownDestroyed) dead = world.Facts.LastAt;
    }

    private bool IsOver() => world.Facts.Find(Ground.Case) is not { } carryOut || carryOut.HasEnded
        || (dead is not null && !carryOut.Alarms.IsEmpty && carryOut.Alarms.Any(alarm => alarm.Step >= 3) && carryOut.Alarms.All(alarm => alarm.IsAnswered));

    private Detected Told()
    {
        var carryOut = world.Facts.Find(Ground.Case);
        ImmutableArray<Alarm> alarms = carryOut?.Alarms ?? [];
        var first = alarms.FirstOrDefault();
        Actor[] heads = [cast.Manager, cast.Executive, cast.Approver];
        DateTimeOffset? Last(Func<Actor, DateTimeOffset?> when) => heads.Select(when).ToArray() is var times && times.Contains(null) ? null : times.Max();
        var contents = carryOut is null ? null : Contents.Of(carryOut);

        return new(
            first?.Mark.At, first is null ? null : Rule.R15, first?.Kind, dead, carryOut?.Deaths.Values.FirstOrDefault(death => death.Mark.At == dead)?.Tombstone.Cause, carryOut is { Seal: not null } ? Keys.Answer(carryOut) : null,
            Last(head => alarms.FirstOrDefault(alarm => alarm.Told.Contains(head.Person))?.Mark.At),
            Last(head => alarms.Where(alarm => alarm.Told.Contains(head.Person)).SelectMany(alarm => alarm.Answers).Where(answer => world.Facts.People[answer.Person].Organisation == head.Organisation)
                .Select(answer => (DateTimeOffset?)answer.Mark.At).FirstOrDefault()),
            contents?.People ?? 0, contents?.Records ?? 0, carryOut is null ? [] : LawClock.Of(file, world.Facts, carryOut), alarms, [.. cast.StandIns], [.. refused]);
    }
}
