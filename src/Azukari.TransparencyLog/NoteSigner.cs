using System.Security.Cryptography;
using Geralt;

namespace Azukari.TransparencyLog;

/// <summary>A secret Ed25519 key with its name and its one use. Kept in memory the collector never moves, and overwritten when disposed.</summary>
/// <remarks>One seed serves one name and one use: the signed messages do not say whose they are. Not safe to dispose while another thread signs.</remarks>
public sealed class NoteSigner : IDisposable
{
    /// <summary>The length of the seed in bytes: all there is to a key.</summary>
    public const int SeedSize = Ed25519.SeedSize;

    private readonly byte[] secret = GC.AllocateUninitializedArray<byte>(Ed25519.PrivateKeySize, pinned: true);
    private bool disposed;

    /// <summary>The key that follows from a seed of 32 bytes. The caller wipes its copy of the seed.</summary>
    public NoteSigner(string name, NoteAlgorithm algorithm, ReadOnlySpan<byte> seed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(seed.Length, SeedSize, nameof(seed));
        Span<byte> publicKey = stackalloc byte[Ed25519.PublicKeySize];
        Ed25519.GenerateKeyPair(publicKey, secret, seed);
        Verifier = new(name, algorithm, publicKey);
    }

    /// <summary>The public half.</summary>
    public NoteVerifier Verifier { get; }

    /// <summary>A new key from the system's random source.</summary>
    public static NoteSigner Generate(string name, NoteAlgorithm algorithm)
    {
        Span<byte> seed = stackalloc byte[SeedSize];
        RandomNumberGenerator.Fill(seed);
        try
        {
            return new(name, algorithm, seed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>Writes the 32-byte seed, for the key file of whoever made this key. The caller wipes the destination.</summary>
    public void CopySeedTo(Span<byte> destination)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        Ed25519.GetSeed(destination[..SeedSize], secret);
    }

    /// <summary>Signs a text that ends in a newline. Only for keys of type <see cref="NoteAlgorithm.Ed25519"/>: a witness never signs without a time.</summary>
    public NoteSignature Sign(ReadOnlySpan<byte> text)
    {
        Require(NoteAlgorithm.Ed25519);
        return new(Verifier.Name, Verifier.KeyId, SignBytes(text));
    }

    /// <summary>Cosigns a checkpoint's text at a POSIX second. Only for keys of type <see cref="NoteAlgorithm.CosignatureV1"/>.</summary>
    /// <remarks>The caller has made sure of consistency and has stored the new size durably: see <see cref="WitnessState"/>.</remarks>
    public NoteSignature Cosign(ReadOnlySpan<byte> text, long time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        Require(NoteAlgorithm.CosignatureV1);
        return new(Verifier.Name, Verifier.KeyId, Cosignature.Join(time, SignBytes(Cosignature.Message(text, time))));
    }

    /// <summary>Overwrites the key. Signing afterwards throws.</summary>
    public void Dispose()
    {
        disposed = true;
        CryptographicOperations.ZeroMemory(secret);
    }

    private byte[] SignBytes(ReadOnlySpan<byte> message)
    {
        byte[] signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(signature, message, secret);
        return signature;
    }

    private void Require(NoteAlgorithm algorithm)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (Verifier.Algorithm != algorithm)
        {
            throw new InvalidOperationException($"{Verifier.Name} is a key for {Verifier.Algorithm}, not for {algorithm}");
        }
    }
}
