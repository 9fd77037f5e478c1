using System.Net;
using System.Net.Sockets;

namespace Azukari.Demo.Machines;

/// <summary>The demo's folders, and free ports on loopback.</summary>
internal sealed class Rooms
{
    private readonly string root;
    private int drafts;

    internal Rooms(string? keep)
    {
        root = keep ?? Directory.CreateTempSubdirectory("azukari-demo-").FullName;
        IsKept = keep is not null;
        foreach (var name in new[] { "keys", "logs", "drafts", "source", "media", "call-centre", "stations", "desks", "evidence" }) Directory.CreateDirectory(this[name]);
    }

    internal bool IsKept { get; }

    internal string this[params string[] parts] => Path.Combine([root, .. parts]);

    internal string NewDraft() => this["drafts", $"{++drafts:d4}"];

    internal void Leave()
    {
        if (!IsKept) Directory.Delete(root, recursive: true);
    }

    internal static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
