using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Azukari.Server.People;

/// <summary>What is given out once and known again: a link's or a cookie's 256 random bits. The database has only their digest, so that whoever reads it can use none.</summary>
internal static class Secret
{
    private const int Size = 32;

    internal static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Size));

    /// <summary>The form in which it is kept.</summary>
    internal static string DigestOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
