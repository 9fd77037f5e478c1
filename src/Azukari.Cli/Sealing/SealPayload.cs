using System.CommandLine;
using Azukari.Cli.Confined;
using Azukari.Cli.Front;
using Azukari.Cli.Stations;
using Azukari.Domain;
using Azukari.Domain.Sealing;
using Azukari.Extraction;
using Azukari.Extraction.Packaging;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Sealing;

namespace Azukari.Cli.Sealing;

/// <summary>The inner process of sealing: rows → age → media → read back → manifest → envelope. Rows and content keys are in no other process but the one that reads back.</summary>
internal static class SealPayload
{
    internal const string Verb = "seal-payload";

    internal static Command Create() => InnerProcess.Create(Verb, async (order, _, _, cancellation) =>
        DomainJson.ToBytes(await RunAsync(DomainJson.FromBytes<SealOrder>(order, InnerProcess.MostBytes), cancellation)));

    private static async Task<SealWork> RunAsync(SealOrder order, CancellationToken cancellation)
    {
        await using var turn = Turn.Take(order.Writing, TimeSpan.Zero); // Until this process is gone, whoever seals next waits.
        var screen = new Screen(order.Quiet, order.Japanese);
        var volumes = new List<VolumeInWork>();
        try
        {
            using var writing = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            foreach (var ordered in order.Volumes) volumes.Add(VolumeInWork.Begin(ordered, writing.Token));
            await using var readBack = ReadBack.Begin(order, volumes, cancellation);
            var counts = await readBack.BesideAsync(writing, () => WriteAsync(order, volumes, screen, writing.Token));
            screen.Say("媒体から読み直して確かめています。", "reading the media back.");
            await readBack.CheckAsync(volumes, counts);

            SealedVolume[] receipts = [.. volumes.Zip(counts, (volume, count) => volume.Receipts(count, Shapes.Counted(order.Data, count))).SelectMany(media => media)];
            var manifest = DomainJson.ToBytes(new Manifest(
                order.Engagement, order.CarryOut, order.Permit, [.. volumes.Zip(counts, (volume, count) => volume.Ordered.Media.Select(_ => new Digest(count.DescriptorSha256))).SelectMany(digest => digest)],
                counts.Sum(count => count.People), Shapes.Counted(order.Data, counts), [.. receipts.Select(ManifestVolume.Of)], order.Keys));
            var envelope = Papers.Envelope(manifest, [.. volumes.Select(volume => volume.Content)], order.Recipients);
            return new(manifest, envelope, counts.Sum(count => count.People), Shapes.Counted(order.Data, counts), [.. receipts]);
        }
        finally
        {
            foreach (var volume in volumes) await volume.DisposeAsync();
        }
    }

    private static async Task<IReadOnlyList<PackageCounts>> WriteAsync(SealOrder order, List<VolumeInWork> volumes, Screen screen, CancellationToken cancellation)
    {
        var progress = new Progressed<PackageProgress>(screen.Progress("封緘中", "sealing", 0), written => written.Rows);
        await using var source = SourceText.Open(order.Source);
        var counts = await PackageWriter.WriteAsync(
            [.. volumes.Select(volume => volume.Plaintext)], source.Rows, [.. order.Data.Select(data => data.Shape())], new PackageLimits(order.MostPeople), progress, cancellation);

        foreach (var volume in volumes) await volume.CompleteAsync();
        return counts;
    }
}
