using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Azukari.Testing;
using MimeKit;

namespace Azukari.Server.Tests.Front;

/// <summary>A mail server on loopback that keeps what it is given.</summary>
internal sealed class MailSink : IDisposable
{
    private readonly TcpListener listener;
    private readonly TempFolder folder = new();

    private MailSink(TcpListener listener) => this.listener = listener;

    internal ConcurrentQueue<MimeMessage> Mails { get; } = new();

    internal int Port { get; private init; }

    /// <summary>Listens on this port, or on a free one.</summary>
    internal static MailSink Start(int port = 0)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        var sink = new MailSink(listener) { Port = ((IPEndPoint)listener.LocalEndpoint).Port };
        _ = sink.AcceptAsync();
        return sink;
    }

    internal IEnumerable<MimeMessage> To(string address) => Mails.Where(mail => mail.To.Mailboxes.Single().Address == address);

    /// <summary>What the service is started with to send its mail here.</summary>
    internal string[] Arguments()
    {
        File.WriteAllText(folder.File("smtp"), $"smtp+plain://127.0.0.1:{Port}\n");
        return ["--smtp", folder.File("smtp"), "--mail-from", "azukari@city.example"];
    }

    /// <summary>Answers nobody any more.</summary>
    internal void Refuse() => listener.Stop();

    public void Dispose()
    {
        listener.Dispose();
        folder.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            for (; ; ) _ = TalkAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync() is { } line && !line.StartsWith("QUIT", StringComparison.Ordinal))
        {
            await writer.WriteLineAsync(line == "DATA" ? "354 go on" : "250 ok");
            if (line != "DATA") continue;

            var text = new StringBuilder();
            while (await reader.ReadLineAsync() is { } part && part != ".") text.Append(part.StartsWith('.') ? part[1..] : part).Append("\r\n");
            Mails.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()))));
            await writer.WriteLineAsync("250 taken");
        }
    }
}
