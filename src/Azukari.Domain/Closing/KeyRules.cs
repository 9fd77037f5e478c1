using Azukari.Domain.Engagements;

namespace Azukari.Domain.Closing;

/// <summary>R20: a tombstone is written by the machine that kept the key, once; where there is no machine any more, two people attest.</summary>
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

    internal static IEnumerable<Refusal> Against(Engagement facts, AttestKeyDead act)
    {
        if (!facts.Keys.TryGetValue(act.Recipient, out var key))
        {
            yield return new(Rule.R20, Reason.KeyNotDeposited, act.Recipient.Value);
            yield break;
        }

        if (key.NamedBy != act.CarryOut) yield return new(Rule.R20, Reason.NotItsKey, act.Recipient.Value);
        if (key.IsDead) yield return new(Rule.R20, Reason.KeyDead, act.Recipient.Value);
    }
}
