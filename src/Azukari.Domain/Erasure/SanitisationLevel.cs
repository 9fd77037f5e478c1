using Azukari.Domain.Media;

namespace Azukari.Domain.Erasure;

/// <summary>What was really reached, in the words of SP 800-88 Rev. 2.</summary>
public enum SanitisationLevel
{
    /// <summary>No level: overwriting a part of a medium sanitises nothing of it (§4.2).</summary>
    None,

    /// <summary>All that a host can address was overwritten.</summary>
    Clear,

    /// <summary>Infeasible to recover in a laboratory.</summary>
    Purge,

    /// <summary>The medium is no more.</summary>
    Destroy,
}

/// <summary>By which technique the level was reached.</summary>
public enum SanitisationTechnique
{
    /// <summary>None reached it.</summary>
    None,

    /// <summary>A host's overwrite, read back.</summary>
    Overwrite,

    /// <summary>Every key dead, on a medium that never held anything readable.</summary>
    CryptographicErase,

    /// <summary>Physical destruction before two witnesses.</summary>
    Destruction,
}

/// <summary>The level with the technique that reached it.</summary>
public sealed record Reached(SanitisationLevel Level, SanitisationTechnique Technique);

/// <summary>R19: how far an erasure went, from what was measured and nothing else.</summary>
public static class SanitisationLevels
{
    /// <summary>The level of a medium.</summary>
    /// <param name="medium">Its line in the register: kind, capacity, destruction.</param>
    /// <param name="steps">How far its erasure has come.</param>
    /// <param name="lacking">The conditions of cryptographic erasure that are not evidenced.</param>
    public static Reached Of(Medium medium, Sanitisation? steps, IReadOnlySet<EraseCondition> lacking) =>
        medium.Destroyed is { IsWitnessed: true } ? new(SanitisationLevel.Destroy, SanitisationTechnique.Destruction)
        : lacking.Count == 0 ? new(SanitisationLevel.Purge, SanitisationTechnique.CryptographicErase)
        : IsOverwritten(medium, steps?.Cleared?.Measured) ? new(SanitisationLevel.Clear, SanitisationTechnique.Overwrite)
        : new(SanitisationLevel.None, SanitisationTechnique.None);

    /// <summary>An overwrite by a host is Clear on whatever kind and Purge on none: spare and reallocated cells are out of its reach (§3.1.1).</summary>
    private static bool IsOverwritten(Medium medium, ErasureMeasured? cleared) =>
        medium.Admitted.Kind != MediumKind.WriteOnce && cleared is { Mismatches: 0, FreeSpaceCovered: true } && medium.IsWhole(cleared.Bytes);
}
