using System.Collections.Immutable;

namespace Azukari.Domain.Tests.Properties;

/// <summary>What can be wrong with any attempt: the wrong hand, duty, statement, machine or hour.</summary>
internal static class Spoiling
{
    private static readonly Digest[] Machines = [OwnerHolder, ContractorHolder, KeyOf(Bench).Id, KeyOf(OpenStation).Id, KeyOf(new StationId("laptop")).Id];

    private static readonly ImmutableArray<(string Name, Func<World, Attempt, Attempt> Do)> Ways =
    [
        ("unsigned", (_, attempt) => attempt with { Signers = [] }),
        ("one missing", (world, attempt) => attempt with { Signers = attempt.Signers.RemoveAt(world.Tape.Next(attempt.Signers.Length)) }),
        ("another person", (world, attempt) => Sign(world, attempt, signer => world.Town.Sign(attempt.Act, world.Any(world.Everybody), signer.Role))),
        ("another duty", (world, attempt) => Sign(world, attempt, signer => signer with { Role = world.Any(Enum.GetValues<Role>()) })),
        ("stale statement", (world, attempt) => Sign(world, attempt, signer => signer with { On = Hash("earlier") })),
        ("expired statement", (world, attempt) => Sign(world, attempt, signer => signer with { Until = world.Clock.AddMilliseconds(-1) })),
        ("used statement", (world, attempt) => Sign(world, attempt, signer => signer with { Statement = Used(world) ?? signer.Statement })),
        ("another's key", (world, attempt) => Sign(world, attempt, signer => signer with { Key = KeyOf(world.Any(world.Everybody)).Id })),
        ("the key for stations", (world, attempt) => attempt with { Signers = [.. attempt.Signers.Select(signer => world.Facts.People.GetValueOrDefault(signer.Person)?.KeyAtStations is { } key ? signer with { Key = key.Id } : signer)] }),
        ("another employer", (world, attempt) => Sign(world, attempt, signer => signer with { Organisation = world.Any(City, Contractor, Subcontractor, Lapsed, new("nowhere")) })),
        ("one too many", (world, attempt) => attempt with { Signers = attempt.Signers.Add(world.Town.Sign(attempt.Act, world.Any(world.Everybody), world.Any(Enum.GetValues<Role>()))) }),
        ("signed twice", (world, attempt) => attempt with { Signers = [.. attempt.Signers, .. attempt.Signers.Take(1)] }),
        ("no machine", (_, attempt) => attempt with { Machine = null }),
        ("another machine", (world, attempt) => attempt with { Machine = new(world.Any(Machines), attempt.Machine?.On ?? Hash("earlier")) }),
        ("too late", (world, attempt) => Late(world, attempt)),
        ("again", (world, _) => world.Steps[^(1 + world.Tape.Next(Math.Min(20, world.Steps.Count)))].Attempt),
    ];

    internal static (string How, Attempt Attempt) Any(World world, Attempt attempt)
    {
        var way = world.Any(attempt.Signers.IsEmpty ? [.. Ways.Where(way => way.Name is "unsigned" or "no machine" or "another machine" or "too late" or "one too many" or "again")] : Ways);
        return (way.Name, way.Do(world, attempt));
    }

    private static Digest? Used(World world) => world.Steps.Where(step => step.IsAccepted).SelectMany(step => step.Attempt.Signers).LastOrDefault()?.Statement;

    private static Attempt Sign(World world, Attempt attempt, Func<Signer, Signer> change) => World.Signed(attempt, world.Tape.Next(attempt.Signers.Length), change);

    /// <summary>Time moves while the attempt is under way; its statements are still good.</summary>
    private static Attempt Late(World world, Attempt attempt)
    {
        world.Clock += TimeSpan.FromMinutes(30 + world.Tape.Next(150));
        return attempt with { Signers = [.. attempt.Signers.Select(signer => signer with { Until = world.Clock.AddMinutes(5) })] };
    }
}
