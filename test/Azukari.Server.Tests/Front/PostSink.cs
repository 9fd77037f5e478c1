using System.Collections.Concurrent;
using System.Collections.Specialized;
using System.Net;
using System.Net.Sockets;

namespace Azukari.Server.Tests.Front;

/// <summary>What was posted, as it came.</summary>
internal sealed record Post(string Path, NameValueCollection Headers, byte[] Body);

/// <summary>Somebody else's server on loopback that takes posts and keeps them.</summary>
internal sealed class PostSink : IAsyncDisposable
{
    private readonly HttpListener listener = new();

    internal Uri Address { get; private init; } = null!;

    internal ConcurrentQueue<Post> Posts { get; } = new();

    internal static PostSink Start()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var sink = new PostSink { Address = new($"http://localhost:{((IPEndPoint)free.LocalEndpoint).Port}/") };
        free.Stop();

        sink.listener.Prefixes.Add(sink.Address.ToString());
        sink.listener.Start();
        _ = sink.TakeAsync();
        return sink;
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
                Posts.Enqueue(new(context.Request.Url!.AbsolutePath, context.Request.Headers, body.ToArray()));
                context.Response.Close();
            }
        }
        catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
