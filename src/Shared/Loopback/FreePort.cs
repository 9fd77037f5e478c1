using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Azukari.Shared;

/// <summary>A port on loopback for a program that is started later.</summary>
internal static class FreePort
{
    // Below what systems give to connections that go out: one of those, of whatever program, would take the port before it is listened on.
    private const int First = 15_000, Last = 32_000;

    /// <summary>A port on which nobody listens now.</summary>
    internal static int Next()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, RandomNumberGenerator.GetInt32(First, Last));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Somebody does; the next one.
            }
        }
    }
}
