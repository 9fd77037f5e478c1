using Azukari.Domain.Engagements;

namespace Azukari.Domain.Closing;

/// <summary>R20: a tombstone is written by the machine that kept the key, once.</summary>
internal static class KeyRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, DestroyKey act, Attempt attempt)
    {
        if (!facts.Keys.TryGetValue(act.Measured.Recipient, out var key))
        {
            yield return new(Rule.R20, Reason.KeyNotDeposited, act.Measured.Recipient.Value);
            yield break;
        }

        if (attempt.Machine?.Key != key.DepositedWith || key.NamedBy != act.CarryOut) yield return new(Rule.R20, Reason.NotItsKey, act.Measured.Recipient.Value);
        if (key.Death is not null) yield return new(Rule.R20, Reason.KeyDead, act.Measured.Recipient.Value);
    }
}
