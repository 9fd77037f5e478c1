using System.Security.Cryptography;
using Azukari.Extraction.Sources;

namespace Azukari.Extraction.Packaging;

/// <summary>Writes the parts of one dataset in order while the next ones are read and compressed.</summary>
internal sealed class DatasetParts(DatasetShape shape, PartRing slots, TarOutput tar, IProgress<PackageProgress>? progress) : IDisposable
{
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<PartSummary> _parts = [];
    private long _rows;

    private PartSlot Current => slots.Current;

    public async Task<DatasetSummary> WriteAsync(RecordReader reader, int dataset, PersonCensus census, PackageLimits limits, CancellationToken cancellation)
    {
        // The header stands in the first part only: the parts one after the other are one ordinary CSV file.
        Current.Csv.Append(shape.Fields);
        do
        {
            while (reader.TryRead())
            {
                if (Current.IsFull(limits.RowsPerPart))
                    await NextAsync(cancellation);
                census.Count(dataset, reader.Row[shape.PersonKeyIndex]);
                Current.Csv.Append(reader.Row);
                Current.Rows++;
            }
        }
        while (await reader.FillAsync(cancellation));

        for (var open = 0; open < slots.Size; open++)
            await NextAsync(cancellation);
        return new DatasetSummary(shape, _parts, _rows, census.PeopleOf(dataset), Convert.ToHexStringLower(_digest.GetHashAndReset()));
    }

    public void Dispose() => _digest.Dispose();

    /// <summary>Sends the current slot to be compressed and takes back the one that is longest under way.</summary>
    private async Task NextAsync(CancellationToken cancellation)
    {
        if (Current.Csv.Length > 0)
            Current.Compress();
        slots.Turn();
        if (!Current.IsUnderWay)
            return;

        var bytes = await Current.CompressedAsync();
        var path = PackageLayout.Part(shape, _parts.Count + 1);
        await tar.AddAsync(path, bytes, cancellation);
        _digest.AppendData(Current.Csv.Span);
        _parts.Add(new PartSummary(path, Current.Rows, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes.Span))));
        _rows += Current.Rows;
        Current.Reuse();
        progress?.Report(new PackageProgress(shape.Id, _rows, tar.Position));
    }
}
