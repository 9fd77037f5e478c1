using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using Azukari.Age;
using Azukari.Cli.Confined;
using Azukari.Cli.Front;
using Azukari.Extraction;
using Azukari.Extraction.Packaging;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Sealing;

/// <summary>R12: a second process reads every medium, decrypts what it reads and counts all volumes again, before the identities are wiped. A spare is read whole and must be its volume.</summary>
internal static class ReadBack
{
    internal const string Verb = "read-back-payload";

    internal static async Task CheckAsync(SealOrder order, IReadOnlyList<VolumeInWork> volumes, IReadOnlyList<PackageCounts> counts, Screen screen, CancellationToken cancellation)
    {
        screen.Say("媒体から読み直して確かめています。", "reading the media back.");
        var found = await SecondProcessAsync(order, volumes, cancellation);

        foreach (var (volume, number) in volumes.Select((volume, number) => (volume, number)))
        {
            var expected = new FoundPayload(volume.Measure.Bytes, volume.Measure.Digest().Value);
            if (!found.Volumes[number].Counts().Equals(counts[number]) || found.Volumes[number].Media.Any(payload => payload != expected))
                throw new StopException(ExitCode.Medium, new Spoken("R12 NotReadBack", "書いたとおりに読み出せません。", "the medium does not give back what was written", "別の登録媒体を使ってください。", "Use another registered medium."));
        }
    }

    internal static Command Create() => InnerProcess.Create(Verb, async (order, secret, cancellation) =>
        DomainJson.ToBytes(await RunAsync(DomainJson.FromBytes<SealOrder>(order, InnerProcess.MostBytes), secret, cancellation)));

    private static async Task<Found> SecondProcessAsync(SealOrder order, IReadOnlyList<VolumeInWork> volumes, CancellationToken cancellation)
    {
        var secret = GC.AllocateArray<byte>(volumes.Count * HybridIdentity.EncodedSize, pinned: true);
        try
        {
            for (var number = 0; number < volumes.Count; number++) volumes[number].Content.WriteTo(secret.AsSpan(number * HybridIdentity.EncodedSize));
            return DomainJson.FromBytes<Found>(await InnerProcess.RunAsync(Verb, DomainJson.ToBytes(order), secret, cancellation), InnerProcess.MostBytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private static async Task<Found> RunAsync(SealOrder order, byte[] secret, CancellationToken cancellation)
    {
        var reading = new List<PayloadReading>();
        try
        {
            foreach (var (volume, number) in order.Volumes.Select((volume, number) => (volume, number)))
                reading.Add(await PayloadReading.BeginAsync(volume.Media[0].Folder, secret.AsMemory(number * HybridIdentity.EncodedSize, HybridIdentity.EncodedSize), cancellation));

            var counts = await PackageReader.VerifyAsync([.. reading.Select(volume => volume.Plaintext)], [.. order.Data.Select(data => data.Shape())], null, cancellation);
            var found = new List<FoundVolume>();
            foreach (var (volume, count) in order.Volumes.Zip(counts))
            {
                var media = new List<FoundPayload> { await reading[found.Count].EndAsync(cancellation) };
                foreach (var spare in volume.Media[1..]) media.Add(await PayloadReading.DigestAsync(spare.Folder, cancellation));
                found.Add(new([.. media], count.People, count.DescriptorSha256, [.. count.Datasets]));
            }

            return new([.. found]);
        }
        finally
        {
            foreach (var volume in reading) await volume.DisposeAsync();
        }
    }

    internal sealed record Found(ImmutableArray<FoundVolume> Volumes);

    internal sealed record FoundVolume(ImmutableArray<FoundPayload> Media, long People, string Descriptor, ImmutableArray<DatasetCount> Datasets)
    {
        internal PackageCounts Counts() => new(Datasets, People, Descriptor);
    }

    internal sealed record FoundPayload(long Bytes, string Payload);
}
