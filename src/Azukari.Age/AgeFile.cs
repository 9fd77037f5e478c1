using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace Azukari.Age;

/// <summary>Writes and reads age v1 files (C2SP age specification), binary form. Integrity is proven, origin is not: anybody who
/// knows a recipient can write to it.</summary>
/// <remarks>Readers refuse bytes with <see cref="AgeException"/> and nothing else; I/O errors pass through. Headers above 64 KiB,
/// 128 stanzas or 32 arguments are refused.</remarks>
[SuppressMessage("Reliability", "CA2000", Justification = "Keys and pipelines live as long as the stream that is returned, which ends them.")]
public static class AgeFile
{
    /// <summary>Begins a file for all of the recipients. Nothing is written before the first half MiB, or the end.</summary>
    /// <exception cref="ArgumentException">No recipient, post-quantum mixed with classic ones, or too many for one header.</exception>
    public static AgeWriter CreateWriter(Stream destination, IReadOnlyList<AgeRecipient> recipients, AgeWriteOptions? options = null)
    {
        var file = NewFile.For(recipients);
        return new AgeWriter(destination, file.Preamble, file.PayloadKey, options ?? new AgeWriteOptions());
    }

    /// <summary>Reads a file forward from the source's position to the source's end, which must be the file's.</summary>
    /// <remarks>Only authenticated chunks come out. That the file is whole is known when a read has returned zero, and not before:
    /// on <see cref="AgeFault.PayloadFailure"/> discard what was read.</remarks>
    /// <exception cref="AgeException">From here on for the header, from reading for the payload.</exception>
    public static Stream OpenReader(Stream source, IReadOnlyList<AgeIdentity> identities, AgeReadOptions? options = null)
    {
        var front = new HeaderSource(source);
        return Reader(source, front, front.Read(), identities, options ?? new AgeReadOptions());
    }

    /// <inheritdoc cref="OpenReader"/>
    public static async ValueTask<Stream> OpenReaderAsync(
        Stream source, IReadOnlyList<AgeIdentity> identities, AgeReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        var front = new HeaderSource(source);
        return Reader(source, front, await front.ReadAsync(cancellationToken), identities, options ?? new AgeReadOptions());
    }

    /// <summary>Opens the file that is the whole of a seekable stream. Its end is authenticated first, so the length is the true one.</summary>
    /// <remarks>Each chunk is authenticated when it is touched, on the caller's thread. The source's position is ours while the reader lives.</remarks>
    /// <exception cref="AgeException">From here on for header and end, from reading for any other chunk.</exception>
    public static Stream OpenSeekable(Stream source, IReadOnlyList<AgeIdentity> identities, AgeReadOptions? options = null) =>
        source.CanSeek
            ? Seekable(new PositionedSource.OfStream(source, options?.CloseSource ?? false), identities)
            : throw new ArgumentException("the source cannot seek", nameof(source));

    /// <summary>The same over an open file, whose handle stays the caller's and whose position does not matter.</summary>
    /// <exception cref="AgeException">From here on for header and end, from reading for any other chunk.</exception>
    public static Stream OpenSeekable(SafeFileHandle source, IReadOnlyList<AgeIdentity> identities) =>
        Seekable(new PositionedSource.OfFile(source), identities);

    /// <summary>One age file in memory: for keys and envelopes, up to some hundred MiB. The caller zeroes the plaintext it holds.</summary>
    /// <exception cref="ArgumentException">As for <see cref="CreateWriter"/>.</exception>
    public static byte[] Encrypt(ReadOnlySpan<byte> plaintext, IReadOnlyList<AgeRecipient> recipients)
    {
        using var file = NewFile.For(recipients);
        return file.Whole(plaintext);
    }

    /// <summary>One age file that a passphrase opens, for an identity file on a person's own disk. Slow on purpose.</summary>
    /// <param name="workFactor">The binary logarithm of scrypt's cost, 1 to 22; 18 takes about a second and 256 MiB.</param>
    public static byte[] EncryptWithPassphrase(ReadOnlySpan<byte> plaintext, ReadOnlyMemory<byte> passphrase, int workFactor = 18)
    {
        using var file = NewFile.For(fileKey => HeaderWriter.Write([PassphraseIdentity.Wrap(passphrase.Span, workFactor, fileKey)], fileKey));
        return file.Whole(plaintext);
    }

    /// <summary>The plaintext of one age file, all of it authenticated, in a new pinned array that the caller zeroes after use.</summary>
    /// <exception cref="AgeException">The file is refused; no plaintext comes out.</exception>
    public static byte[] Decrypt(ReadOnlySpan<byte> file, IReadOnlyList<AgeIdentity> identities)
    {
        var front = FileFront.Of(file);
        using var payloadKey = front.PayloadKey(identities);
        return WholePayload.Open(file[front.PayloadStart..], payloadKey);
    }

