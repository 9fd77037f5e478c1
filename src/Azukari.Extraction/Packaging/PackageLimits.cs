namespace Azukari.Extraction.Packaging;

/// <summary>What a package may not exceed.</summary>
/// <param name="MostPeople">Distinct people over all datasets; the permit's number (R7, R10). One more ends the run.</param>
public sealed record PackageLimits(long MostPeople)
{
    /// <summary>Rows after which a part ends, at least 1. Bounds memory: a part is held whole while it is compressed.</summary>
    public int RowsPerPart { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)); } = 32_768;
}
