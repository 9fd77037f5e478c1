using System.Collections.Immutable;
using Azukari.Domain.Closing;
using Azukari.Domain.Opening;
using Azukari.Domain.Sealing;

namespace Azukari.Domain.Tests.Properties;

/// <summary>Sealing, arriving, opening, loading.</summary>
internal static class MovesOfJourney
{
    internal static IEnumerable<Move> All =>
    [
        Move.Case<SealConsignment>(60,
            (world, granted) => granted is { HasEnded: false, Permit: not null, Seal: null, Plan.Window: { } window } && (world.Clock >= window.From || world.Tape.Chance(1)) && world.Clock <= window.OutBy, Sealing,
            (_, act) => With(act, sealedAs => sealedAs with { ReadBack = false }), (_, act) => With(act, sealedAs => sealedAs with { People = 5000 }),
            (_, act) => With(act, sealedAs => sealedAs with { People = 5000, Data = [.. sealedAs.Data.Select(data => data with { People = 5000, Rows = 5000 })] }),
            (_, act) => With(act, sealedAs => sealedAs with { Data = [.. sealedAs.Data.Select(data => data with { Fields = [.. data.Fields, "tax"] })] }),
            (_, act) => With(act, sealedAs => sealedAs with { Volumes = [] }),
            (_, act) => With(act, sealedAs => sealedAs with { Volumes = [Volume(new("own-stick"))] }),
            (_, act) => With(act, sealedAs => sealedAs with { Volumes = [.. sealedAs.Volumes.Select(volume => volume with { Serial = "4711" })] }),
            (_, act) => With(act, sealedAs => sealedAs with { Keys = Town.Keys }), (_, act) => act with { Presence = null }),
        Move.Case<ProveArrival>(120, (_, outside) => outside is { HasEnded: false, Loaded: null, GaveUp: null, Seal: { } seal, Custody: { HasLeft: true, Now.AtDestination: true } }
                && seal.Measured.Volumes.Any(volume => !outside.Arrived.Contains(volume.Payload)), Proof,
            (_, act) => act with { Measured = act.Measured with { Serial = "4711" } },
            (_, act) => act with { Measured = act.Measured with { Payload = Hash("other") } },
            (_, act) => act with { Measured = act.Measured with { Nonce = Hash("other") } },
            (_, act) => act with { Measured = act.Measured with { AnswerDigest = Hash("other") } },
            (_, act) => act with { Measured = act.Measured with { Medium = new("own-stick") } },
            (world, act) => act with { Measured = act.Measured with { Nonce = world.Facts.Find(act.CarryOut)?.Challenged.OrderBy(nonce => nonce.Value, StringComparer.Ordinal).FirstOrDefault() ?? Hash("other") } }),
        Move.Case<ConfirmRelease>(120, (_, arrived) => IsHere(arrived) && arrived.Confirmed.Count < 2, Confirmation, (_, act) => act with { Presence = null }),
        Move.Case<ReleaseLayer>(120, (_, arrived) => IsHere(arrived) && arrived.Confirmed.Count == 2 && arrived.Deaths.IsEmpty && !arrived.IsReleased, Layer,
            (_, act) => act with { Side = act.Side == Side.Owner ? Side.Contractor : Side.Owner }),
        Move.Case<ConfirmLoaded>(120, (_, released) => released is { IsReleased: true, Loaded: null, GaveUp: null }, Load,
            (_, act) => act with { Measured = act.Measured with { People = 0 } },
            (_, act) => act with { Measured = act.Measured with { KeyDestroyed = Stone(Hash("other"), DestructionCause.Loaded) } }),
        Move.Case<GiveUp>(2,
            (world, granted) => granted is { HasEnded: false, Permit: not null, Loaded: null, GaveUp: null } && (world.Clock > granted.Plan.Window?.OpenBy || granted.KillOrdered is not null),
            (world, granted) => world.By(new GiveUp(granted.Id, new(Stone(Destination(granted), DestructionCause.GaveUp))), Opener(world, granted)),
            (_, act) => act with { Measured = new(Stone(Hash("other"), DestructionCause.GaveUp)) }),
    ];

    internal static Digest Opener(World world, CarryOut carryOut) => world.Facts.Stations.TryGetValue(carryOut.Plan.OpenAt, out var station) ? station.Key.Id : KeyOf(OpenStation).Id;

