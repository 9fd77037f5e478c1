namespace Azukari.Domain.Closing;

/// <summary>A registered copy (R22).</summary>
/// <param name="Mark">The entry that registered it.</param>
/// <param name="Registered">What was said.</param>
/// <param name="Gone">When it was confirmed gone, or null.</param>
public sealed record DataCopy(Mark Mark, RegisterCopy Registered, Mark? Gone = null);

/// <summary>The closing statement of both sides (R36).</summary>
/// <param name="Mark">The entry.</param>
/// <param name="Bundle">SHA-256 of the bundle that was handed over.</param>
public sealed record EngagementEnd(Mark Mark, Digest Bundle);
