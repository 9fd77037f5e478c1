using System.Security.Cryptography;
using System.Text;
using Geralt;

namespace Azukari.Age;

/// <summary>The post-quantum recipient of age 1.3: ML-KEM-768 with X25519 (X-Wing), 1,216 bytes, written <c>age1pq1…</c>.</summary>
public sealed class HybridRecipient
{
    /// <summary>The size of the raw recipient, in bytes.</summary>
    public const int Size = 1216;

    private const string Prefix = "age1pq";
    private readonly byte[] raw;

    /// <summary>Takes the raw 1,216 bytes.</summary>
    /// <exception cref="AgeException"><see cref="AgeFault.HeaderFailure"/>: another size.</exception>
    public HybridRecipient(ReadOnlySpan<byte> raw) =>
        this.raw = raw.Length == Size ? raw.ToArray() : throw new AgeException(AgeFault.HeaderFailure, $"a hybrid recipient has {Size} bytes");

    /// <summary>The raw bytes.</summary>
    public ReadOnlyMemory<byte> Raw => raw;

    /// <summary>Reads the written form.</summary>
    /// <exception cref="AgeException"><see cref="AgeFault.HeaderFailure"/>: not such a recipient.</exception>
    public static HybridRecipient Parse(ReadOnlySpan<byte> text) =>
        new(Bech32.Decode(Prefix, text) ?? throw new AgeException(AgeFault.HeaderFailure, "not an age1pq recipient"));

    /// <summary>The written form.</summary>
    public override string ToString() => Encoding.ASCII.GetString(Bech32.Encode(Prefix, raw));
}

/// <summary>The private half: a 32-byte seed in pinned memory, zeroed when disposed; never in a string.</summary>
public sealed class HybridIdentity : IDisposable
{
    private const string Prefix = "AGE-SECRET-KEY-PQ-";
    private readonly byte[] seed = GC.AllocateUninitializedArray<byte>(XWing.SeedSize, pinned: true);

    private HybridIdentity(ReadOnlySpan<byte> seed)
    {
        seed.CopyTo(this.seed);
        Span<byte> publicKey = stackalloc byte[XWing.PublicKeySize], privateKey = stackalloc byte[XWing.PrivateKeySize];
        XWing.GenerateKeyPair(publicKey, privateKey, this.seed);
        CryptographicOperations.ZeroMemory(privateKey);
        Recipient = new(publicKey);
    }

    /// <summary>The public half.</summary>
    public HybridRecipient Recipient { get; }

    /// <summary>A fresh identity.</summary>
    public static HybridIdentity Generate()
    {
        Span<byte> seed = stackalloc byte[XWing.SeedSize];
        RandomNumberGenerator.Fill(seed);
        try
        {
            return new(seed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>Reads <c>AGE-SECRET-KEY-PQ-1…</c>; the caller zeroes the text.</summary>
    /// <exception cref="AgeException"><see cref="AgeFault.HeaderFailure"/>: not such an identity.</exception>
    public static HybridIdentity Parse(ReadOnlySpan<byte> text)
    {
        var seed = Bech32.Decode(Prefix, text);
        try
        {
            return seed is { Length: XWing.SeedSize } ? new(seed) : throw new AgeException(AgeFault.HeaderFailure, "not an AGE-SECRET-KEY-PQ identity");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>The written form as bytes; the caller zeroes them.</summary>
    public byte[] EncodeUtf8() => Bech32.Encode(Prefix, seed);

    /// <inheritdoc/>
    public void Dispose() => CryptographicOperations.ZeroMemory(seed);

    internal ReadOnlySpan<byte> Seed => seed;
}
