using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Properties;

/// <summary>R15: the watch can read every state, sounds once, and time has one direction.</summary>
internal static class ClockLaws
{
    internal static readonly Law Total = new(nameof(Total), history => history.Where(step => step.IsAccepted)
        .Where(step => Deadlines.Of(step.After) is var due && !due.Select(deadline => deadline.Due).SequenceEqual(due.Select(deadline => deadline.Due).Order())).Select(step => $"{step}"));

    internal static readonly Law SoundsOnce = new(nameof(SoundsOnce), history => history.Where(step => step.IsAccepted && step.Act is DeadlinePassed)
        .Where(step => Rulebook.Decide(step.After, step.Attempt, step.Now) is Outcome.Accepted).Select(step => $"sounds again: {step}"));

    internal static readonly Law SoundsWhenDue = new(nameof(SoundsWhenDue), history => history.Where(step => step.IsAccepted && step.Act is DeadlinePassed)
        .Where(step => !Deadlines.Of(step.Before).Any(deadline => deadline.Passed == step.Act && deadline.Due <= step.Now)).Select(step => $"{step}"));

    internal static readonly Law Forward = new(nameof(Forward), history => history.Where(step => step.Now < step.Before.LastAt || step.After.LastAt < step.Before.LastAt).Select(step => $"{step}"));

    internal static IEnumerable<Law> All => [Total, SoundsOnce, SoundsWhenDue, Forward];
}
