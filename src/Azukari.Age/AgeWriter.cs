using System.Diagnostics.CodeAnalysis;

namespace Azukari.Age;

/// <summary>A write-only stream that takes plaintext and writes one age file.</summary>
/// <remarks><para>Disposing ends the payload, and only then is the file whole; before, nothing makes a cut file valid. After
/// <see cref="Abort"/>, or once a write has failed or been cancelled, disposing writes nothing more, and what reached the
/// destination is refused by every reader.</para>
/// <para>A <c>using</c> block that is left by an exception of the caller's own would end the payload too: whoever writes from a
/// source that can fail calls <see cref="Abort"/> in a <c>catch</c>.</para>
/// <para>Up to half a MiB for each thread is held back; <see cref="Flush"/> does not change that. Not safe for two callers at once.</para></remarks>
[SuppressMessage("Naming", "CA1710", Justification = "Named for what it writes, like StreamWriter.")]
public sealed class AgeWriter : Stream
{
    private readonly Stream destination;
    private readonly SealingPipeline pipeline;
    private readonly bool closeDestination;
    private bool sound = true;
    private bool ended;

    internal AgeWriter(Stream destination, byte[] preamble, SecretBytes payloadKey, AgeWriteOptions options)
    {
        this.destination = destination;
        closeDestination = options.CloseDestination;
        pipeline = new SealingPipeline(destination, preamble, payloadKey, options.Threads);
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => !ended && sound;

    /// <summary>Not known to a forward stream.</summary>
    public override long Length => throw new NotSupportedException();

    /// <summary>Not known to a forward stream.</summary>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Gives the file up: disposing will not end its payload. May be called at any time, and twice.</summary>
    public void Abort() => sound = false;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Demand();
        sound = false; // stays so when the next line throws: a file with a hole must never get an end
        pipeline.Write(buffer);
        sound = true;
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Demand();
        sound = false;
        await pipeline.WriteAsync(buffer, cancellationToken);
        sound = true;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Flushes the destination. What is held back stays held back.</summary>
    public override void Flush() => destination.Flush();

    /// <inheritdoc cref="Flush"/>
    public override Task FlushAsync(CancellationToken cancellationToken) => destination.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (ended)
        {
            return;
        }

        ended = true;
        try
        {
            if (sound)
            {
                await pipeline.FinishAsync();
            }
        }
        finally
        {
            pipeline.Dispose();
            if (closeDestination)
            {
                await destination.DisposeAsync();
            }

            await base.DisposeAsync(); // comes back through Dispose, which finds the end written
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing || ended)
        {
            return;
        }

        ended = true;
        try
        {
            if (sound)
            {
                pipeline.Finish();
            }
        }
        finally
        {
            pipeline.Dispose();
            if (closeDestination)
            {
                destination.Dispose();
            }

            base.Dispose(disposing);
        }
    }

    private void Demand()
    {
        ObjectDisposedException.ThrowIf(ended, this);
        if (!sound)
        {
            throw new InvalidOperationException("this age file was given up");
        }
    }
}
