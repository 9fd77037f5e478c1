using Azukari.Domain.Closing;
using Azukari.Domain.Erasure;

namespace Azukari.Domain.Tests.Properties;

/// <summary>Erasing, looking, confirming, and the deaths of keys.</summary>
internal static class MovesOfErasure
{
    internal static IEnumerable<Move> All =>
    [
        Move.Case<EraseAtSite>(60,
            (_, held) => held is { HasEnded: false, Custody.Now.AtDestination: true } && (held.Loaded ?? held.GaveUp ?? held.KillOrdered) is not null && Left(held, step => step.Site) is not null, AtSite,
            [.. Spoils<EraseAtSite>((act, measured) => act with { Measured = measured }, act => act.Measured), (_, act) => act with { Presence = null }]),
        Move.Case<ClearMedium>(60,
            (world, held) => held.HasEnded is false && (Home.IsStored(world.Facts, held) || IsClearedHere(world, held)) && held.Custody!.HasLeft && Left(held, step => step.Cleared) is not null, Clearing,
            [.. Spoils<ClearMedium>((act, measured) => act with { Measured = measured }, act => act.Measured), (_, act) => act with { Presence = null }]),
        Move.Case<VerifyErasure>(60, (_, held) => held.HasEnded is false && held.Erasure.Values.Any(step => step is { Cleared: not null, Verified: null }), Look,
            [.. Spoils<VerifyErasure>((act, measured) => act with { Measured = measured }, act => act.Measured), (_, act) => act with { Presence = null }]),
        Move.Case<ConfirmErasure>(120,
            (_, held) => held.HasEnded is false && held.Erasure.Values.Any(step => step is { Verified: not null, Confirmed: null }) && Home.KeysOf(held).All(held.IsDead),
            (world, held) => world.By(new ConfirmErasure(held.Id, Medium(held, step => step is { Verified: not null, Confirmed: null })), null, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer)),
            (_, act) => act with { Medium = new("own-stick") }),
        Move.Of<DestroyKey, Digest>(60, Dying, world => [.. AllKeys(world), Hash("mine")], Death,
            (_, act) => act with { CarryOut = new("carry-x") }),
        Move.Of<AttestKeyDead, Digest>(1, world => [.. Dying(world).Where(_ => world.Tape.Chance(20))], world => [.. AllKeys(world), Hash("mine")], Attested,
            (_, act) => act with { CarryOut = new("carry-x") }),
    ];

    private static IEnumerable<Digest> AllKeys(World world) => world.Facts.Keys.Keys.OrderBy(key => key.Value, StringComparer.Ordinal);

    private static IReadOnlyList<Digest> Dying(World world) =>
    [
        .. AllKeys(world).Where(key => world.IsClosing && world.Facts.Keys[key] is { NamedBy: null, IsDead: false }),
        .. world.Cases(Dies).SelectMany(held => Home.KeysOf(held).Where(key => !held.IsDead(key))),
    ];

    private static Attempt Death(World world, Digest key)
    {
        var kept = world.Facts.Keys.GetValueOrDefault(key);
        return world.By(new DestroyKey(kept?.NamedBy, Stone(key, DestructionCause.WindowEnded)), kept?.DepositedWith ?? OwnerHolder);
    }

    private static Attempt Attested(World world, Digest key) => world.By(
        new AttestKeyDead(world.Facts.Keys.GetValueOrDefault(key)?.NamedBy, key, Hash("account")), null,
        (world.Who(Role.SecurityOfficer), Role.SecurityOfficer), (world.Who(Role.InformationManager), Role.InformationManager));

    private static bool Dies(CarryOut held) => held is { Permit: not null } && (held.Loaded ?? held.GaveUp ?? held.KillOrdered ?? held.Withdrawn ?? held.Voided) is not null;

    /// <summary>Where policy has both steps done at the destination, before the way home.</summary>
    private static bool IsClearedHere(World world, CarryOut held) => world.Facts.MediaPolicy.ClearAtSite && held is { Loaded: not null, Custody.Now.AtDestination: true };

    private static SiteId Where(World world, CarryOut held) => IsClearedHere(world, held) ? held.Plan.Destination : held.Plan.Source;

    private static MediumId? Left(CarryOut held, Func<Sanitisation, ErasureStep?> step) =>
        held.Seal?.Measured.Volumes.Select(volume => volume.Medium).FirstOrDefault(medium => held.Erasure.GetValueOrDefault(medium) is not { } done || step(done) is null);

    private static MediumId Medium(CarryOut held, Func<Sanitisation, bool> stands) =>
        held.Erasure.Where(entry => stands(entry.Value)).Select(entry => entry.Key).OrderBy(id => id.Value, StringComparer.Ordinal).FirstOrDefault() ?? held.Plan.Media.FirstOrDefault() ?? Stick;

    private static ErasureMeasured Measured(World world, MediumId medium) => Wiped(medium) with { Serial = world.Facts.Media.GetValueOrDefault(medium)?.Admitted.Measured.Serial ?? "" };

    private static Func<World, T, Act>[] Spoils<T>(Func<T, ErasureMeasured, T> with, Func<T, ErasureMeasured> of) where T : Act =>
    [
        (_, act) => with(act, of(act) with { Mismatches = 1 }),
        (_, act) => with(act, of(act) with { Serial = "4711" }),
        (_, act) => with(act, of(act) with { Medium = new("own-stick") }),
        (_, act) => with(act, of(act) with { Bytes = 1 }), (_, act) => with(act, of(act) with { Bytes = 0, FreeSpaceCovered = false }),
    ];

    private static Attempt AtSite(World world, CarryOut held)
    {
        var eraser = world.Who(Role.Operator);
        var second = world.As(world.Who(Role.Keeper, null, eraser), Role.Keeper);
        return world.By(new EraseAtSite(held.Id, new(held.Plan.OpenAt, Hash("code")), Measured(world, Left(held, step => step.Site) ?? Stick)), MovesOfJourney.Opener(world, held), (eraser, Role.Operator), second);
    }

    private static Attempt Clearing(World world, CarryOut held)
    {
        var station = Places.Benches(Where(world, held)).First;
        return world.By(new ClearMedium(held.Id, new(station, Hash("code")), Measured(world, Left(held, step => step.Cleared) ?? Stick)), KeyOf(station).Id, (world.Who(Role.Operator), Role.Operator));
    }

    private static Attempt Look(World world, CarryOut held)
    {
        var benches = Places.Benches(Where(world, held));
        var station = world.Tape.Chance(90) ? benches.Second : benches.First;
        var medium = Medium(held, step => step is { Cleared: not null, Verified: null });
        var hand = world.As(world.Who(world.Any(Role.Keeper, Role.Witness, Role.Operator), null, held.Erasure.GetValueOrDefault(medium)?.Cleared?.By), Role.Keeper, Role.Witness, Role.Operator);

        return world.By(new VerifyErasure(held.Id, new(station, Hash("code")), Measured(world, medium)), KeyOf(station).Id, hand);
    }
}
