using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.People;

namespace Azukari.Domain.Permits;

/// <summary>R9, extension: a deadline is put off once, before it passes, within policy.</summary>
internal static class ExtensionRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, Extend act, Attempt attempt, DateTimeOffset now)
    {
        if (facts.Find(act.CarryOut) is not { Permit: not null, Plan.Window: { } window } carryOut)
        {
            yield return new(Rule.R10, Reason.NoPermit, act.CarryOut.Value);
            yield break;
        }

        if (carryOut.HasEnded) yield return new(Rule.R9, Reason.HasEnded, act.CarryOut.Value);
        foreach (var refusal in ApartRules.Against(carryOut, attempt)) yield return refusal;
        foreach (var refusal in LossRules.AgainstStarting(carryOut)) yield return refusal;
        foreach (var refusal in AgainstEnds(carryOut, window, act.Window, now)) yield return refusal;

        foreach (var refusal in SeriesMemberRules.AgainstWindow(facts, carryOut.Series, act.Window)) yield return refusal;
        if (!act.Window.IsInOrder) yield return new(Rule.R7, Reason.WindowOutOfOrder);
        if (facts.Policy is not { } policy || now > policy.LastDay) yield return new(Rule.R8, Reason.NoPolicyInForce);
        else if (BanRules.IsTooLong(policy, act.Window)) yield return new(Rule.R8, Reason.WindowTooLong);
    }

    /// <summary>The ends that the second window puts off.</summary>
    internal static IEnumerable<WindowEnd> PutOff(CarryWindow before, CarryWindow after) => Enum.GetValues<WindowEnd>().Where(end => after.At(end) > before.At(end));

    private static IEnumerable<Refusal> AgainstEnds(CarryOut carryOut, CarryWindow before, CarryWindow after, DateTimeOffset now)
    {
        var putOff = PutOff(before, after).ToArray();

        // Another beginning, or an earlier end, is a change of plan and goes the way of an amendment.
        if (putOff.Length == 0 || before.From != after.From || Enum.GetValues<WindowEnd>().Any(end => after.At(end) < before.At(end)))
            yield return new(Rule.R9, Reason.NotAnExtension, carryOut.Id.Value);

        foreach (var end in putOff)
        {
            var name = end.ToString().ToLowerInvariant();
            if (now > before.At(end)) yield return new(Rule.R9, Reason.TooLate, name);
            if (carryOut.Extended.Contains(end)) yield return new(Rule.R9, Reason.ExtendedAlready, name);
        }
    }
}
