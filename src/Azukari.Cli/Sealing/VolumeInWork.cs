using Azukari.Age;
using Azukari.Domain.Sealing;
using Azukari.Extraction;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Sealing;

/// <summary>One volume while it is sealed: its own one-time content identity, one payload, the media that all take the same bytes, and what is measured as they pass.</summary>
internal sealed class VolumeInWork : IAsyncDisposable
{
    private readonly MediumWriter[] files;
    private readonly Stream measured;
    private readonly AgeWriter age;
    private bool isWhole;

    private VolumeInWork(OrderedVolume ordered, MediumWriter[] files)
    {
        (Ordered, this.files) = (ordered, files);
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
        try
        {
            foreach (var medium in ordered.Media) files.Add(MediumWriter.Create(medium.Folder, Papers.PayloadFile, null, cancellation));
            return new(ordered, [.. files]);
        }
        catch
        {
            foreach (var file in files) file.Dispose();
            throw;
        }
    }

    /// <summary>Ends the payload; only then it is a file on its media.</summary>
    internal async Task CompleteAsync()
    {
        isWhole = true;
        await age.DisposeAsync();
        foreach (var file in files) file.Complete();
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
}
