using System.Collections.Immutable;

namespace Azukari.Domain.Custody;

/// <summary>Who held the media, from when until when (R24).</summary>
/// <param name="From">The entry that began it.</param>
/// <param name="Until">The entry that ended it, whose moment belongs to the next; null for the one that lasts.</param>
/// <param name="Holders">The people; empty while a courier has it.</param>
/// <param name="Courier">The courier, with its numbers, or null.</param>
/// <param name="At">The site of the hand-over that began it; null for on the way.</param>
/// <param name="Stored">Whether it lay in the locked place there.</param>
public sealed record Holding(Mark From, Mark? Until, ImmutableArray<PersonId> Holders, CourierLeg? Courier, SiteId? At, bool Stored);
