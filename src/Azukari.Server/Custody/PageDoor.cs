using System.Security.Cryptography;
using System.Text;

namespace Azukari.Server.Custody;

/// <summary>The read-only page's one link, until people can sign in: its token lies in a file that only the service's account can read.</summary>
internal sealed class PageDoor
{
    private readonly byte[] token;

    public PageDoor(Settings settings)
    {
        var path = Path.Combine(settings.Data, "page-door");
        if (!File.Exists(path)) DurableFile.Create(path, Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(32, lowercase: true)));

        token = File.ReadAllBytes(path);
        if (token.Length < 32) throw new InvalidOperationException($"the link in '{path}' is too short; delete the file to have a new one made");
    }

    /// <summary>Compares in constant time, so that a wrong link cannot be mended letter by letter.</summary>
    internal bool Opens(string presented) => CryptographicOperations.FixedTimeEquals(token, Encoding.UTF8.GetBytes(presented));
}
