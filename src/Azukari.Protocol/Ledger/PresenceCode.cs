using System.Security.Cryptography;
using System.Text;
using Azukari.Domain;

namespace Azukari.Protocol.Ledger;

/// <summary>The code that a station shows for a few minutes (R11): whoever types it elsewhere, on their own telephone, has seen the screen. The act carries what follows from it, never the code.</summary>
/// <remarks>Ten characters of 32, without those that look alike. The nonce is SHA-256 of a prefix, the station's name, and the code, a line feed between them.</remarks>
public static class PresenceCode
{
    /// <summary>Its length, in characters.</summary>
    public const int Length = 10;

    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ", Prefix = "azukari presence code v1";

    /// <summary>A fresh code.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>The code that was typed, as it was shown: small letters, blanks and hyphens are no mistake. Null where it cannot be one.</summary>
    public static string? Read(string typed)
    {
        var code = string.Concat(typed.Where(c => c is not (' ' or '-' or '\u3000'))).ToUpperInvariant();
        return code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }

    /// <summary>The nonce that acts carry for it.</summary>
    public static Presence Of(StationId station, string code) => new(station, Digests.Sha256(Encoding.UTF8.GetBytes($"{Prefix}\n{station}\n{code}")));
}
