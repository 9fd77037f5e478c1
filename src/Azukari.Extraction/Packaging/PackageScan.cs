using System.Security.Cryptography;
using System.Text;
using Azukari.Extraction.Destinations;

namespace Azukari.Extraction.Packaging;

/// <summary>Reads a package from its first byte to the end of the stream, checks all of it, and hands the rows on if somebody takes them.</summary>
internal sealed class PackageScan(
    Stream plaintext, IReadOnlyList<DatasetShape> shapes, PersonCensus census, int volume, LoadTransaction? load, IProgress<PackageProgress>? progress)
{
    private readonly TarInput _tar = new(plaintext);
    private readonly List<DatasetSummary> _datasets = [];
    private (string Name, ReadOnlyMemory<byte> Content) _member;

    public async Task<PackageCounts> RunAsync(CancellationToken cancellation)
    {
        _member = await _tar.NextAsync(cancellation);
        foreach (var shape in shapes)
            _datasets.Add(await DatasetAsync(shape, cancellation));

        if (_member.Name != PackageLayout.Descriptor)
            throw new PackageException(PackageFault.Member, "a member that does not belong here");
        CheckDescriptor(_member.Content.Span);
        await _tar.EndAsync(cancellation);
        return _datasets.ToCounts(census.PeopleIn(volume), _member.Content.Span);
    }

    private async Task<DatasetSummary> DatasetAsync(DatasetShape shape, CancellationToken cancellation)
    {
        using var rows = new PartRows(shape);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var parts = new List<PartSummary>();
        var total = 0L;
        await (load?.StartAsync(shape, isFirst: volume == 0, cancellation) ?? Task.CompletedTask);
        while (_member.Name == PackageLayout.Part(shape, parts.Count + 1))
        {
            rows.Open(_member.Content.Span, first: parts.Count == 0);
            var count = Take(rows, shape);
            await (load?.FlushAsync(cancellation) ?? Task.CompletedTask);
            digest.AppendData(rows.Csv);
            parts.Add(new PartSummary(_member.Name, count, _member.Content.Length, Convert.ToHexStringLower(SHA256.HashData(_member.Content.Span))));
            total += count;
            progress?.Report(new PackageProgress(shape.Id, total, _tar.Position));
            _member = await _tar.NextAsync(cancellation);
        }

        if (parts.Count == 0)
            throw new PackageException(PackageFault.Member, $"{shape.Id}: expected its first part");
        await (load?.FinishAsync(cancellation) ?? Task.CompletedTask);
        return new DatasetSummary(shape, parts, total, census.PeopleOf(volume, _datasets.Count), Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    private long Take(PartRows rows, DatasetShape shape)
    {
        var count = 0L;
        while (rows.TryRead())
        {
            census.Count(volume, _datasets.Count, rows.Row[shape.PersonKeyIndex]);
            load?.Add(rows.Row);
            count++;
        }

        return count;
    }

    /// <summary>There is one spelling for what was read and the random member it brought: anything else is refused unparsed.</summary>
    private void CheckDescriptor(ReadOnlySpan<byte> found)
    {
        var random = found.Length < Descriptor.RandomAt + Descriptor.RandomLength
            ? throw new PackageException(PackageFault.Descriptor, "too short")
            : Encoding.Latin1.GetString(found.Slice(Descriptor.RandomAt, Descriptor.RandomLength));
        if (!random.All(char.IsAsciiHexDigitLower) || !found.SequenceEqual(Descriptor.Write(random, _datasets, census.PeopleIn(volume))))
            throw new PackageException(PackageFault.Descriptor, "does not describe these parts");
    }
}
