using System.Security.Cryptography;
using Azukari.Extraction.Csv;
using ZstdSharp;

namespace Azukari.Extraction.Packaging;

/// <summary>The rows of one part after the other: unpacked, in their one spelling, each with a person.</summary>
internal sealed class PartRows : IDisposable
{
    private readonly DatasetShape _shape;
    private readonly Decompressor _zstd = new();
    private readonly CsvParser _parser;
    private readonly CsvText _respelled = new();
    private byte[] _csv = [];
    private int _length;
    private int _at;

    public PartRows(DatasetShape shape)
    {
        (_shape, Row) = (shape, new Row(shape.Fields.Length));
        _parser = new CsvParser([.. Enumerable.Range(0, shape.Fields.Length)], Row);
    }

    public Row Row { get; }

    public ReadOnlySpan<byte> Csv => _csv.AsSpan(0, _length);

    /// <summary>Unpacks a part; the first one begins with the header.</summary>
    public void Open(ReadOnlySpan<byte> compressed, bool first)
    {
        Unpack(compressed);
        _at = 0;
        if (!first)
            return;

        _respelled.Clear();
        _respelled.Append(_shape.Fields);
        if (!Csv.StartsWith(_respelled.Span))
            throw Refused("header is not the permitted fields");
        _at = _respelled.Length;
    }

    public bool TryRead()
    {
        var rest = Csv[_at..];
        if (rest.IsEmpty)
            return false;
        if (_parser.Next(rest, final: true, out var length) != CsvStep.Record)
            throw Refused($"{_parser.Fault}");

        _respelled.Clear();
        _respelled.Append(Row);
        if (!_respelled.Span.SequenceEqual(rest[..length]))
            throw Refused("row is not in its one spelling");
        if (Row[_shape.PersonKeyIndex].IsEmpty)
            throw Refused("row without person key");
        _at += length;
        return true;
    }

    public void Dispose()
    {
        _respelled.Wipe();
        CryptographicOperations.ZeroMemory(_csv);
        _zstd.Dispose();
    }

    private void Unpack(ReadOnlySpan<byte> compressed)
    {
        try
        {
            // The size a frame claims is not believed beyond what a writer can have made.
            var size = Decompressor.GetDecompressedSize(compressed);
            if (size > PackageLayout.LargestPart)
                throw new PackageException(PackageFault.Compression, "part is too large");
            if (_csv.Length < (int)size)
                _csv = new byte[size];
            _length = _zstd.Unwrap(compressed, _csv);
        }
        catch (ZstdException)
        {
            throw new PackageException(PackageFault.Compression, "part is not zstd");
        }
    }

    private PackageException Refused(string what) => new(PackageFault.Rows, $"{_shape.Id}: {what}");
}
