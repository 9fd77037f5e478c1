using System.Collections.Immutable;

namespace Azukari.Domain.Erasure;

/// <summary>How far the erasure of one medium has come (R19). Each step that has not been taken is null.</summary>
/// <param name="Site">First step: the payload is gone at the site.</param>
/// <param name="Cleared">Second step: the whole medium cleared.</param>
/// <param name="Verified">Looked through on another device.</param>
/// <param name="Confirmed">Confirmed by the owner's officer.</param>
public sealed record Sanitisation(ErasureStep? Site = null, ErasureStep? Cleared = null, ErasureStep? Verified = null, Mark? Confirmed = null)
{
    /// <summary>Whether one of the steps overwrote at least that many bytes; a claim of erasure counts as far as it was measured (R31).</summary>
    public bool Covers(long bytes) => Site?.Measured.Bytes >= bytes || Cleared?.Measured.Bytes >= bytes;
}

/// <summary>One measured step: where it stands in the record, who did it, on which station, and what was measured.</summary>
/// <param name="By">The first who signed, or null where a station's word stands alone (R35).</param>
public sealed record ErasureStep(Mark Mark, PersonId? By, StationId? Station, ErasureMeasured Measured)
{
    /// <summary>Everybody who signed it; none of them verifies it (R2).</summary>
    public ImmutableHashSet<PersonId> Hands { get; init; } = [];

    /// <summary>Whether the station showed that they were there; a confirmation from elsewhere is recorded as remote (R11, R19).</summary>
    public bool WasPresent { get; init; }
}
