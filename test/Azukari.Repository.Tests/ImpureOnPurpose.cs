using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;

namespace Azukari.Repository.Tests;

/// <summary>Never called: it is compiled so that the purity reader has something of every kind to find.</summary>
internal static class ImpureOnPurpose
{
    private static readonly AsyncLocal<int> Ambient = new();

    internal sealed record Plain(string Name);

    public static IEnumerable<object?> Everything(TimeProvider time)
    {
        yield return DateTimeOffset.UtcNow;
        yield return DateTime.Today;
        yield return Stopwatch.GetTimestamp();
        yield return time.GetUtcNow();
        yield return Environment.TickCount64;
        yield return CultureInfo.CurrentCulture;
        yield return File.Exists("nowhere");
        yield return Dns.GetHostName();
        yield return Random.Shared.Next();
        yield return RandomNumberGenerator.GetInt32(2);
        yield return Guid.NewGuid();
        yield return JsonSerializer.Serialize(1);
        yield return Ambient.Value;
        yield return typeof(Plain).GetMethod("ToString")?.Name;
        yield return new Plain("a") == new Plain("b");
    }

    public static async Task LaterAsync()
    {
        await Task.Delay(1);
        Console.WriteLine();
    }
}
