using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using System.Threading.Channels;
using Azukari.Age;
using Azukari.Cli.Confined;
using Azukari.Cli.Front;
using Azukari.Extraction;
using Azukari.Extraction.Packaging;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Sealing;

/// <summary>R12: a second process reads every medium, decrypts what it reads and counts all volumes again, before the identities are wiped. A spare is read whole and must be its volume.</summary>
/// <remarks>It reads what the media have taken while the rest is still being written; of a medium that nobody has tried as a whole, only what is there at the end.</remarks>
internal sealed class ReadBack : IAsyncDisposable
{
    internal const string Verb = "read-back-payload";

    private readonly RunningProcess process;
    private readonly Task<Found> found;

    private ReadBack(RunningProcess process) => (this.process, found) = (process, FoundAsync(process));

    internal static ReadBack Begin(SealOrder order, IReadOnlyList<VolumeInWork> volumes, CancellationToken cancellation)
    {
        var secret = GC.AllocateArray<byte>(volumes.Count * HybridIdentity.EncodedSize, pinned: true);
        try
        {
            for (var number = 0; number < volumes.Count; number++) volumes[number].Content.WriteTo(secret.AsSpan(number * HybridIdentity.EncodedSize));
            var readBack = new ReadBack(RunningProcess.Begin(Verb, DomainJson.ToBytes(order), secret, cancellation));
            foreach (var (volume, number) in volumes.Select((volume, number) => (volume, number))) volume.Tell((medium, bytes, whole) => readBack.Tell(volume.Ordered.Media[medium], new(number, medium, bytes, whole)));
            return readBack;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>Lets the writing go on until it is done; when reading fails meanwhile, it ends, and what the reader found is what is told.</summary>
    internal async Task<T> BesideAsync<T>(CancellationTokenSource writing, Func<Task<T>> write)
    {
        _ = found.ContinueWith(_ => writing.Cancel(), CancellationToken.None, TaskContinuationOptions.NotOnRanToCompletion, TaskScheduler.Default);
        try
        {
            return await write();
        }
        catch (OperationCanceledException) when (found.IsFaulted)
        {
            await found;
            throw;
        }
    }

    /// <summary>Waits for the rest, and holds it against what was written.</summary>
    internal async Task CheckAsync(IReadOnlyList<VolumeInWork> volumes, IReadOnlyList<PackageCounts> counts)
    {
        var read = await found;
        foreach (var (volume, number) in volumes.Select((volume, number) => (volume, number)))
        {
            var expected = new FoundPayload(volume.Measure.Bytes, volume.Measure.Digest().Value);
            if (!read.Volumes[number].Counts().Equals(counts[number]) || read.Volumes[number].Media.Any(payload => payload != expected))
                throw new StopException(ExitCode.Medium, new Spoken("R12 NotReadBack", "書いたとおりに読み出せません。", "the medium does not give back what was written", "別の登録媒体を使ってください。", "Use another registered medium."));
        }
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    internal static Command Create() => InnerProcess.Create(Verb, async (order, secret, news, cancellation) =>
        DomainJson.ToBytes(await RunAsync(DomainJson.FromBytes<SealOrder>(order, InnerProcess.MostBytes), secret, news, cancellation)));

    private static async Task<Found> FoundAsync(RunningProcess process) => DomainJson.FromBytes<Found>(await process.AnswerAsync(), InnerProcess.MostBytes);

    private void Tell(OrderedMedium medium, Taken taken)
    {
        if (medium.Tried || taken.Whole) process.Tell(DomainJson.ToBytes(taken));
    }

    private static async Task<Found> RunAsync(SealOrder order, byte[] secret, ChannelReader<byte[]> news, CancellationToken cancellation)
    {
        PayloadReading[][] volumes = [.. order.Volumes.Select(volume => volume.Media.Select(medium => new PayloadReading(medium.Folder)).ToArray())];
        try
        {
            _ = FollowAsync(news, volumes, cancellation);
            Task<FoundPayload>[] spares = [.. volumes.SelectMany(media => media[1..].Select(spare => spare.DigestAsync(cancellation)))];

            List<Stream> plaintexts = [];
            foreach (var (media, number) in volumes.Select((media, number) => (media, number)))
                plaintexts.Add(await media[0].OpenAsync(secret.AsMemory(number * HybridIdentity.EncodedSize, HybridIdentity.EncodedSize), cancellation));
            var counts = await PackageReader.VerifyAsync(plaintexts, [.. order.Data.Select(data => data.Shape())], null, cancellation);

            var (found, seen) = (new List<FoundVolume>(), new Queue<FoundPayload>(await Task.WhenAll(spares)));
            foreach (var (media, count) in volumes.Zip(counts))
                found.Add(new([await media[0].EndAsync(cancellation), .. media[1..].Select(_ => seen.Dequeue())], count.People, count.DescriptorSha256, [.. count.Datasets]));
            return new([.. found]);
        }
        finally
        {
            foreach (var reading in volumes.SelectMany(media => media)) await reading.DisposeAsync();
        }
    }

    /// <summary>Hears how far the media are until nobody tells any more.</summary>
    private static async Task FollowAsync(ChannelReader<byte[]> news, PayloadReading[][] volumes, CancellationToken cancellation)
    {
        await foreach (var told in news.ReadAllAsync(cancellation))
        {
            var taken = DomainJson.FromBytes<Taken>(told, InnerProcess.MostBytes);
            volumes[taken.Volume][taken.Medium].Hear(taken);
        }
    }

    /// <summary>How far a medium is.</summary>
    internal sealed record Taken(int Volume, int Medium, long Bytes, bool Whole);

    internal sealed record Found(ImmutableArray<FoundVolume> Volumes);

    internal sealed record FoundVolume(ImmutableArray<FoundPayload> Media, long People, string Descriptor, ImmutableArray<DatasetCount> Datasets)
    {
        internal PackageCounts Counts() => new(Datasets, People, Descriptor);
    }

    internal sealed record FoundPayload(long Bytes, string Payload);
}
