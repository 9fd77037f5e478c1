using System.Security.Cryptography;
using Azukari.Age;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Sealing;

/// <summary>A payload while it is read back: plaintext on one side, the digest of what the medium gave on the other.</summary>
internal sealed class PayloadReading : IAsyncDisposable
{
    private readonly UncachedStream file;
    private readonly SHA256 hash = SHA256.Create();
    private readonly CryptoStream hashing;

    private PayloadReading(UncachedStream file, HybridIdentity identity)
    {
        (this.file, Identity) = (file, identity);
        hashing = new CryptoStream(file, hash, CryptoStreamMode.Read);
    }

    internal Stream Plaintext { get; private set; } = Stream.Null;

    private HybridIdentity Identity { get; }

    internal static async Task<PayloadReading> BeginAsync(string medium, ReadOnlyMemory<byte> identity, CancellationToken cancellation)
    {
        var reading = new PayloadReading(Open(medium), HybridIdentity.Parse(identity.Span));
        try
        {
            reading.Plaintext = await AgeFile.OpenReaderAsync(reading.hashing, [reading.Identity], cancellationToken: cancellation);
            return reading;
        }
        catch
        {
            await reading.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads what is left and says what all of it was.</summary>
    internal async Task<ReadBack.FoundPayload> EndAsync(CancellationToken cancellation)
    {
        await hashing.CopyToAsync(Stream.Null, cancellation);
        return new(file.Length, Convert.ToHexStringLower(hash.Hash!));
    }

    /// <summary>What is on a medium, without opening it.</summary>
    internal static async Task<ReadBack.FoundPayload> DigestAsync(string medium, CancellationToken cancellation)
    {
        await using var file = Open(medium);
        return new(file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation)));
    }

    public async ValueTask DisposeAsync()
    {
        await Plaintext.DisposeAsync();
        await hashing.DisposeAsync();
        await file.DisposeAsync();
        hash.Dispose();
        Identity.Dispose();
    }

    /// <summary>The gate of what leaves: one stanza of the expected kind and size.</summary>
    private static UncachedStream Open(string medium)
    {
        var file = MediumReader.OpenUncached(Path.Combine(medium, Papers.PayloadFile));
        if (AgeFile.Inspect(file).HasExactlyOneHybridStanza)
        {
            file.Position = 0;
            return file;
        }

        file.Dispose();
        throw new AgeException(AgeFault.HeaderFailure, "the payload has another header than ours");
    }
}
