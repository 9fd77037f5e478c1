using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Azukari.Server.Tests.Telemetry;

/// <summary>Somebody's OpenTelemetry collector, which keeps the bytes that come; texts stand in them as they are.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly HttpListener listener = new();

    internal string Address { get; private set; } = "";

    internal ConcurrentQueue<(string Path, string Text)> Came { get; } = new();

    internal static Collector Start()
    {
        var collector = new Collector();
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            collector.Address = $"http://localhost:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        collector.listener.Prefixes.Add(collector.Address);
        collector.listener.Start();
        _ = collector.TakeAsync();
        return collector;
    }

    public ValueTask DisposeAsync()
    {
        listener.Close();
        return ValueTask.CompletedTask;
    }

    private async Task TakeAsync()
    {
        try
        {
            while (await listener.GetContextAsync() is { } context)
            {
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                Came.Enqueue((context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                context.Response.Close();
            }
        }
        catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
