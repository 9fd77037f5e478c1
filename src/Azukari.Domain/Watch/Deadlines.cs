using System.Collections.Immutable;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.Watch;

/// <summary>The next thing that the watch has to do about something, and when.</summary>
/// <param name="CarryOut">The case, or null.</param>
/// <param name="Kind">What is due.</param>
/// <param name="About">The id that it is about, or null.</param>
/// <param name="Step">How far the alarm goes up (see <see cref="DeadlinePassed"/>).</param>
/// <param name="Call">Which name is called; 0 for those concerned themselves.</param>
/// <param name="Due">When.</param>
public sealed record Deadline(CarryOutId? CarryOut, DeadlineKind Kind, string? About, int Step, int Call, DateTimeOffset Due)
{
    /// <summary>The act that the watch sends once the time has come.</summary>
    public DeadlinePassed Passed => new(CarryOut, Kind, About, Step, Call);
}

/// <summary>R15: everything that will happen if nobody does anything. Pure, and total over every state.</summary>
public static class Deadlines
{
    /// <summary>At this step the keys stop giving.</summary>
    public const int Suspending = 4;

    /// <summary>From this step on everybody is told, daily.</summary>
    public const int Everybody = 5;

    /// <summary>The next deadline of every stage and of every unanswered alarm of a carry-out, earliest first.</summary>
    public static ImmutableArray<Deadline> Of(Engagement facts, CarryOut carryOut) => InOrder(Of(facts, carryOut, carryOut.Alarms, Stages.Of(facts, carryOut)));

    /// <summary>Those of the engagement as a whole, which belong to no carry-out, earliest first.</summary>
    public static ImmutableArray<Deadline> OfWhole(Engagement facts) => InOrder(Of(facts, null, facts.Alarms, Stages.Of(facts)));

    /// <summary>Those of the whole engagement and of every carry-out in it, earliest first.</summary>
    public static ImmutableArray<Deadline> Of(Engagement facts) => InOrder(OfWhole(facts).Concat(facts.CarryOuts.Values.SelectMany(carryOut => Of(facts, carryOut))));

    /// <summary>One order at every verifier: no two deadlines are alike in all of these.</summary>
    private static ImmutableArray<Deadline> InOrder(IEnumerable<Deadline> deadlines) =>
    [
        .. deadlines.OrderBy(deadline => deadline.Due).ThenBy(deadline => deadline.CarryOut?.Value, StringComparer.Ordinal).ThenBy(deadline => deadline.Kind)
            .ThenBy(deadline => deadline.About, StringComparer.Ordinal).ThenBy(deadline => deadline.Step).ThenBy(deadline => deadline.Call),
    ];

    private static IEnumerable<Deadline> Of(Engagement facts, CarryOut? carryOut, ImmutableArray<Alarm> alarms, IEnumerable<Stage> stages)
    {
        var ofThem = alarms.ToLookup(alarm => (alarm.Kind, alarm.About)); // Hundreds of incidents have thousands of stages and as many alarms.
        return stages.SelectMany(stage => Of(facts, carryOut, stage, [.. ofThem[(stage.Kind, stage.About)].Where(alarm => alarm.Mark.At >= stage.Began)]));
    }

    private static IEnumerable<Deadline> Of(Engagement facts, CarryOut? carryOut, Stage stage, Alarm[] sounded)
    {
        var clock = facts.Clock;

        if (Next(carryOut, stage, sounded.Select(alarm => alarm.Step).DefaultIfEmpty().Max() + 1) is { } step)
            yield return new(carryOut?.Id, stage.Kind, stage.About, step, 0, Daily(step, sounded, DueOf(stage, step, clock)));

        foreach (var unanswered in sounded.GroupBy(alarm => alarm.Step).Where(step => !step.Any(alarm => alarm.IsAnswered)))
        {
            var last = unanswered.MaxBy(alarm => alarm.Call)!;
            var due = last.Mark.At.AddMinutes(clock.AnswerMinutes);
            if (!Recipients.OfCall(facts, carryOut, last.Step, last.Call + 1, due).IsEmpty) yield return new(carryOut?.Id, stage.Kind, stage.About, last.Step, last.Call + 1, due);
        }
    }

    /// <summary>The step that follows, or null where this kind has no further one.</summary>
    private static int? Next(CarryOut? carryOut, Stage stage, int step) => stage.Kind switch
    {
        DeadlineKind.PermitUnused or DeadlineKind.LossAnswer or DeadlineKind.UrgentSignatures => step == 1 ? 1 : null,
        DeadlineKind.Incident or DeadlineKind.KeyStock => step <= 3 ? step : null, // Everybody has been told; what has to be done now is an incident's tasks', and of a stock nothing else depends.
        _ when step == Suspending && !MaySuspend(carryOut, stage.Kind) => Suspending + 1,
        _ => step,
    };

    /// <summary>Keys that are dead, stopped or have done their work cannot be stopped.</summary>
    private static bool MaySuspend(CarryOut? carryOut, DeadlineKind kind) =>
        kind is DeadlineKind.Departure or DeadlineKind.Arrival or DeadlineKind.Opening or DeadlineKind.Loading or DeadlineKind.SiteErasure
        && carryOut is { KillOrdered: null, Suspended: null, Loaded: null, GaveUp: null };

    /// <summary>Daily is a day apart: a watch that did not run for a week does not tell everybody seven times in a minute.</summary>
    private static DateTimeOffset Daily(int step, Alarm[] sounded, DateTimeOffset due) =>
        step > Everybody && sounded.MaxBy(alarm => alarm.Mark.At)!.Mark.At.AddDays(1) is var earliest && earliest > due ? earliest : due;

    private static DateTimeOffset DueOf(Stage stage, int step, ClockPolicy clock) => step switch
    {
        <= 3 when stage.Kind == DeadlineKind.Incident => stage.Due,
        <= 3 => stage.Due.AddMinutes((step - 1) * clock.EscalateMinutes),
        Suspending => stage.Due.AddMinutes(clock.GraceMinutes),
        _ => stage.Due.AddDays(step - Suspending),
    };
}
