namespace Azukari.Extraction;

/// <summary>The source holds more distinct people than the permit allows (R10); what was written so far is no package.</summary>
/// <remarks>How many there are is not known: the run stops at the first one too many.</remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "Without its limit this fault says nothing.")]
public sealed class PackageLimitException(long mostPeople) : Exception($"more than {mostPeople} people")
{
    /// <summary>The limit that was passed.</summary>
    public long MostPeople { get; } = mostPeople;
}
