using System.CommandLine;
using System.Security.Cryptography;
using Azukari.Age;
using Azukari.Cli.Confined;
using Azukari.Cli.Front;
using Azukari.Cli.Sealing;
using Azukari.Cli.Stations;
using Azukari.Extraction;
using Azukari.Extraction.Destinations;
using Azukari.Extraction.Packaging;
using Azukari.Protocol.Ledger;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Opening;

/// <summary>The inner process of opening: last layer → age → rows of all volumes in one transaction with the marker. Rows and content keys are in no other process.</summary>
internal static class LoadPayload
{
    internal const string Verb = "load-payload";

    internal static Command Create() => InnerProcess.Create(Verb, async (order, _, _, cancellation) =>
    {
        await RunAsync(DomainJson.FromBytes<LoadOrder>(order, InnerProcess.MostBytes), cancellation);
        return [];
    });

    private static async Task RunAsync(LoadOrder order, CancellationToken cancellation)
    {
        var contents = Contents(order);
        var opened = new List<IAsyncDisposable>();
        try
        {
            await using var destination = DestinationText.Open(order.Into);
            var plaintexts = new List<Stream>();
            foreach (var (volume, content) in order.Volumes.Zip(contents))
            {
                var file = MediumReader.OpenUncached(Path.Combine(volume.Folder, Papers.PayloadFile));
                opened.Add(file);
                plaintexts.Add(await AgeFile.OpenReaderAsync(file, [content], cancellationToken: cancellation));
                opened.Add(plaintexts[^1]);
            }

            var progress = new Screen(order.Quiet, order.Japanese).Progress("投入中", "loading", order.Volumes.Sum(volume => volume.Sealed.Data.Sum(data => data.Rows)));
            await PackageReader.LoadAsync(
                plaintexts, [.. order.Data.Select(data => data.Shape())], [.. order.Volumes.Select(volume => Shapes.Expected(order.Data, volume.Sealed, volume.DataPackage.Value))],
                destination.Rows, new Marker(order.CarryOut.Value, order.Manifest.Value, order.At), new Progressed<PackageProgress>(progress, loaded => loaded.Rows), cancellation);
        }
        finally
        {
            foreach (var each in Enumerable.Reverse(opened)) await each.DisposeAsync();
            foreach (var content in contents) content.Dispose();
        }
    }

    /// <summary>The identity file's one comment binds it to the manifest; an envelope of another consignment is found out here.</summary>
    private static HybridIdentity[] Contents(LoadOrder order)
    {
        using var station = StationFolder.Open(order.Station);
        var identityFile = station.Keys.Use(order.Key, own => AgeFile.Decrypt(order.Envelope, [own]));
        try
        {
            var comment = Papers.EnvelopeComment(order.Manifest);
            var keys = identityFile.AsSpan().StartsWith(comment) ? identityFile.AsMemory(comment.Length) : default;
            if (keys.Length != order.Volumes.Length * (HybridIdentity.EncodedSize + 1)) throw OfAnother();

            return [.. Enumerable.Range(0, order.Volumes.Length).Select(number => HybridIdentity.Parse(keys.Span.Slice(number * (HybridIdentity.EncodedSize + 1), HybridIdentity.EncodedSize)))];
        }
        finally
        {
            CryptographicOperations.ZeroMemory(identityFile);
        }
    }

    private static StopException OfAnother() =>
        new(ExitCode.Refused, new Spoken("envelope", "封筒が別の託送物のものです。", "the envelope belongs to another consignment", "情報セキュリティ管理者に知らせてください。", "Tell the security officer."));
}
