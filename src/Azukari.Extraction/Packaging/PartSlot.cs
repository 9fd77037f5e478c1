using System.Security.Cryptography;
using Azukari.Extraction.Csv;
using ZstdSharp;

namespace Azukari.Extraction.Packaging;

/// <summary>One part on its way: filled, then compressed on another thread, then written, then used again.</summary>
internal sealed class PartSlot : IDisposable
{
    private const int Level = 3;

    private readonly Compressor _zstd = new(Level);
    private byte[] _compressed = [];
    private Task<int>? _work;

    public CsvText Csv { get; } = new();

    public long Rows { get; set; }

    public bool IsFull(int rows) => Rows >= rows || Csv.Length >= PackageLayout.FullPart;

    public bool IsUnderWay => _work is not null;

    public void Compress() => _work = Task.Run(() =>
    {
        var most = Compressor.GetCompressBound(Csv.Length);
        if (_compressed.Length < most)
            _compressed = new byte[most];
        return _zstd.Wrap(Csv.Span, _compressed);
    });

    public async Task<ReadOnlyMemory<byte>> CompressedAsync()
    {
        // Awaited before the buffer is looked at: the work may put a larger one in its place.
        var length = await _work!;
        return _compressed.AsMemory(0, length);
    }

    public void Reuse()
    {
        (_work, Rows) = (null, 0);
        Csv.Clear();
    }

    /// <summary>Shortens how long rows stay in memory. What the runtime left behind when a buffer grew is out of our reach.</summary>
    public void Dispose()
    {
        _work?.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        Csv.Wipe();
        CryptographicOperations.ZeroMemory(_compressed);
        _zstd.Dispose();
    }
}
