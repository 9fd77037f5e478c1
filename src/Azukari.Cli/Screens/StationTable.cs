using Azukari.Cli.Stations;
using Azukari.Domain;
using Microsoft.AspNetCore.Http;

namespace Azukari.Cli.Screens;

/// <summary>What every page of the screen works with.</summary>
internal sealed record StationTable(StationRoom Room, StationRecord Record, Deeds Deeds, StationDoor Door, TimeProvider Clock)
{
    /// <summary>The record, what is plugged in, and who this station is; news are looked for unless a verb is at the same desk.</summary>
    internal async Task<Sight> LookAsync(HttpContext context)
    {
        Deeds.Sweep(Clock.GetUtcNow());
        var seen = await Record.LookAsync(Deeds.Running is null, context.RequestAborted);
        using var station = StationFolder.Open(Room.Station);
        return new(seen, Room.Media(seen.Facts), station.Id, station.Fact.Id, Rulebook.Time(seen.Facts, Clock.GetUtcNow()));
    }

    /// <summary>What can be done here next.</summary>
    internal IReadOnlyList<Doable> Doables(Sight sight) => new Doables(sight.Seen.Facts, sight.Station, Room, sight.Here).All();
}

/// <summary>What the screen sees at this moment.</summary>
/// <param name="Seen">The record.</param>
/// <param name="Here">What is plugged in.</param>
/// <param name="Station">This station.</param>
/// <param name="Key">Its signing key.</param>
/// <param name="Now">The time that the rules see.</param>
internal sealed record Sight(Seen Seen, IReadOnlyList<SeenMedium> Here, StationId Station, Digest Key, DateTimeOffset Now);
