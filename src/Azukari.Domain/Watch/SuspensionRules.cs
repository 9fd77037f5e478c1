using Azukari.Domain.Engagements;

namespace Azukari.Domain.Watch;

/// <summary>A suspension ends by two statements, one of each side, inside the window (design §3). Nothing extends the window but R9.</summary>
internal static class SuspensionRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, LiftSuspension act, DateTimeOffset now)
    {
        if (facts.Find(act.CarryOut) is not { } carryOut)
        {
            yield return new(Rule.R7, Reason.NotAsked, act.CarryOut.Value);
            yield break;
        }

        if (carryOut.KillOrdered is not null) yield return new(Rule.R23, Reason.Killed, act.CarryOut.Value);
        else if (carryOut.Suspended is null) yield return new(Rule.R23, Reason.NotSuspended, act.CarryOut.Value);
        if (now > carryOut.Plan.Window?.OpenBy) yield return new(Rule.R10, Reason.TooLate);
    }
}
