using System.Collections.Immutable;

namespace Azukari.Domain.Tests.Properties;

/// <summary>An act as histories do it: one entry of the table.</summary>
/// <param name="Kind">The kind of act.</param>
/// <param name="Weight">How often it is done where it is sensible, beside the others.</param>
/// <param name="Sensible">About whom or what it could sensibly be done now; nothing where it is not its time.</param>
/// <param name="Anything">About what it could be done at all, however foolish.</param>
/// <param name="Make">The attempt, as it should be.</param>
/// <param name="Spoils">What can be made wrong about this act in particular; what can be wrong about any is in <see cref="Spoiling"/>.</param>
internal sealed record Move(
    Type Kind, int Weight, Func<World, IReadOnlyList<object>> Sensible, Func<World, IReadOnlyList<object>> Anything, Func<World, object, Attempt> Make,
    ImmutableArray<Func<World, Act, Act>> Spoils)
{
    /// <summary>An act about one case.</summary>
    internal static Move Case<T>(int weight, Func<World, CarryOut, bool> sensible, Func<World, CarryOut, Attempt> make, params Func<World, T, Act>[] spoils) where T : Act =>
        Of(weight, world => world.Cases(carryOut => sensible(world, carryOut)), world => world.AnyCase, make, spoils);

    /// <summary>An act about something of these.</summary>
    internal static Move Of<T, TSubject>(
        int weight, Func<World, IReadOnlyList<TSubject>> sensible, Func<World, IReadOnlyList<TSubject>> anything, Func<World, TSubject, Attempt> make,
        params Func<World, T, Act>[] spoils) where T : Act where TSubject : notnull => new(
            typeof(T), weight, world => [.. sensible(world).Cast<object>()], world => [.. anything(world).Cast<object>()], (world, subject) => make(world, (TSubject)subject),
            [.. spoils.Select(spoil => (Func<World, Act, Act>)((world, act) => act is T kind ? spoil(world, kind) : act))]);

    /// <summary>An act about nothing that exists already; sensible or not as the world says.</summary>
    internal static Move New<T>(int weight, Func<World, bool> sensible, Func<World, Attempt> make, params Func<World, T, Act>[] spoils) where T : Act =>
        Of(weight, world => sensible(world) ? new[] { 0 } : [], _ => [0], (world, _) => make(world), spoils);
}