    private static bool IsHere(CarryOut carryOut) => carryOut is { Seal: { } seal, KillOrdered: null, Suspended: null, Loaded: null, GaveUp: null, HasEnded: false }
        && seal.Measured.Volumes.All(volume => carryOut.Arrived.Contains(volume.Payload));

    private static Digest Destination(CarryOut carryOut) => carryOut.Permit?.Keys.Destination ?? Town.Keys.Destination;

    private static SealConsignment With(SealConsignment act, Func<SealMeasured, SealMeasured> change) => act with { Measured = change(act.Measured) };

    private static SealMeasured Measured(World world, CarryOut granted)
    {
        var people = granted.Plan.PlannedPeople;
        string SerialOf(MediumId id) => world.Facts.Media.GetValueOrDefault(id)?.Admitted.Measured.Serial ?? "";
        ImmutableArray<SealedVolume> volumes = [.. granted.Plan.Media.Select(id => Volume(id) with { Payload = Hash($"payload {granted.Id} {id}"), Serial = SerialOf(id) })];
        return Spread(Town.Measured(granted.Plan) with
        {
            People = people,
            SealNumber = $"seal of {granted.Id}",
            Data = [.. granted.Plan.Data.Select(data => new SealedDataset(data.Dataset, data.Fields, people + 5, people))],
            Volumes = volumes,
            Keys = granted.Permit?.Keys ?? Town.Keys,
        });
    }

    private static Attempt Sealing(World world, CarryOut granted)
    {
        var sealer = world.Who(Role.Operator);
        var witness = world.Who(Role.Witness, Side.Owner, sealer, world.Tape.Chance(80) ? granted.Permit?.Approver : null);
        var station = world.Facts.Stations.TryGetValue(granted.Plan.SealAt, out var known) ? known : world.Facts.Stations[Bench];

        return world.By(new SealConsignment(granted.Id, new(station.Id, Hash("code")), Measured(world, granted)), station.Key.Id, (sealer, Role.Operator), (witness, Role.Witness));
    }

    private static Attempt Proof(World world, CarryOut outside)
    {
        var volumes = outside.Seal?.Measured.Volumes ?? [Volume(Stick)];
        var volume = volumes.FirstOrDefault(volume => !outside.Arrived.Contains(volume.Payload)) ?? volumes[0];
        var asked = volume.Challenges.FirstOrDefault(challenge => !outside.Challenged.Contains(challenge.Nonce)) ?? volume.Challenges[0];

        return world.By(new ProveArrival(outside.Id, new(volume.Medium, volume.Serial, volume.Payload, asked.Nonce, asked.AnswerDigest, Hash("answer"))), Opener(world, outside));
    }

    private static Attempt Confirmation(World world, CarryOut arrived)
    {
        var carriers = arrived.Custody?.Carriers.Select(person => (PersonId?)person).ToArray() ?? [];
        var isOwners = !arrived.Confirmed.ContainsKey(Side.Owner) && world.Tape.Chance(70);
        var who = carriers.Length > 0 && world.Tape.Chance(4) ? world.Any(carriers)! : isOwners ? world.Who(world.Any(Role.Witness, Role.SecurityOfficer), Side.Owner, carriers) : world.Who(world.Any(Role.Operator, Role.Keeper, Role.ProjectManager), Side.Contractor, carriers);
        var hand = world.As(who, Role.SecurityOfficer, Role.Witness, Role.ProjectManager, Role.Keeper, Role.Operator);

        return world.By(new ConfirmRelease(arrived.Id, new(arrived.Plan.OpenAt, Hash("code"))), Opener(world, arrived), hand);
    }

    private static Attempt Layer(World world, CarryOut arrived)
    {
        var side = arrived.Released.ContainsKey(Side.Owner) ? Side.Contractor : Side.Owner;
        return world.By(new ReleaseLayer(arrived.Id, side), side == Side.Owner ? OwnerHolder : ContractorHolder);
    }

    private static Attempt Load(World world, CarryOut released)
    {
        var receipt = released.Seal?.Measured ?? Measured(world, released);
        return world.By(new ConfirmLoaded(released.Id, new(receipt.Manifest, receipt.People, receipt.Data, Stone(Destination(released), DestructionCause.Loaded))), Opener(world, released));
    }
}
