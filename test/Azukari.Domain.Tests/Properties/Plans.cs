using System.Collections.Immutable;
using Azukari.Domain.Applications;
using Azukari.Domain.Media;

namespace Azukari.Domain.Tests.Properties;

/// <summary>What is asked for in histories, and what can be wrong with it.</summary>
internal static class Plans
{
    internal static IReadOnlyList<MediumId> FreeMedia(World world) => [.. world.Facts.Media.Values
        .Where(medium => medium.InUseBy is null && medium.Id.Value.StartsWith("usb-", StringComparison.Ordinal)).Select(medium => medium.Id).OrderBy(id => id.Value, StringComparer.Ordinal)];

    /// <summary>What can be wrong with a plan.</summary>
    internal static IReadOnlyList<Func<World, CarryPlan, CarryPlan>> Spoils =>
    [
        (_, plan) => plan with { TextDigest = null },
        (_, plan) => plan with { Data = [] },
        (_, plan) => plan with { Data = [new(Residents, ["id", "tax"])] },
        (_, plan) => plan with { Data = [new(Residents, ["name"])] },
        (_, plan) => plan with { Data = [new(Places.Lapsing, ["id"])] },
        (_, plan) => plan with { Data = [new(Residents, ["id", "shoe"])] },
        (_, plan) => plan with { Data = [new(new("shoes"), ["id"])] },
        (_, plan) => plan with { Data = [.. plan.Data, .. plan.Data] },
        (_, plan) => plan with { PlannedPeople = 0 },
        (_, plan) => plan with { MostPeople = plan.MostPeople * 2 },
        (_, plan) => plan with { Media = [] },
        (_, plan) => plan with { Media = [new("own-stick")] },
        (world, plan) => plan with { Media = [.. world.Facts.Media.Values.Where(medium => medium.InUseBy is not null).Select(medium => medium.Id).OrderBy(id => id.Value, StringComparer.Ordinal)] },
        (world, plan) => plan with { Media = [.. FreeMedia(world).Take(3)] },
        (_, plan) => plan with { Destination = new("dinner") },
        (_, plan) => plan with { OpenAt = new("laptop") },
        (_, plan) => plan with { SealAt = OtherBench, OpenAt = OtherBench },
        (_, plan) => plan with { Destination = new("annex") },
        (_, plan) => plan with { Window = null },
        (_, plan) => plan with { Window = plan.Window is { } window ? window with { OutBy = window.WorkEnds } : null },
        (_, plan) => plan with { Window = plan.Window is { } window ? window with { EraseBy = window.EraseBy.AddDays(9) } : null },
        (_, plan) => plan with { Custodians = [] },
        (_, plan) => plan with { Custodians = [CityCarrier] },
        (world, plan) => plan with { Custodians = [.. plan.Custodians, world.Any(world.Everybody)] },
        (_, plan) => plan with { Method = TransferMethod.Alone },
        (_, plan) => plan with { Method = TransferMethod.NotStated },
        (_, plan) => plan with { Method = TransferMethod.Online },
        (_, plan) => plan with { Method = TransferMethod.Courier, Courier = null },
        (_, plan) => plan with { Courier = Subcontractor },
        (_, plan) => plan with { Method = TransferMethod.Courier, Courier = Subcontractor },
        (_, plan) => plan with { Template = new("any") },
        (_, plan) => plan with { Handling = null },
        (_, plan) => plan with { Handling = Handled with { Rows = new(RowRange.ChangedSince, null, new("never")) } },
        (_, plan) => plan with { Handling = Handled with { ResultsOf = new("never") } },
        (world, plan) => plan with { Media = [.. world.Facts.Media.Values.Where(medium => medium.Admitted.Kind == MediumKind.WriteOnce).Select(medium => medium.Id).OrderBy(id => id.Value, StringComparer.Ordinal).Take(1)] },
    ];

    internal static CarryPlan Any(World world)
    {
        var goesOut = world.Tape.Chance(75);
        var (source, destination) = goesOut ? (DataCentre, CallCentre) : (CallCentre, DataCentre);
        var free = FreeMedia(world).Where(id => world.Facts.Media[id].Admitted.Home == source).ToArray();
        var from = world.Clock.AddMinutes(10 + world.Tape.Next(50));
        var people = 1 + world.Tape.Next(1000);
        var disc = world.Tape.Chance(8) ? Places.Discs.Where(disc => disc.Home == source && world.Facts.Media[disc.Disc] is { InUseBy: null, Ended: null }).Select(disc => disc.Disc).FirstOrDefault() : null;

        return new(
            Town.Template, Hash("purpose"), Data(world), people, people + people / 10, Method(world, out var courier), disc is null ? Media(world, free) : [disc], source, goesOut ? SealStation : Places.SiteSeals,
            destination, goesOut ? OpenStation : Places.HomeOpens, new(from, from.AddHours(6), from.AddHours(14), from.AddHours(20), from.AddHours(32)), Pool(world), courier,
            disc is null ? Handled : Handled with { Erasure = PlannedErasure.Destroy });
    }

    /// <summary>The same as every other of its series.</summary>
    internal static CarryPlan Under(SeriesScope scope, CarryPlan plan) => plan with
    {
        Template = scope.Template,
        Data = scope.Data,
        Method = scope.Method,
        Courier = null,
    };

    /// <summary>One of each side at least.</summary>
    internal static ImmutableArray<PersonId> Pool(World world)
    {
        var (first, second) = (world.Who(Role.Operator, Side.Contractor), world.Who(Role.Operator, Side.Owner));
        return world.Tape.Chance(30) ? [.. new[] { first, second, world.Who(Role.Operator, null, first, second) }.Distinct()] : [first, second];
    }

    private static ImmutableArray<Catalogue.FieldSelection> Data(World world) => world.Tape.Chance(30) ? [new(Residents, ["id", "name"]), new(Benefits, ["id", "amount"])] : [new(Residents, ["id", "name"])];

    private static ImmutableArray<MediumId> Media(World world, MediumId[] free) => free.Length == 0 ? [] : world.Tape.Chance(25) ? [.. free.Take(2)] : [world.Any(free)];

    private static TransferMethod Method(World world, out OrganisationId? courier)
    {
        var method = world.Tape.Chance(20) ? TransferMethod.Courier : TransferMethod.Accompanied;
        courier = method == TransferMethod.Courier ? CourierCompany : null;

        return method;
    }
}
