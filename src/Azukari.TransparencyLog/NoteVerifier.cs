using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Geralt;

namespace Azukari.TransparencyLog;

/// <summary>A signature that holds. <paramref name="Time"/> is the POSIX second a cosigner states, null for a signature without time.</summary>
public sealed record VerifiedSignature(NoteVerifier By, long? Time);

/// <summary>A public key with its name and its one use; written as a vkey, <c>name+keyid+base64(type and key)</c>.</summary>
/// <remarks>Two are equal when their vkeys are.</remarks>
public sealed class NoteVerifier : IEquatable<NoteVerifier>
{
    private readonly byte[] publicKey;

    /// <summary>A key of 32 bytes under a key name.</summary>
    public NoteVerifier(string name, NoteAlgorithm algorithm, ReadOnlySpan<byte> publicKey)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(publicKey.Length, Ed25519.PublicKeySize, nameof(publicKey));
        Name = Wire.IsKeyName(name) ? name : throw new ArgumentException("not a key name", nameof(name));
        Algorithm = Enum.IsDefined(algorithm) ? algorithm : throw new ArgumentOutOfRangeException(nameof(algorithm));
        this.publicKey = publicKey.ToArray();
        KeyId = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. TypedKey()]));
    }

    /// <summary>The key name; for a log its origin.</summary>
    public string Name { get; }

    /// <summary>What its signatures mean.</summary>
    public NoteAlgorithm Algorithm { get; }

    /// <summary>SHA-256(name, newline, type, key), its first four bytes.</summary>
    public uint KeyId { get; }

    /// <summary>The 32 bytes of the Ed25519 public key.</summary>
    public ReadOnlyMemory<byte> PublicKey => publicKey;

    /// <summary>Reads a vkey. The key ID must follow from the rest.</summary>
    /// <exception cref="LogException">
    /// <see cref="LogFault.Key"/>, or <see cref="LogFault.UnsupportedKey"/> for a type other than those of <see cref="NoteAlgorithm"/>.
    /// </exception>
    public static NoteVerifier Parse(string vkey)
    {
        string[] parts = vkey.Split('+', 3); // base64 has plus signs too, a name has none
        if (parts.Length != 3 || !Wire.IsKeyName(parts[0]) || !Wire.TryBase64(Encoding.UTF8.GetBytes(parts[2]), out byte[]? key))
        {
            throw new LogException(LogFault.Key, "not a verifier key");
        }

        if (!Enum.IsDefined((NoteAlgorithm)key[0]))
        {
            throw new LogException(LogFault.UnsupportedKey, $"signature type {key[0]} is not one this library checks");
        }

        NoteVerifier? verifier = key.Length == 1 + Ed25519.PublicKeySize ? new(parts[0], (NoteAlgorithm)key[0], key.AsSpan(1)) : null;
        return verifier is not null && string.Equals(verifier.ToString(), vkey, StringComparison.Ordinal)
            ? verifier
            : throw new LogException(LogFault.Key, "a verifier key whose length or key ID is wrong");
    }

    /// <summary>The vkey.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}+{KeyId:x8}+{Convert.ToBase64String(TypedKey())}");

    /// <inheritdoc/>
    public bool Equals(NoteVerifier? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NoteVerifier);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)(KeyId & int.MaxValue);

    /// <summary>Checks a line that carries this key's name and key ID.</summary>
    /// <exception cref="LogException"><see cref="LogFault.Signature"/>.</exception>
    public VerifiedSignature Verify(ReadOnlySpan<byte> text, NoteSignature line)
    {
        ReadOnlySpan<byte> signature = line.Signature.Span;
        long? time = null;
        if (Algorithm == NoteAlgorithm.CosignatureV1)
        {
            time = Cosignature.TrySplit(signature, out long second, out signature) ? second : throw Failed();
        }

        return signature.Length == Ed25519.SignatureSize && Ed25519.Verify(signature, time is { } at ? Cosignature.Message(text, at) : text, publicKey)
            ? new(this, time)
            : throw Failed();
    }

    private byte[] TypedKey() => [(byte)Algorithm, .. publicKey];

    private LogException Failed() => new(LogFault.Signature, $"the signature of {Name} does not hold");
}
