using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Azukari.Age;

/// <summary>A passphrase, for identity files on a person's own disk. Never accepted where a stick from outside is read: what the
/// stanza asks for costs time and memory before anything is authenticated.</summary>
public sealed class PassphraseIdentity : AgeIdentity
{
    private const int SaltSize = 16;

    private readonly int maxWorkFactor;

    /// <summary>Copies the UTF-8 bytes of the passphrase; the caller zeroes its own.</summary>
    /// <param name="maxWorkFactor">The binary logarithm of the highest cost that is tried; 22 takes 4 GiB and about 13 s.</param>
    public PassphraseIdentity(ReadOnlySpan<byte> passphrase, int maxWorkFactor = 22)
        : base(new SecretBytes(passphrase)) => this.maxWorkFactor = maxWorkFactor;

    private static ReadOnlySpan<byte> StanzaType => "scrypt"u8;

    private static ReadOnlySpan<byte> SaltLabel => "age-encryption.org/v1/scrypt"u8;

    internal override bool TryUnwrap(Stanza stanza, Span<byte> fileKey)
    {
        if (!stanza.Is(StanzaType))
        {
            return false;
        }

        if (stanza.Arguments.Count != 3)
        {
            throw HeaderParser.Broken("a passphrase stanza has a salt, a work factor and nothing else");
        }

        var salt = WrapKey.ShareOf(new Stanza([.. stanza.Arguments.Take(2)], stanza.Body), SaltSize);
        using var key = new SecretBytes(Aead.KeySize);
        Derive(Secret.Span, salt, WorkFactor(stanza.Arguments[2]), key.Span);
        return WrapKey.TryOpen(key.Span, stackalloc byte[Aead.NonceSize], stanza.Body, fileKey);
    }

    internal static Stanza Wrap(ReadOnlySpan<byte> passphrase, int workFactor, ReadOnlySpan<byte> fileKey)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(workFactor, Math.Clamp(workFactor, 1, 22));
        Span<byte> salt = stackalloc byte[SaltSize];
        RandomNumberGenerator.Fill(salt);
        using var key = new SecretBytes(Aead.KeySize);
        Derive(passphrase, salt, workFactor, key.Span);
        return new Stanza(
            [StanzaType.ToArray(), WrapKey.Base64(salt), Encoding.ASCII.GetBytes($"{workFactor}")],
            WrapKey.Seal(key.Span, stackalloc byte[Aead.NonceSize], fileKey));
    }

    private static void Derive(ReadOnlySpan<byte> passphrase, ReadOnlySpan<byte> salt, int workFactor, Span<byte> key) =>
        Scrypt.Derive(passphrase, [.. SaltLabel, .. salt], workFactor, key);

    // One spelling: one or two digits, the first not zero.
    private int WorkFactor(ReadOnlySpan<byte> digits)
    {
        var plain = digits.Length is 1 or 2 && digits[0] != '0' && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9');
        return plain && Utf8Parser.TryParse(digits, out int factor, out _) && factor <= maxWorkFactor
            ? factor
            : throw HeaderParser.Broken("a work factor is not a number in range");
    }
}
