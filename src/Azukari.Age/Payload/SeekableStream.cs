using System.Security.Cryptography;

namespace Azukari.Age;

// Random access to a payload whose end has been authenticated as its end, so that the length it tells is the true one.
internal sealed class SeekableStream : ReadOnlyStream
{
    private readonly PositionedSource source;
    private readonly SecretBytes payloadKey;
    private readonly ChunkCipher cipher;
    private readonly long payloadStart;
    private readonly long length;
    private readonly byte[] chunk = GC.AllocateUninitializedArray<byte>(ChunkCipher.SealedSize, pinned: true);
    private long held = -1;
    private bool ended;

    private SeekableStream(PositionedSource source, long payloadStart, SecretBytes payloadKey)
    {
        this.source = source;
        this.payloadKey = payloadKey;
        this.payloadStart = payloadStart;
        cipher = new ChunkCipher(payloadKey.Span);
        length = PayloadSizes.Plaintext(source.Length - payloadStart) ?? throw PayloadSizes.Broken("no payload has this size");
        Hold(PayloadSizes.Chunks(length) - 1);
    }

    // Refusing at once is the rule, so whoever constructs one can be left without it: nothing secret may stay behind.
    public static SeekableStream Open(PositionedSource source, long payloadStart, SecretBytes payloadKey)
    {
        try
        {
            return new SeekableStream(source, payloadStart, payloadKey);
        }
        catch
        {
            payloadKey.Dispose();
            throw;
        }
    }

    public override bool CanSeek => true;

    public override long Length => length;

    public override long Position { get; set => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value)); }

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(ended, this);
        var total = 0;
        while (!buffer.IsEmpty && Position < length)
        {
            var (number, offset) = Math.DivRem(Position, ChunkCipher.PlainSize);
            Hold(number);
            var part = chunk.AsSpan((int)offset, (int)Math.Min(buffer.Length, PlainSizeOf(number) - offset));
            part.CopyTo(buffer);
            buffer = buffer[part.Length..];
            Position += part.Length;
            total += part.Length;
        }

        return total;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        SeekOrigin.End => length + offset,
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    protected override void Dispose(bool disposing)
    {
        if (disposing && !ended)
        {
            ended = true;
            CryptographicOperations.ZeroMemory(chunk);
            cipher.Dispose();
            payloadKey.Dispose();
            source.Close();
        }

        base.Dispose(disposing);
    }

    private int PlainSizeOf(long number) => (int)Math.Min(ChunkCipher.PlainSize, length - (number * ChunkCipher.PlainSize));

    private void Hold(long number)
    {
        if (held == number)
        {
            return;
        }

        held = -1;
        var plaintext = PlainSizeOf(number);
        var sealedChunk = chunk.AsSpan(0, plaintext + Aead.TagSize);
        var read = source.ReadFully(payloadStart + (number * ChunkCipher.SealedSize), sealedChunk);
        var last = number == PayloadSizes.Chunks(length) - 1;
        if (read != sealedChunk.Length || !cipher.TryOpen(number, last, sealedChunk, sealedChunk[..plaintext]))
        {
            throw PayloadSizes.Broken(last ? "its end is not its end" : "a chunk is altered");
        }

        held = number;
    }
}
