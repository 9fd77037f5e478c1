using System.Security.Cryptography;
using System.Text;

namespace Azukari.Server.Custody;

/// <summary>The read-only page's one link, until people can sign in: its token lies in a file that only the service's account can read.</summary>
internal sealed class PageDoor
{
    private readonly byte[] token;

    internal PageDoor(string data)
    {
        var path = Path.Combine(data, "page-door");
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            file.Write(Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(32, lowercase: true)));
        }

        token = File.ReadAllBytes(path);
    }

    internal bool Opens(string presented) => CryptographicOperations.FixedTimeEquals(token, Encoding.UTF8.GetBytes(presented));
}
