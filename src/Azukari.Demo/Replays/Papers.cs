using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Media;
using Azukari.Domain.Opening;
using Azukari.Domain.Sealing;

namespace Azukari.Demo.Replays;

/// <summary>What the stations of a replay say that they measured: the file's counts, and invented digests that agree with each other.</summary>
internal static class Papers
{
    internal const string SealNumber = "seal-1";

    internal static Digest Manifest { get; } = Names.Digest("manifest");

    /// <summary>No file says which way they went; that nobody signed for a way is said by who signed nothing.</summary>
    internal static Digest Route { get; } = Names.Digest("route");

    /// <summary>Shown at this station.</summary>
    internal static Presence At(ReplaySite site) => new(site.Station, Names.Digest("code"));

    /// <summary>Stated as a careful applicant would: everything, kept locked, ended as the media allow.</summary>
    internal static Handling Handled(IEnumerable<ReplayMedium> media) => new(
        new(RowRange.Everything), Names.Digest("why a medium"), Names.Digest("kept where"),
        media.Any(medium => medium.Kind == MediumKind.WriteOnce) ? PlannedErasure.Destroy : PlannedErasure.Overwrite, null, []);

    internal static string Serial(ReplayMedium medium) => $"serial of {medium.Id}";

    /// <summary>The receipt of a sealing onto these media.</summary>
    internal static SealMeasured Sealed(ReplayFile file, IEnumerable<ReplayMedium> media, bool isSealed) => new(
        Manifest, Names.Digest("envelope"), SealNumber, Counts.People(file.Data), Counts.Of(file.Data),
        [.. media.Select((medium, n) => Volume(file, medium, isFirst: n == 0, isSealed))], Ground.Keys, ReadBack: isSealed);

    /// <summary>The destination's answer to the one question that was sealed.</summary>
    internal static ArrivalMeasured Arrived(ReplayMedium medium) => new(medium.Medium, Serial(medium), Payload(medium), Nonce(medium), Answer(medium), Names.Digest($"said {medium.Id}"));

    internal static ImmutableArray<Domain.Catalogue.FieldSelection> Everything(ReplayFile file) => [.. file.Data.Select(data => new Domain.Catalogue.FieldSelection(data.Dataset, data.Fields))];

    /// <summary>The file says nothing of who is on which medium: everybody is on the first of several.</summary>
    private static SealedVolume Volume(ReplayFile file, ReplayMedium medium, bool isFirst, bool isSealed) => new(
        medium.Medium, Serial(medium), 1, Payload(medium), isSealed ? [new(Nonce(medium), Answer(medium))] : [],
        isFirst ? Counts.People(file.Data) : 0, isFirst ? VolumeCount.Of(Counts.Of(file.Data)) : []);

    private static Digest Payload(ReplayMedium medium) => Names.Digest($"payload {medium.Id}");

    private static Digest Nonce(ReplayMedium medium) => Names.Digest($"nonce {medium.Id}");

    private static Digest Answer(ReplayMedium medium) => Names.Digest($"answer {medium.Id}");
}
