using System.Security.Cryptography;
using System.Text;
using Azukari.Domain;

namespace Azukari.Demo.Replays;

/// <summary>How the names in a file become names in a record, and where digests come from that nobody measured.</summary>
internal static class Names
{
    /// <summary>A code of the record: lower case, and a dash for what a code cannot hold.</summary>
    internal static string Code(string id)
    {
        var code = new string([.. id.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-')]).TrimStart('.', '-');
        return code.Length switch
        {
            0 => throw new ReplayException($"'{id}' cannot be a name: it needs a letter or a digit"),
            > 64 => code[..64],
            _ => code,
        };
    }

    internal static Digest Digest(string what) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what))));

    internal static SigningKeyFact Key(Code who) => new(Digest($"key of {who}"), $"ecdsa {who}", KeyForm.Software);
}

/// <summary>A replay file that cannot be played, and why.</summary>
internal sealed class ReplayException(string message) : Exception(message);
