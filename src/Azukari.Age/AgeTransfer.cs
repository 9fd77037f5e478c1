using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Azukari.Age;

/// <summary>Whole files, from one place to another: encrypts or decrypts all of a source on several threads, with progress, and can be
/// cancelled between two runs of chunks.</summary>
/// <remarks>Between files, half a MiB or less is done on the caller's thread. After any exception the destination holds nothing that may be kept. Progress is told in bytes of plaintext, growing, one call
/// at a time, on whatever thread did the work.</remarks>
public static class AgeTransfer
{
    private const int Step = 256 * 1024;

    /// <summary>Encrypts from the source's position to its end.</summary>
    /// <returns>Bytes of plaintext.</returns>
    /// <exception cref="ArgumentException">As for <see cref="AgeFile.CreateWriter"/>.</exception>
    public static async Task<long> EncryptAsync(
        Stream source, Stream destination, IReadOnlyList<AgeRecipient> recipients, AgeWriteOptions? options = null, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        await using var writer = AgeFile.CreateWriter(destination, recipients, options);
        try
        {
            return await CopyAsync(source, writer, progress, cancellationToken);
        }
        catch
        {
            writer.Abort();
            throw;
        }
    }

    /// <summary>Decrypts the file from the source's position to its end, chunk by authenticated chunk.</summary>
    /// <remarks>A forward source shows only at its end that it is whole: until this has returned, what reached the destination may be a part.</remarks>
    /// <returns>Bytes of plaintext.</returns>
    /// <exception cref="AgeException">The file is refused.</exception>
    public static async Task<long> DecryptAsync(
        Stream source, Stream destination, IReadOnlyList<AgeIdentity> identities, AgeReadOptions? options = null, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        await using var reader = await AgeFile.OpenReaderAsync(source, identities, options, cancellationToken);
        var copied = await CopyAsync(reader, destination, progress, cancellationToken);
        await destination.FlushAsync(cancellationToken);
        return copied;
    }

    /// <summary>Encrypts all of an open file into another, empty one. Both handles stay the caller's; both must seek.</summary>
    /// <remarks>The header is written last: whatever stops this leaves nothing that a reader takes for an age file.</remarks>
    /// <returns>Bytes of plaintext.</returns>
    /// <exception cref="ArgumentException">As for <see cref="AgeFile.CreateWriter"/>; or the destination is not empty.</exception>
    /// <exception cref="IOException">Also when the source changes its size while it is read.</exception>
    public static async Task<long> EncryptAsync(
        SafeFileHandle source, SafeFileHandle destination, IReadOnlyList<AgeRecipient> recipients, AgeWriteOptions? options = null, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        DemandEmpty(destination);
        using var file = NewFile.For(recipients);
        var size = RandomAccess.GetLength(source);
        await OrEmptyAsync(destination, async () =>
        {
            await new FilePipeline(source, destination, file.PayloadKey, progress).SealAsync(size, file.Preamble.Length, ThreadsOf(options?.Threads), cancellationToken);
            if (RandomAccess.GetLength(source) != size)
            {
                throw new IOException("the source changed its size while it was read");
            }

            RandomAccess.Write(destination, file.Preamble, 0);
        });
        return size;
    }

    /// <summary>Decrypts the age file that is all of an open file into another, empty one. Both handles stay the caller's; both must seek.</summary>
    /// <remarks>The end is authenticated before anything is written, and only authenticated chunks are, in no particular order.
    /// Whatever stops this empties the destination again.</remarks>
    /// <returns>Bytes of plaintext.</returns>
    /// <exception cref="ArgumentException">The destination is not empty.</exception>
    /// <exception cref="AgeException">The file is refused.</exception>
    public static async Task<long> DecryptAsync(
        SafeFileHandle source, SafeFileHandle destination, IReadOnlyList<AgeIdentity> identities, AgeReadOptions? options = null, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        DemandEmpty(destination);
        var front = FileFront.Of(new PositionedSource.OfFile(source));
        using var payloadKey = front.PayloadKey(identities);
        var size = PayloadSizes.Plaintext(RandomAccess.GetLength(source) - front.PayloadStart) ?? throw PayloadSizes.Broken("no payload has this size");
        await OrEmptyAsync(destination, () =>
            new FilePipeline(source, destination, payloadKey, progress).OpenAsync(size, front.PayloadStart, ThreadsOf(options?.Threads), cancellationToken));
        return size;
    }

    private static int ThreadsOf(int? asked) => asked ?? Limits.DefaultThreads;

    private static void DemandEmpty(SafeFileHandle destination)
    {
        if (RandomAccess.GetLength(destination) != 0)
        {
            throw new ArgumentException("the destination is not empty", nameof(destination));
        }
    }

    private static async Task OrEmptyAsync(SafeFileHandle destination, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch
        {
            RandomAccess.SetLength(destination, 0);
            throw;
        }
    }

    private static async Task<long> CopyAsync(Stream source, Stream destination, IProgress<long>? progress, CancellationToken cancellation)
    {
        var buffer = GC.AllocateUninitializedArray<byte>(Step, pinned: true);
        try
        {
            var total = 0L;
            for (int read; (read = await source.ReadAsync(buffer, cancellation)) > 0; progress?.Report(total))
            {
                await destination.WriteAsync(buffer.AsMemory(0, read), cancellation);
                total += read;
            }

            return total;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }
}
