using System.Security.Cryptography;
using Azukari.Age;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Sealing;

/// <summary>A payload while it is read back, block by block behind the one who writes it: plaintext on one side, the digest of what the medium gave on the other.</summary>
internal sealed class PayloadReading : IAsyncDisposable
{
    private readonly FollowingStream file;
    private readonly SHA256 hash = SHA256.Create();
    private readonly CryptoStream hashing;
    private HybridIdentity? identity;
    private Stream plaintext = Stream.Null;

    internal PayloadReading(string medium)
    {
        file = new(Path.Combine(medium, Papers.PayloadFile));
        hashing = new CryptoStream(file, hash, CryptoStreamMode.Read);
    }

    internal void Hear(ReadBack.Taken taken)
    {
        file.Taken(taken.Bytes);
        if (taken.Whole) file.Whole();
    }

    /// <summary>The plaintext, behind the gate of what leaves: one stanza of the expected kind and size.</summary>
    internal async Task<Stream> OpenAsync(ReadOnlyMemory<byte> key, CancellationToken cancellation)
    {
        await DemandOurHeaderAsync(cancellation);
        identity = HybridIdentity.Parse(key.Span);
        return plaintext = await AgeFile.OpenReaderAsync(hashing, [identity], cancellationToken: cancellation);
    }

    /// <summary>Reads what is left and says what all of it was.</summary>
    internal async Task<ReadBack.FoundPayload> EndAsync(CancellationToken cancellation)
    {
        await hashing.CopyToAsync(Stream.Null, cancellation);
        return new(file.Position, Convert.ToHexStringLower(hash.Hash!));
    }

    /// <summary>What is on a medium, without opening it.</summary>
    internal async Task<ReadBack.FoundPayload> DigestAsync(CancellationToken cancellation)
    {
        await DemandOurHeaderAsync(cancellation);
        return await EndAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await plaintext.DisposeAsync();
        await hashing.DisposeAsync();
        await file.DisposeAsync();
        hash.Dispose();
        identity?.Dispose();
    }

    private async Task DemandOurHeaderAsync(CancellationToken cancellation)
    {
        await file.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, cancellation); // Waits for the first block.
        file.Position = 0;
        if (!AgeFile.Inspect(file).HasExactlyOneHybridStanza) throw new AgeException(AgeFault.HeaderFailure, "the payload has another header than ours");
        file.Position = 0;
    }
}
