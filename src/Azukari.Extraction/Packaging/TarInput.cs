namespace Azukari.Extraction.Packaging;

/// <summary>Reads members one after the other and takes only what <see cref="TarOutput"/> writes.</summary>
internal sealed class TarInput(Stream input)
{
    private readonly byte[] _block = new byte[PackageLayout.Block];
    private byte[] _content = [];

    public long Position { get; private set; }

    /// <summary>Name of the next member, its content in memory until the next call.</summary>
    public async Task<(string Name, ReadOnlyMemory<byte> Content)> NextAsync(CancellationToken cancellation)
    {
        await FillAsync(_block, cancellation);
        if (!_block.AsSpan().ContainsAnyExcept((byte)0))
            throw new PackageException(PackageFault.Member, $"ended before {PackageLayout.Descriptor}");

        var (name, size) = PackageLayout.Read(_block);
        if (!_block.AsSpan().SequenceEqual(PackageLayout.Header(name, size)))
            throw new PackageException(PackageFault.Tar, "header is not in its one spelling");
        if (size > PackageLayout.LargestPart)
            throw new PackageException(PackageFault.Tar, "member is too large");

        if (_content.Length < size)
            _content = new byte[size];
        var content = _content.AsMemory(0, (int)size);
        await FillAsync(content, cancellation);
        await ZerosAsync(_block.AsMemory(0, PackageLayout.Fill(size)), PackageFault.Tar, cancellation);
        return (name, content);
    }

    /// <summary>Everything after the last member: zeros, exactly up to the bucket, and the end of the stream.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        var length = PackageLayout.Bucket(Position + (2 * PackageLayout.Block));
        while (Position < length)
            await ZerosAsync(_block.AsMemory(0, (int)Math.Min(_block.Length, length - Position)), PackageFault.Padding, cancellation);
        if (await input.ReadAsync(_block, cancellation) != 0)
            throw new PackageException(PackageFault.Padding, "goes on after its end");
    }

    private async Task ZerosAsync(Memory<byte> buffer, PackageFault fault, CancellationToken cancellation)
    {
        await FillAsync(buffer, cancellation);
        if (buffer.Span.ContainsAnyExcept((byte)0))
            throw new PackageException(fault, "padding is not zero");
    }

    private async Task FillAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        if (await input.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation) < buffer.Length)
            throw new PackageException(PackageFault.Truncated, "ends in the middle");
        Position += buffer.Length;
    }
}
