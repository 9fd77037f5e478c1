namespace Azukari.Age;

/// <summary>Decrypts forward. Every byte it gives is authentic; that they were all is known only when it has returned 0.</summary>
#pragma warning disable CA1710 // It reads or writes an age file; that it is a Stream, its base says.
public sealed class AgeReader : Stream
#pragma warning restore CA1710
{
    private const int BatchChunks = 32;
#pragma warning disable CA2213 // The caller's stream: it was open before this file and stays open after it.
    private readonly Stream source;
#pragma warning restore CA2213
    private readonly PayloadCipher[] ciphers;
    private readonly byte[] input = new byte[BatchChunks * PayloadCipher.SealedChunk + 1];
    private readonly byte[] plain = GC.AllocateUninitializedArray<byte>(BatchChunks * PayloadCipher.Chunk, pinned: true);
    private int buffered, start, end;
    private ulong number;
    private bool finished;

    internal AgeReader(Stream source, ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> nonce, int threads)
    {
        this.source = source;
        ciphers = new PayloadCipher[threads];
        for (var thread = 0; thread < threads; thread++) ciphers[thread] = new(fileKey, nonce);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    /// <exception cref="AgeException"><see cref="AgeFault.PayloadFailure"/>: altered, cut or extended.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (start == end && !finished && buffer.Length > 0) OpenBatch();

        var taken = Math.Min(buffer.Length, end - start);
        plain.AsSpan(start, taken).CopyTo(buffer);
        start += taken;
        return taken;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(plain);
            foreach (var cipher in ciphers) cipher.Dispose();
        }

        base.Dispose(disposing);
    }

    private void OpenBatch()
    {
        // One byte more than a batch tells whether its last chunk is the file's: never tried, always known.
        buffered += source.ReadAtLeast(input.AsSpan(buffered), input.Length - buffered, throwOnEndOfStream: false);
        finished = buffered < input.Length;

        var size = finished ? buffered : input.Length - 1;
        var chunks = Math.Max(1, (size + PayloadCipher.SealedChunk - 1) / PayloadCipher.SealedChunk);
        var lastSize = size - (chunks - 1) * PayloadCipher.SealedChunk;

        // A final chunk that is empty says nothing; legal only as the whole payload.
        if (lastSize < PayloadCipher.Tag || (lastSize == PayloadCipher.Tag && (number > 0 || chunks > 1)))
            throw new AgeException(AgeFault.PayloadFailure, "the payload is cut, or ends in an empty chunk");

        OpenChunks(chunks, size);
        (start, end) = (0, size - chunks * PayloadCipher.Tag);
        number += (ulong)chunks;
        if (finished) return;

        input[0] = input[^1];
        buffered = 1;
    }

    private void OpenChunks(int chunks, int size)
    {
        try
        {
            Parallel.For(0, ciphers.Length, new() { MaxDegreeOfParallelism = ciphers.Length }, thread =>
            {
                for (var chunk = thread; chunk < chunks; chunk += ciphers.Length)
                {
                    var from = chunk * PayloadCipher.SealedChunk;
                    var length = Math.Min(PayloadCipher.SealedChunk, size - from);
                    var last = finished && chunk == chunks - 1;
                    ciphers[thread].Open(number + (ulong)chunk, last, input.AsSpan(from, length), plain.AsSpan(chunk * PayloadCipher.Chunk, length - PayloadCipher.Tag));
                }
            });
        }
        catch (AggregateException several) when (several.InnerExceptions.OfType<AgeException>().FirstOrDefault() is { } fault)
        {
            throw new AgeException(fault.Fault, fault.Message, fault);
        }
    }
}
