using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Azukari.Cli.Screens;

/// <summary>Which user of this computer is at the other end of a connection over loopback, as Linux lists it; null where nobody can tell.</summary>
/// <remarks>A browser sends a cookie of localhost to every port of it, and so to a program of another user: the cookie alone does not say whose browser it is.</remarks>
internal static class LocalUser
{
    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    internal static string? At(ConnectionInfo connection) => OperatingSystem.IsLinux()
        ? Tables.Where(File.Exists).SelectMany(File.ReadLines).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(row => row.Length > 7 && row[1].EndsWith(Port(connection.RemotePort), StringComparison.Ordinal) && row[2].EndsWith(Port(connection.LocalPort), StringComparison.Ordinal))?[7]
        : null;

    private static string Port(int port) => string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
}
