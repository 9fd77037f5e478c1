using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Erasure;
using Azukari.Protocol.Wording;

namespace Azukari.Cli.Screens;

/// <summary>What a station does, in the order of the journey.</summary>
public enum DeedKind
{
#pragma warning disable CS1591 // The journey's own words; DeedWords has them in both languages.
    Seal,
    HandOver,
    Arrive,
    Confirm,
    Open,
    GiveUp,
    EraseAtSite,
    Clear,
    Look,
    Verify,
    AddKey,
    Register,
#pragma warning restore CS1591
}

/// <summary>Something that can be done here next.</summary>
/// <param name="Kind">What.</param>
/// <param name="About">The case; of evidence, the bundle's file; of a key, the person; of a registration, the number.</param>
/// <param name="Medium">The medium, where it is done to one at a time; one that has no number yet by its serial number.</param>
/// <param name="Lacks">What has to be there first, or null.</param>
public sealed record Doable(DeedKind Kind, string About, string? Medium = null, Words? Lacks = null)
{
    /// <summary>Its page.</summary>
    public string Path => Kind switch
    {
        DeedKind.AddKey => KeysPage.PathOf(About),
        DeedKind.Register => "/", // Whether it is still plugged in the first page says.
        _ => $"/do/{Kind}/{Uri.EscapeDataString(About)}{(Medium is null ? "" : $"/{Uri.EscapeDataString(Medium)}")}",
    };
}

/// <summary>Reads from the record, and from what is plugged in, what this station can do next. What the rules would say to it they say on its page.</summary>
internal sealed class Doables(Engagement facts, StationId station, StationRoom room, IReadOnlyList<SeenMedium> here)
{
    private static readonly Words NoSource = new("取り出す元が指定されていません。--source を付けて起動してください。", "No source is named; start it with --source.");
    private static readonly Words NoDestination = new("投入先が指定されていません。--into を付けて起動してください。", "No destination is named; start it with --into.");

    /// <summary>What can be done at once first, then what lacks something; the oldest case first. Giving up stands last of all, where nobody presses it on the way to something else.</summary>
    internal IReadOnlyList<Doable> All() =>
    [
        .. facts.CarryOuts.Values.Where(carryOut => carryOut is { Permit: not null, HasEnded: false }).OrderBy(carryOut => carryOut.Asked.At).SelectMany(Of)
            .Concat(Bundles()).OrderBy(doable => doable.Kind == DeedKind.GiveUp).ThenBy(doable => doable.Lacks is not null),
    ];

    private IEnumerable<Doable> Of(CarryOut carryOut)
    {
        var id = carryOut.Id.Value;
        if (carryOut.Seal is not { } seal) return carryOut.Plan.SealAt == station ? [new(DeedKind.Seal, id, null, Missing(carryOut.Plan.Media) ?? (room.Source is null ? NoSource : null))] : [];

        var media = seal.Measured.Volumes.Select(volume => volume.Medium).ToArray();
        return [.. HandOver(carryOut), .. carryOut.Plan.OpenAt == station ? AtDestination(carryOut, media) : [], .. AtHome(carryOut, media)];
    }

    private IEnumerable<Doable> HandOver(CarryOut carryOut)
    {
        var isHere = carryOut.Custody is { HasLeft: true } ? carryOut.Plan.OpenAt == station || Site == carryOut.Plan.Source : carryOut.Plan.SealAt == station;
        if (isHere && !(carryOut.Custody is { HasLeft: true } && Home.IsStored(facts, carryOut))) yield return new(DeedKind.HandOver, carryOut.Id.Value);
    }

    private IEnumerable<Doable> AtDestination(CarryOut carryOut, MediumId[] media)
    {
        var id = carryOut.Id.Value;
        if (carryOut.Custody is not { HasLeft: true } || Home.IsStored(facts, carryOut)) yield break;

        var isOver = carryOut.Loaded is not null || carryOut.GaveUp is not null;
        if (!isOver && carryOut.Seal!.Measured.Volumes.Any(volume => !carryOut.Arrived.Contains(volume.Payload))) yield return new(DeedKind.Arrive, id, null, Missing(media));
        else if (!isOver && carryOut.Confirmed.Count < 2) yield return new(DeedKind.Confirm, id);
        else if (!isOver) yield return new(DeedKind.Open, id, null, Missing(media) ?? (room.Into is null ? NoDestination : null));
        if (!isOver) yield return new(DeedKind.GiveUp, id); // Open to whoever is there, whatever else is missing (R32).

        foreach (var medium in media.Where(medium => isOver && carryOut.Erasure.GetValueOrDefault(medium) is not ({ Site: not null } or { Cleared: not null })))
            yield return new(DeedKind.EraseAtSite, id, medium.Value, Missing([medium]));
    }

    private IEnumerable<Doable> AtHome(CarryOut carryOut, MediumId[] media) =>
        carryOut.Custody is { HasLeft: true } && Home.IsStored(facts, carryOut)
            ? media.Where(medium => facts.Media.GetValueOrDefault(medium)?.Admitted.Home == Site).Select(medium => Step(carryOut, medium, carryOut.Erasure.GetValueOrDefault(medium))).OfType<Doable>()
            : [];

    private Doable? Step(CarryOut carryOut, MediumId medium, Sanitisation? steps) => steps switch
    {
        { Verified: not null } => null,
        { Cleared: { } cleared } => cleared.Station == station
            ? new(DeedKind.Look, carryOut.Id.Value, medium.Value, new("消去した端末とは別の登録端末で確かめてください。", "Look at it on another station than the one that cleared it."))
            : new(DeedKind.Look, carryOut.Id.Value, medium.Value, Missing([medium])),
        _ => new(DeedKind.Clear, carryOut.Id.Value, medium.Value, Missing([medium])),
    };

    private IEnumerable<Doable> Bundles() => room.Evidence is { } folder && Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.zip").Order(StringComparer.Ordinal).Select(file => new Doable(DeedKind.Verify, System.IO.Path.GetFileName(file)))
        : [];

    private SiteId? Site => facts.Stations.GetValueOrDefault(station)?.Site;

    private Words? Missing(IEnumerable<MediumId> media)
    {
        var away = string.Join(", ", media.Where(id => here.All(seen => seen.Medium != id.Value)));
        return away.Length == 0 ? null : new($"媒体を差し込んでください：{away}", $"Plug in: {away}");
    }
}
