using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Azukari.Age;

/// <summary>Writes and reads age v1 files (C2SP age specification), binary form. Integrity is proven, origin is not: anybody who
/// knows a recipient can write to it.</summary>
/// <remarks>Readers refuse with <see cref="AgeException"/> and nothing else; I/O errors pass through. Headers above 64 KiB, 128
/// stanzas or 32 arguments are refused.</remarks>
public static partial class AgeFile
{
    private const int PreambleExtra = HeaderBlock.NonceSize;

    /// <summary>Begins a file for all of the recipients. Nothing is written before the first half MiB, or the end.</summary>
    /// <exception cref="ArgumentException">No recipient, post-quantum mixed with classic ones, or too many for one header.</exception>
    public static AgeWriter CreateWriter(Stream destination, IReadOnlyList<AgeRecipient> recipients, AgeWriteOptions? options = null)
    {
        var (preamble, payloadKey) = Begin(recipients);
        return new AgeWriter(destination, preamble, payloadKey, options ?? new AgeWriteOptions());
    }

    /// <summary>Reads a file forward from the source's position to the source's end, which must be the file's.</summary>
    /// <remarks>Only authenticated chunks come out. That the file is whole is known when a read has returned zero, and not before:
    /// on <see cref="AgeFault.PayloadFailure"/> discard what was read.</remarks>
    /// <exception cref="AgeException">From here on for the header, from reading for the payload.</exception>
    public static Stream OpenReader(Stream source, IReadOnlyList<AgeIdentity> identities, AgeReadOptions? options = null)
    {
        var front = new HeaderSource(source);
        return Reader(source, front, front.Read(), identities, options);
    }

    /// <inheritdoc cref="OpenReader"/>
    public static async ValueTask<Stream> OpenReaderAsync(
        Stream source, IReadOnlyList<AgeIdentity> identities, AgeReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        var front = new HeaderSource(source);
        return Reader(source, front, await front.ReadAsync(cancellationToken), identities, options);
    }

    /// <summary>Opens the file that is the whole of a seekable stream. Its end is authenticated first, so the length is the true one.</summary>
    /// <remarks>Each chunk is authenticated when it is touched. The stream's position is ours while the reader lives.</remarks>
    /// <exception cref="AgeException">From here on for header and end, from reading for any other chunk.</exception>
    public static Stream OpenSeekable(Stream source, IReadOnlyList<AgeIdentity> identities, AgeReadOptions? options = null) =>
        source.CanSeek
            ? Seekable(new PositionedSource.OfStream(source, options?.CloseSource ?? false), identities)
            : throw new ArgumentException("the source cannot seek", nameof(source));

    /// <inheritdoc cref="OpenSeekable(Stream, IReadOnlyList{AgeIdentity}, AgeReadOptions)"/>
    public static Stream OpenSeekable(SafeFileHandle source, IReadOnlyList<AgeIdentity> identities) =>
        Seekable(new PositionedSource.OfFile(source), identities);

    private static (byte[] Preamble, SecretBytes PayloadKey) Begin(IReadOnlyList<AgeRecipient> recipients)
    {
        Span<byte> fileKey = stackalloc byte[HeaderBlock.FileKeySize];
        try
        {
            RandomNumberGenerator.Fill(fileKey);
            var header = FileKeys.WriteHeader(recipients, fileKey);
            var preamble = new byte[header.Length + PreambleExtra];
            header.CopyTo(preamble, 0);
            RandomNumberGenerator.Fill(preamble.AsSpan(header.Length));
            return (preamble, FileKeys.PayloadKey(fileKey, preamble.AsSpan(header.Length)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(fileKey);
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "Key and pipeline live as long as the stream that is returned, which ends them.")]
    private static OpeningStream Reader(
        Stream source, HeaderSource front, HeaderBlock header, IReadOnlyList<AgeIdentity> identities, AgeReadOptions? options)
    {
        options ??= new AgeReadOptions();
        var payloadKey = FileKeys.PayloadKey(header, front.Nonce, identities);
        return new OpeningStream(source, new OpeningPipeline(source, front.Surplus, payloadKey, options.Threads), options.CloseSource);
    }

    private static SeekableStream Seekable(PositionedSource source, IReadOnlyList<AgeIdentity> identities)
    {
        var front = new byte[HeaderParser.MaxSize + HeaderBlock.NonceSize];
        var filled = source.ReadFully(0, front);
        var size = HeaderParser.FindEnd(front.AsSpan(0, filled));
        if (size is not { } end || end + HeaderBlock.NonceSize > filled)
        {
            throw HeaderParser.Broken("the file ends before its payload begins");
        }

        var header = HeaderParser.Parse(front[..end]);
        var payloadStart = end + HeaderBlock.NonceSize;
        return new SeekableStream(source, payloadStart, FileKeys.PayloadKey(header, front.AsSpan(end, HeaderBlock.NonceSize), identities));
    }
}
