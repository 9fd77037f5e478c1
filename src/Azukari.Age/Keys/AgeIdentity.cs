using System.Diagnostics.CodeAnalysis;

namespace Azukari.Age;

/// <summary>A secret that opens age files.</summary>
/// <remarks>The kinds are closed: <see cref="HybridIdentity"/>, <see cref="X25519Identity"/>, <see cref="PassphraseIdentity"/>.
/// The secret lies in pinned memory and is zeroed by <see cref="Dispose"/>, after which the identity opens nothing.
/// It never passes through a string. Not a value: two identities are never equal. Safe for several readers at once.</remarks>
[SuppressMessage("Design", "CA1063", Justification = "Closed to this assembly and without a finalizer: there is nothing to override.")]
[SuppressMessage("Usage", "CA1816", Justification = "The base zeroes in Dispose and has no finaliser to suppress.")]
public abstract class AgeIdentity : IDisposable
{
    private protected AgeIdentity(SecretBytes secret) => Secret = secret;

    private protected SecretBytes Secret { get; }

    /// <summary>Reads the one spelling of either kind of key identity.</summary>
    /// <exception cref="FormatException">It is neither. The message repeats nothing of it.</exception>
    public static AgeIdentity Parse(ReadOnlySpan<byte> bech32) =>
        Bech32.IsOf(HybridIdentity.Prefix, bech32) ? HybridIdentity.Parse(bech32) : X25519Identity.Parse(bech32);

    /// <summary>Zeroes the secret. May be called twice.</summary>
    public void Dispose() => Secret.Dispose();

    // False: not for us. A stanza of our type that breaks the rules of its type is a HeaderFailure, never a mere mismatch.
    internal abstract bool TryUnwrap(Stanza stanza, Span<byte> fileKey);

    private protected int Write(ReadOnlySpan<byte> prefix, Span<byte> destination)
    {
        var length = Bech32.EncodedLength(prefix.Length, Secret.Span.Length);
        Bech32.Encode(prefix, Secret.Span, destination[..length]);
        return length;
    }

    private protected static SecretBytes Read(ReadOnlySpan<byte> bech32, ReadOnlySpan<byte> prefix, int size)
    {
        var secret = new SecretBytes(size);
        if (Bech32.TryDecode(bech32, prefix, secret.Span))
        {
            return secret;
        }

        secret.Dispose();
        throw new FormatException("not an age identity of the kind asked for, or mistyped");
    }
}
