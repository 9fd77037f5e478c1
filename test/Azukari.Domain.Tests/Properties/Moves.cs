using System.Collections.Immutable;

namespace Azukari.Domain.Tests.Properties;

/// <summary>The table: every kind of act once. A new one is one entry in the file of its feature.</summary>
internal static class Moves
{
    internal static ImmutableArray<Move> All { get; } =
    [
        .. MovesOfRegisters.All, .. MovesOfPeople.All, .. MovesOfApplying.All, .. MovesOfSeries.All, .. MovesOfJourney.All, .. MovesOfCustody.All, .. MovesOfErasure.All, .. MovesOfTrouble.All, .. MovesOfEnds.All, .. MovesOfResponse.All, .. MovesOfReview.All,
    ];
}
