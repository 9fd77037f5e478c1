using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;
using Azukari.Extraction;

namespace Azukari.Cli.Sealing;

/// <summary>What the inner process is told to seal; nothing of it is secret.</summary>
/// <param name="Engagement">The engagement.</param>
/// <param name="CarryOut">The case.</param>
/// <param name="Permit">The entry that granted it.</param>
/// <param name="Data">The permitted datasets.</param>
/// <param name="MostPeople">The permit's largest number of people.</param>
/// <param name="Source">Where the rows are, as on the command line.</param>
/// <param name="Volumes">The media, volume by volume.</param>
/// <param name="Keys">The three recipients, by digest.</param>
/// <param name="Recipients">The same three, raw: owner, contractor, destination.</param>
/// <param name="Writing">The file that it has while it writes (<see cref="EarlierSeal.Writing"/>).</param>
/// <param name="Quiet">Whether progress is shown.</param>
/// <param name="Japanese">In which language.</param>
internal sealed record SealOrder(
    EngagementId Engagement, CarryOutId CarryOut, Digest Permit, ImmutableArray<OrderedData> Data, long MostPeople, string Source, ImmutableArray<OrderedVolume> Volumes,
    ThreeKeys Keys, ImmutableArray<byte[]> Recipients, string Writing, bool Quiet, bool Japanese);

/// <summary>One volume: the medium, and those that become its spares.</summary>
internal sealed record OrderedVolume(ImmutableArray<OrderedMedium> Media);

/// <summary>A registered medium and where it is mounted.</summary>
/// <param name="Folder">The mounted folder.</param>
/// <param name="Medium">The registered medium.</param>
/// <param name="Serial">Its serial number, as measured here.</param>
/// <param name="Tried">Whether all of it was written and read back when it was admitted (R5): then what was read back stays where it is.</param>
internal sealed record OrderedMedium(string Folder, MediumId Medium, string Serial, bool Tried);

/// <summary>A permitted dataset, in extraction's words.</summary>
internal sealed record OrderedData(DatasetId Dataset, string Unit, string PersonKey, ImmutableArray<string> Fields)
{
    internal static ImmutableArray<OrderedData> Of(Engagement facts, CarryPlan plan) =>
        [.. plan.Data.Select(data => new OrderedData(data.Dataset, facts.Catalogue[data.Dataset].Unit.ToString().ToLowerInvariant(), facts.Catalogue[data.Dataset].PersonKey, data.Fields))];

    internal DatasetShape Shape() => new(Dataset.Value, Unit, PersonKey, Fields);
}

/// <summary>What the inner process hands out: papers, and what it counted and measured.</summary>
internal sealed record SealWork(byte[] Manifest, byte[] Envelope, long People, ImmutableArray<SealedDataset> Data, ImmutableArray<SealedVolume> Volumes);
