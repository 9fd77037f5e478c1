namespace Azukari.Cli.AgeFiles;

/// <summary>Standard input whose reading can be interrupted. The console's own waits for the next byte whatever the token says, and
/// whoever interrupts would leave a half-written file behind.</summary>
internal sealed class StandardInput : Stream
{
    private readonly Stream console = Console.OpenStandardInput();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    // The read that is left behind goes on into a buffer of its own, which nobody looks at any more.
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var own = new byte[buffer.Length];
        var read = await Task.Run(() => console.Read(own), CancellationToken.None).WaitAsync(cancellationToken);
        own.AsSpan(0, read).CopyTo(buffer.Span);
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(own);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => console.Read(buffer, offset, count);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) console.Dispose();
        base.Dispose(disposing);
    }
}
