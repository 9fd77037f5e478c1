using System.Collections.Immutable;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.Incidents.Laws;

/// <summary>What has to be proven before a report may say that the data was protected by "advanced encryption" (R27).</summary>
public enum ExemptionCondition
{
    /// <summary>Nothing but ciphertext was ever written to the media: sealed, and read back.</summary>
    OnlyCiphertext,

    /// <summary>What opens it was elsewhere: three keys, each deposited by another machine before the permit named it, and wrapped to exactly these.</summary>
    KeysElsewhere,

    /// <summary>No key holder had given its layer away, or the destination's key was destroyed, before anybody knew of the loss.</summary>
    NotReleasedBefore,

    /// <summary>A key was destroyed from afar, and the record has the tombstone.</summary>
    DestroyedFromAfar,

    /// <summary>Somebody has read, on a list of an evaluating body, every primitive that keeps the content secret.</summary>
    CipherListed,
}

/// <summary>One condition.</summary>
/// <param name="Condition">Which.</param>
/// <param name="IsMet">Whether it is proven; what is not known is not met.</param>
/// <param name="ProvenBy">The entry that proves it; null where it is not met, or where no entry but a list does.</param>
public sealed record ConditionProof(ExemptionCondition Condition, bool IsMet, Mark? ProvenBy);

/// <summary>R27: whether the record proves every condition of the exemption for protected data. A box that somebody ticked proves none.</summary>
/// <param name="Conditions">Every condition, in the order of the enumeration.</param>
public sealed record Exemption(ImmutableArray<ConditionProof> Conditions)
{
    /// <summary>Whether all are proven.</summary>
    public bool IsDemonstrated => Conditions.All(proof => proof.IsMet);

    /// <summary>What is not proven.</summary>
    public IEnumerable<ExemptionCondition> Unmet => Conditions.Where(proof => !proof.IsMet).Select(proof => proof.Condition);

    /// <summary>The conditions as the record has them.</summary>
    /// <param name="facts">The engagement.</param>
    /// <param name="carryOut">The carry-out that the breach is about.</param>
    /// <param name="cipherIsListed">Whether somebody has read the primitives on an official list; "not verified" is false.</param>
    public static Exemption Of(Engagement facts, CarryOut carryOut, bool cipherIsListed) => new(
    [
        Proof(ExemptionCondition.OnlyCiphertext, carryOut.Seal is { Measured: { ReadBack: true, Volumes.IsEmpty: false } } seal ? seal.Mark : null),
        Proof(ExemptionCondition.KeysElsewhere, KeysElsewhere(facts, carryOut)),
        Proof(ExemptionCondition.NotReleasedBefore, NotReleasedBefore(facts, carryOut)),
        Proof(ExemptionCondition.DestroyedFromAfar, DestroyedFromAfar(carryOut)),
        new(ExemptionCondition.CipherListed, cipherIsListed, null),
    ]);

    private static ConditionProof Proof(ExemptionCondition condition, Mark? provenBy) => new(condition, provenBy is not null, provenBy);

    private static Mark? KeysElsewhere(Engagement facts, CarryOut carryOut)
    {
        if (carryOut is not { Permit: { } permit, Seal.Measured.Keys: var wrapped } || wrapped != permit.Keys) return null;

        var deposits = Home.KeysOf(carryOut).Select(key => facts.Keys.GetValueOrDefault(key)).OfType<OneTimeKey>().ToArray();
        return deposits.Select(key => key.Recipient).Distinct().Count() == 3 && deposits.Select(key => key.DepositedWith).Distinct().Count() == 3
            && deposits.All(key => key.DepositedAt <= permit.Mark.At) ? permit.Mark : null;
    }

    /// <summary>Without a moment at which somebody knew there is no "before". An attested death after a release proves what the machine did, and only from then on.</summary>
    private static Mark? NotReleasedBefore(Engagement facts, CarryOut carryOut)
    {
        var known = Knowledge.Of(facts, carryOut).Select(entity => entity.At).OfType<Mark>().MinBy(mark => mark.At);
        if (known is null || carryOut.Permit is null) return null;
        if (carryOut.Deaths.GetValueOrDefault(carryOut.Permit.Keys.Destination) is { Mark: var death } && death.At < known.At) return death;

        return carryOut.Released.IsEmpty ? known : null;
    }

    /// <summary>The first death of a key whose layer nobody had, as R24 asks for it.</summary>
    private static Mark? DestroyedFromAfar(CarryOut carryOut) => Closing.Keys.Answer(carryOut) is Closing.KeyAnswer.NeverReleasedDestroyed { } never
        ? carryOut.Deaths.Values.Select(death => death.Mark).Where(mark => mark.At == never.At).MinBy(mark => mark.Leaf.Value, StringComparer.Ordinal)
        : null;
}
