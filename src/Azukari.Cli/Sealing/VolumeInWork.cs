using Azukari.Age;
using Azukari.Domain.Sealing;
using Azukari.Extraction;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Sealing;

/// <summary>One volume while it is sealed: its own one-time content identity, one payload, the media that all take the same bytes, and what is measured as they pass.</summary>
internal sealed class VolumeInWork : IAsyncDisposable
{
    private readonly MediumWriter[] files;
    private readonly Heard[] heard;
    private readonly Stream measured;
    private readonly AgeWriter age;
    private bool isWhole;

    private VolumeInWork(OrderedVolume ordered, MediumWriter[] files, Heard[] heard)
    {
        (Ordered, this.files, this.heard) = (ordered, files, heard);
        measured = Measure.Around(files);
        age = AgeFile.CreateWriter(measured, [Content.Recipient]);
    }

    internal OrderedVolume Ordered { get; }

    internal HybridIdentity Content { get; } = HybridIdentity.Generate();

    internal PayloadMeasure Measure { get; } = new();

    internal Stream Plaintext => age;

    internal static VolumeInWork Begin(OrderedVolume ordered, CancellationToken cancellation)
    {
        var files = new List<MediumWriter>();
        Heard[] heard = [.. ordered.Media.Select(_ => new Heard())];
        try
        {
            foreach (var (medium, progress) in ordered.Media.Zip(heard)) files.Add(MediumWriter.Create(medium.Folder, Papers.PayloadFile, progress, cancellation));
            return new(ordered, [.. files], heard);
        }
        catch
        {
            foreach (var file in files) file.Dispose();
            throw;
        }
    }

    /// <summary>Has somebody hear how many bytes each of the media has taken, and whether that is all of the file.</summary>
    internal void Tell(Action<int, long, bool> listener)
    {
        for (var number = 0; number < heard.Length; number++) heard[number].Listener = (number, listener);
    }

    /// <summary>Ends the payload; only then it is a file on its media.</summary>
    internal async Task CompleteAsync()
    {
        isWhole = true;
        await age.DisposeAsync();
        foreach (var (file, progress) in files.Zip(heard)) progress.Whole(file.Complete());
    }

    /// <summary>One entry of the receipt for each medium: the volume first, then its spares, which are asked the same questions.</summary>
    internal IEnumerable<SealedVolume> Receipts(PackageCounts counts, IReadOnlyList<VolumeCount> data)
    {
        ArrivalChallenge[] challenges = [.. Measure.Challenges()];
        return Ordered.Media.Select(medium => new SealedVolume(medium.Medium, medium.Serial, Measure.Bytes, Measure.Digest(), [.. challenges], counts.People, [.. data]));
    }

    public async ValueTask DisposeAsync()
    {
        if (!isWhole) age.Abort();
        await age.DisposeAsync();
        await measured.DisposeAsync();
        foreach (var file in files) await file.DisposeAsync();
        Measure.Dispose();
        Content.Dispose();
    }

    private sealed class Heard : IProgress<long>
    {
        internal (int Medium, Action<int, long, bool> Told)? Listener { get; set; }

        public void Report(long value) => Listener?.Told(Listener.Value.Medium, value, false);

        internal void Whole(long bytes) => Listener?.Told(Listener.Value.Medium, bytes, true);
    }
}
