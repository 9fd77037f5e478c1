using System.Security.Cryptography;
using Azukari.Extraction.Csv;

namespace Azukari.Extraction.Packaging;

/// <summary>Writes the parts of one dataset into one volume, in order, while the next ones are read and compressed.</summary>
internal sealed class DatasetParts : IDisposable
{
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<PartSummary> _parts = [];
    private readonly DatasetShape _shape;
    private readonly PackageVolume _volume;

    public DatasetParts(DatasetShape shape, PackageVolume volume)
    {
        (_shape, _volume) = (shape, volume);

        // The header stands in the first part only: the parts one after the other are one ordinary CSV file.
        Current.Csv.Append(shape.Fields);
    }

    public long Rows { get; private set; }

    private PartSlot Current => _volume.Slots.Current;

    public bool IsFull(int rows) => Current.IsFull(rows);

    public void Add(Row row)
    {
        Current.Csv.Append(row);
        Current.Rows++;
    }

    public async Task<DatasetSummary> FinishAsync(long people, CancellationToken cancellation)
    {
        for (var open = 0; open < _volume.Slots.Size; open++)
            await NextAsync(cancellation);
        return new DatasetSummary(_shape, _parts, Rows, people, Convert.ToHexStringLower(_digest.GetHashAndReset()));
    }

    public void Dispose() => _digest.Dispose();

    /// <summary>Sends the current slot to be compressed and takes back the one that is longest under way.</summary>
    public async Task NextAsync(CancellationToken cancellation)
    {
        if (Current.Csv.Length > 0)
            Current.Compress();
        _volume.Slots.Turn();
        if (!Current.IsUnderWay)
            return;

        var bytes = await Current.CompressedAsync();
        var path = PackageLayout.Part(_shape, _parts.Count + 1);
        await _volume.Tar.AddAsync(path, bytes, cancellation);
        _digest.AppendData(Current.Csv.Span);
        _parts.Add(new PartSummary(path, Current.Rows, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes.Span))));
        Rows += Current.Rows;
        Current.Reuse();
    }
}
