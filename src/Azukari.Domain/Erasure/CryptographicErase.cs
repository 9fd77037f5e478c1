using System.Collections.Immutable;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;
using Azukari.Domain.Media;

namespace Azukari.Domain.Erasure;

/// <summary>What must be evidenced before anybody says cryptographic erasure (SP 800-88 Rev. 2 §3.2). One that is missing makes it none.</summary>
public enum EraseCondition
{
    /// <summary>At least 128 bits of strength and as much entropy: the station sealed in the one format, and a second process decrypted what it wrote.</summary>
    Strength,

    /// <summary>Nothing readable was ever stored on it: all of it was overwritten when it was registered, and only ciphertext touched it since.</summary>
    NeverPlain,

    /// <summary>Every copy of every key is dead: none was kept in a file system, which may hold older copies.</summary>
    KeysDead,

    /// <summary>Somebody independent has validated the implementation, and the owner's policy names the statement.</summary>
    Validated,
}

/// <summary>Reads the conditions of cryptographic erasure from the record.</summary>
public static class CryptographicErase
{
    /// <summary>Those that no entry proves.</summary>
    public static ImmutableHashSet<EraseCondition> Lacking(Engagement facts, CarryOut carryOut, MediumId medium) =>
        [.. Enum.GetValues<EraseCondition>().Where(condition => !IsEvidenced(facts, carryOut, medium, condition))];

    private static bool IsEvidenced(Engagement facts, CarryOut carryOut, MediumId medium, EraseCondition condition) => condition switch
    {
        EraseCondition.Strength => carryOut.Seal?.Measured.ReadBack == true,
        EraseCondition.NeverPlain => facts.Media.TryGetValue(medium, out var known) && StartedBlank(known) && carryOut.Seal is not null,
        EraseCondition.KeysDead => Home.KeysOf(carryOut) is { Count: > 0 } keys
            && keys.All(key => carryOut.Deaths.GetValueOrDefault(key)?.Tombstone.Level is DestructionLevel.Memory or DestructionLevel.Device),
        EraseCondition.Validated => facts.MediaPolicy.Validation is not null,
    };

    private static bool StartedBlank(Medium medium) => medium.Admitted.Measured.Qualified is { Mismatches: 0 } qualified && medium.IsWhole(qualified.BytesWritten);
}
