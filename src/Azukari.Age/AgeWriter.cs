namespace Azukari.Age;

/// <summary>Encrypts what is written to it. Disposing finishes the file; <see cref="Abort"/> leaves one that nobody can mistake for whole.</summary>
#pragma warning disable CA1710 // It reads or writes an age file; that it is a Stream, its base says.
public sealed class AgeWriter : Stream
#pragma warning restore CA1710
{
    private const int BatchChunks = 32;
#pragma warning disable CA2213 // The caller's stream: it was open before this file and stays open after it.
    private readonly Stream destination;
#pragma warning restore CA2213
    private readonly PayloadCipher[] ciphers;
    private readonly byte[] plain = GC.AllocateUninitializedArray<byte>(BatchChunks * PayloadCipher.Chunk, pinned: true);
    private readonly byte[] output = new byte[BatchChunks * PayloadCipher.SealedChunk];
    private int held;
    private ulong number;
    private bool ended;

    internal AgeWriter(Stream destination, ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> nonce, int threads)
    {
        this.destination = destination;
        ciphers = new PayloadCipher[threads];
        for (var thread = 0; thread < threads; thread++) ciphers[thread] = new(fileKey, nonce);
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => !ended;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(ended, this);
        while (buffer.Length > 0)
        {
            // A full batch is sealed only when more comes: the last chunk of the file must be known as such.
            if (held == plain.Length) SealBatch(last: false);

            var taken = Math.Min(buffer.Length, plain.Length - held);
            buffer[..taken].CopyTo(plain.AsSpan(held));
            held += taken;
            buffer = buffer[taken..];
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    /// <summary>Nothing: chunks go out when they are full.</summary>
    public override void Flush() { }

    /// <summary>Ends without a final chunk, so that no reader takes the rest for whole.</summary>
    public void Abort()
    {
        ended = true;
        Forget();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !ended)
        {
            ended = true;
            SealBatch(last: true);
            Forget();
        }

        base.Dispose(disposing);
    }

    private void SealBatch(bool last)
    {
        // An empty final chunk is legal only as the whole payload.
        var chunks = Math.Max(1, (held + PayloadCipher.Chunk - 1) / PayloadCipher.Chunk);
        var (length, first) = (held, number);

        Parallel.For(0, ciphers.Length, new() { MaxDegreeOfParallelism = ciphers.Length }, thread =>
        {
            for (var chunk = thread; chunk < chunks; chunk += ciphers.Length)
            {
                var start = chunk * PayloadCipher.Chunk;
                var size = Math.Min(PayloadCipher.Chunk, length - start);
                ciphers[thread].Seal(first + (ulong)chunk, last && chunk == chunks - 1, plain.AsSpan(start, size), output.AsSpan(chunk * PayloadCipher.SealedChunk));
            }
        });

        destination.Write(output, 0, held + chunks * PayloadCipher.Tag);
        number += (ulong)chunks;
        held = 0;
    }

    private void Forget()
    {
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(plain);
        foreach (var cipher in ciphers) cipher.Dispose();
    }
}
