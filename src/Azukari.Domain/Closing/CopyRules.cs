using Azukari.Domain.Engagements;

namespace Azukari.Domain.Closing;

/// <summary>R22: copies and extracts are registered with an end date and confirmed gone by two.</summary>
internal static class CopyRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, RegisterCopy act, DateTimeOffset now)
    {
        if (facts.Find(act.CarryOut) is not { } carryOut || carryOut.Permit is null) yield return new(Rule.R22, Reason.NoPermit, act.CarryOut.Value);
        else if (carryOut.Copies.ContainsKey(act.Copy)) yield return new(Rule.R22, Reason.NameTakenAlready, act.Copy.Value);

        if (!facts.Sites.ContainsKey(act.At)) yield return new(Rule.R22, Reason.SiteUnknown, act.At.Value);
        if (act.EndsAt <= now) yield return new(Rule.R22, Reason.CopyEndsInThePast, act.Copy.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, ConfirmGone act)
    {
        if (facts.Find(act.CarryOut)?.Copies.GetValueOrDefault(act.Copy) is not { } copy) yield return new(Rule.R22, Reason.CopyNotRegistered, act.Copy.Value);
        else if (copy.Gone is not null) yield return new(Rule.R22, Reason.CopyIsGone, act.Copy.Value);
    }
}
