namespace Azukari.Extraction.Packaging;

/// <summary>One volume while it is written: a whole package of its own, with the people whom it got.</summary>
internal sealed class PackageVolume(Stream plaintext, string random) : IDisposable
{
    private readonly List<DatasetSummary> _datasets = [];

    public PartRing Slots { get; } = new();

    public TarOutput Tar { get; } = new(plaintext);

    public void Add(DatasetSummary dataset) => _datasets.Add(dataset);

    /// <summary>The descriptor comes last, because counts and digests are known only now and the source is read once.</summary>
    public async Task<PackageCounts> CloseAsync(long people, CancellationToken cancellation)
    {
        var descriptor = Descriptor.Write(random, _datasets, people);
        await Tar.AddAsync(PackageLayout.Descriptor, descriptor, cancellation);
        await Tar.CloseAsync(cancellation);
        return _datasets.ToCounts(people, descriptor);
    }

    public void Dispose() => Slots.Dispose();
}
