using Azukari.Domain.Closing;
using Azukari.Domain.Media;

namespace Azukari.Domain.Tests.Properties;

/// <summary>How media, carry-outs, copies, stations and the engagement come to an end.</summary>
internal static class MovesOfEnds
{
    private static readonly MediumId Foreign = new("own-stick");

    internal static IEnumerable<Move> All =>
    [
        Move.Of<ReleaseMedium, MediumId>(20, world => world.IsClosing ? Free(world) : [], AnyMedium,
            (world, id) => world.By(new ReleaseMedium(id), null, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer))),
        Move.Of<DestroyMedium, Medium>(16, Breaking, world => [.. world.Facts.Media.Values.OrderBy(medium => medium.Id.Value, StringComparer.Ordinal)], Broken,
            (_, act) => act with { CarryOut = new("carry-x") }, (_, act) => act with { Medium = Foreign }),
        Move.New<TakeInventory>(1, _ => true, Counted, (_, act) => act with { Present = [.. act.Present, .. act.Present] }, (_, act) => act with { Present = [Foreign] }),
        Move.Of<WriteOffMedium, MediumId>(5, world => [.. Free(world).Where(id => world.Facts.Inventory?.Missing.Contains(id) == true)], AnyMedium, (world, id) => world.By(
            new WriteOffMedium(id), null, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer), (world.Who(Role.InformationManager), Role.InformationManager))),
        Move.Case<EndDestroyed>(60, (world, held) => IsDead(held) && held.Seal!.Measured.Volumes.All(volume => world.Facts.Media[volume.Medium].Destroyed is { IsWitnessed: true }),
            (world, held) => BothSay(world, new EndDestroyed(held.Id))),
        Move.Case<EndLost>(300,
            (world, lost) => IsDead(lost) && !lost.Losses.IsEmpty && !Home.IsStored(world.Facts, lost) && (!HasIncident(world, lost) || world.Tape.Chance(5)),
            (world, lost) => BothSay(world, new EndLost(lost.Id))),
        Move.Case<RegisterCopy>(30, (_, loaded) => loaded.Loaded is not null && loaded.Copies.Count < 2, Copied,
            (_, act) => act with { EndsAt = Setup }, (_, act) => act with { At = new("dinner") },
            (world, act) => act with { Copy = world.Facts.Find(act.CarryOut)?.Copies.Keys.OrderBy(id => id.Value, StringComparer.Ordinal).FirstOrDefault() ?? act.Copy }),
        Move.Case<ConfirmGone>(30, (world, loaded) => loaded.Copies.Values.Any(copy => copy.Gone is null) && (world.IsClosing || world.Tape.Chance(50)), Gone,
            (_, act) => act with { Copy = new("other") }),
        Move.Of<CloseStation, StationId>(20, Idle, world => [.. Stations(world), new("laptop")],
            (world, id) => world.By(new CloseStation(id), null, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer))),
        Move.New<CloseEngagement>(20, IsEmpty, world => world.By(
            new CloseEngagement(Hash("bundle")), null, (world.Who(Role.Approver), Role.Approver), (world.Who(Role.InformationManager), Role.InformationManager))),
    ];

    private static bool IsDead(CarryOut held) => held is { HasEnded: false, Seal: not null } && Home.KeysOf(held).All(held.IsDead);

    private static bool HasIncident(World world, CarryOut held) => world.Facts.Incidents.Any(incident => incident.IsOpen && incident.CarryOut == held.Id);

    private static IReadOnlyList<MediumId> AnyMedium(World world) => [.. world.Facts.Media.Keys.OrderBy(id => id.Value, StringComparer.Ordinal), Foreign];

    private static IReadOnlyList<MediumId> Free(World world) =>
        [.. AnyMedium(world).Where(id => world.Facts.Media.GetValueOrDefault(id) is { Ended: null, InUseBy: null, Destroyed: not { IsWitnessed: true } })];

    private static IEnumerable<StationId> Stations(World world) => world.Facts.Stations.Keys.OrderBy(id => id.Value, StringComparer.Ordinal);

    /// <summary>Now and then a stick breaks, more often one whose keys are dead.</summary>
    private static IReadOnlyList<Medium> Breaking(World world) => world.Tape.Chance(50)
        ? [.. AnyMedium(world).Select(id => world.Facts.Media.GetValueOrDefault(id)!).Where(medium => medium is { Ended: null, Destroyed: null }
            && (medium.InUseBy is null ? world.Tape.Chance(5) : world.Facts.Find(medium.InUseBy) is { } held && IsDead(held) && !MovesOfCustody.IsGone(held)))]
        : [];

    private static Attempt Broken(World world, Medium medium)
    {
        var first = world.Who(Role.Operator);
        return world.By(new DestroyMedium(medium.InUseBy, medium.Id, DestructionMethod.Shredded), null, (first, Role.Operator), (world.Who(Role.Witness, Side.Owner, first), Role.Witness));
    }

    private static Attempt Counted(World world)
    {
        var keeper = world.Who(Role.Keeper, Side.Owner);
        var present = Free(world).Where(_ => !world.Tape.Chance(2));
        return world.By(new TakeInventory([.. present]), null, (keeper, Role.Keeper), (world.Who(Role.SecurityOfficer, Side.Owner, keeper), Role.SecurityOfficer));
    }

    private static Attempt BothSay(World world, Act act) =>
        world.By(act, null, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer), (world.Who(Role.InformationManager), Role.InformationManager));

    private static Attempt Copied(World world, CarryOut loaded)
    {
        var act = new RegisterCopy(loaded.Id, new(world.Fresh("copy")), CopyKind.AtDestination, loaded.Plan.Destination, world.Clock.AddDays(3));
        return world.By(act, null, (world.Who(Role.Operator), Role.Operator));
    }

    private static Attempt Gone(World world, CarryOut loaded)
    {
        var copy = loaded.Copies.Values.OrderBy(copy => copy.Registered.Copy.Value, StringComparer.Ordinal).FirstOrDefault(copy => copy.Gone is null || world.Tape.Chance(5))?.Registered.Copy ?? new("copy-x");
        var first = world.Who(Role.Operator);
        return world.By(new ConfirmGone(loaded.Id, copy), null, (first, Role.Operator), (world.Who(Role.Keeper, null, first), Role.Keeper));
    }

    private static IReadOnlyList<StationId> Idle(World world) => !world.IsClosing || world.Cases(open => !open.HasEnded).Count > 0 ? [] :
        [.. Stations(world).Where(id => world.Facts.Stations[id] is { Closed: null, Key: var key } && world.Facts.Keys.Values.All(kept => kept.DepositedWith != key.Id || kept.IsDead))];

    private static bool IsEmpty(World world) => world is { IsClosing: true, Facts.Ended: null } && world.Cases(open => !open.HasEnded).Count == 0
        && world.Facts.Media.Values.All(medium => medium.Ended is not null) && world.Facts.Stations.Values.All(station => station.Closed is not null)
        && world.Facts.Keys.Values.All(key => key.IsDead) && (world.Tape.Chance(5) || world.Facts.Incidents.All(incident => !incident.IsOpen)) && world.Cases(held => held.Copies.Values.Any(copy => copy.Gone is null)).Count == 0;
}