    /// <summary>The same as a file into memory of the caller's, on several threads and without a copy on the way: as fast as the cipher.</summary>
    /// <param name="destination">At least <see cref="SizeOf"/> bytes, none of them the plaintext's.</param>
    /// <returns>How many bytes the file has.</returns>
    /// <exception cref="ArgumentException">As for <see cref="CreateWriter"/>; or the destination is too small, or the plaintext's own.</exception>
    public static int Encrypt(ReadOnlyMemory<byte> plaintext, IReadOnlyList<AgeRecipient> recipients, Memory<byte> destination, AgeWriteOptions? options = null)
    {
        DemandRoom(plaintext.Span, destination.Span, SizeOf(plaintext.Length, recipients));
        using var file = NewFile.For(recipients);
        return file.Whole(plaintext, destination, options?.Threads ?? Limits.DefaultThreads);
    }

    /// <summary>The plaintext of one age file into memory of the caller's, on several threads and without a copy on the way.</summary>
    /// <param name="destination">At least as many bytes as the plaintext has, which <see cref="AgeInspection.PlaintextSize"/> tells, none of them the file's.</param>
    /// <returns>How many bytes the plaintext has.</returns>
    /// <exception cref="AgeException">The file is refused; the destination holds none of its plaintext.</exception>
    /// <exception cref="ArgumentException">The destination is too small, or the file's own.</exception>
    public static int Decrypt(ReadOnlyMemory<byte> file, IReadOnlyList<AgeIdentity> identities, Memory<byte> destination, AgeReadOptions? options = null)
    {
        var front = FileFront.Of(file.Span);
        var payload = file[front.PayloadStart..];
        using var payloadKey = front.PayloadKey(identities);
        var size = WholePayload.PlainSizeOf(payload.Length);
        DemandRoom(file.Span, destination.Span, size);
        WholePayload.Open(payload, destination[..size], payloadKey, options?.Threads ?? Limits.DefaultThreads);
        return size;
    }

    /// <summary>Describes the file at the source's position without any key, reading its header and at most as much again.</summary>
    /// <remarks>On a seekable source the file is taken to reach to its end, and the position is put back.</remarks>
    /// <exception cref="AgeException">The header is refused.</exception>
    public static AgeInspection Inspect(Stream source)
    {
        var start = source.CanSeek ? source.Position : 0;
        var header = new HeaderSource(source).Read();
        if (!source.CanSeek)
        {
            return AgeInspection.Of(header, null);
        }

        source.Position = start;
        return AgeInspection.Of(header, source.Length - start - header.Raw.Length - HeaderBlock.NonceSize);
    }

    /// <summary>Describes the age file that is all of an open file, without any key. The handle stays the caller's.</summary>
    /// <exception cref="AgeException">The header is refused.</exception>
    public static AgeInspection Inspect(SafeFileHandle source)
    {
        var front = FileFront.Of(new PositionedSource.OfFile(source));
        return AgeInspection.Of(front.Header, RandomAccess.GetLength(source) - front.PayloadStart);
    }

    /// <summary>The exact size, in bytes, of the file that so many bytes of plaintext become.</summary>
    public static long SizeOf(long plaintext, IReadOnlyList<AgeRecipient> recipients) =>
        HeaderWriter.FrameSize + recipients.Sum(recipient => (long)recipient.StanzaSize) + HeaderBlock.NonceSize + PayloadSizes.Sealed(plaintext);

    private static void DemandRoom(ReadOnlySpan<byte> source, Span<byte> destination, long size)
    {
        if (destination.Length < size)
        {
            throw new ArgumentException($"the destination has {destination.Length} bytes, and {size} are needed", nameof(destination));
        }

        if (source.Overlaps(destination))
        {
            throw new ArgumentException("source and destination share memory", nameof(destination));
        }
    }

    private static OpeningStream Reader(
        Stream source, HeaderSource front, HeaderBlock header, IReadOnlyList<AgeIdentity> identities, AgeReadOptions options)
    {
        var payloadKey = FileKeys.PayloadKey(header, front.Nonce, identities);
        return new OpeningStream(source, new OpeningPipeline(source, front.Surplus, payloadKey, options.Threads), options.CloseSource);
    }

    private static SeekableStream Seekable(PositionedSource source, IReadOnlyList<AgeIdentity> identities)
    {
        var front = FileFront.Of(source);
        return SeekableStream.Open(source, front.PayloadStart, front.PayloadKey(identities));
    }
}
