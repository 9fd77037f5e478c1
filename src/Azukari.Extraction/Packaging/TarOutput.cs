namespace Azukari.Extraction.Packaging;

/// <summary>Writes members one after the other to a stream that need not seek.</summary>
internal sealed class TarOutput(Stream output)
{
    private static readonly byte[] Zeros = new byte[64 * 1024];

    public long Position { get; private set; }

    public async Task AddAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await PutAsync(PackageLayout.Header(name, content.Length), cancellation);
        await PutAsync(content, cancellation);
        await PutAsync(Zeros.AsMemory(0, PackageLayout.Fill(content.Length)), cancellation);
    }

    /// <summary>The two closing blocks, and zeros up to the bucket.</summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        var length = PackageLayout.Bucket(Position + (2 * PackageLayout.Block));
        while (Position < length)
            await PutAsync(Zeros.AsMemory(0, (int)Math.Min(Zeros.Length, length - Position)), cancellation);
    }

    private async Task PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await output.WriteAsync(bytes, cancellation);
        Position += bytes.Length;
    }
}
