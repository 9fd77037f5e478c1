using Azukari.Server.People;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Azukari.Server.Watch;

/// <summary>Alarms by e-mail, in the reader's language. One connection for what goes out together.</summary>
internal sealed class MailRoute(Settings settings) : IAsyncDisposable
{
    private const int PatienceMilliseconds = 20_000;

    private SmtpClient? client;

    /// <summary>Sends one message; throws when the far end has not taken it.</summary>
    internal async Task SendAsync(News news, Contact contact, CancellationToken cancellation)
    {
        using var message = Write(news, contact, settings.MailFrom);
        client ??= await ConnectAsync(settings.Mail!, cancellation);
        await client.SendAsync(message, cancellation);
    }

    internal static MimeMessage Write(News news, Contact contact, string from)
    {
        var japanese = contact.IsJapanese;
        var message = new MimeMessage { Subject = news.Subject.In(japanese), Date = news.At, MessageId = $"{news.Id}@azukari.invalid" };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse(contact.Mail.Reveal("the envelope of an alarm to this person"))); // The address alone: a name would be read on the way.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new TextPart("plain") { Text = string.Join('\n', news.Lines.Select(line => line.In(japanese))) + "\n" };
        return message;
    }

    /// <summary>Drops the connection, say because a message has failed on it.</summary>
    internal void Hang()
    {
        client?.Dispose();
        client = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (client is { IsConnected: true }) await client.DisconnectAsync(quit: true);
        Hang();
    }

    private static async Task<SmtpClient> ConnectAsync(Uri server, CancellationToken cancellation)
    {
        // In a closed network nobody answers whether a certificate was revoked.
        var opened = new SmtpClient { Timeout = PatienceMilliseconds, CheckCertificateRevocation = false };
        try
        {
            var (security, port) = server.Scheme switch
            {
                "smtps" => (SecureSocketOptions.SslOnConnect, 465),
                "smtp" => (SecureSocketOptions.StartTls, 587),
                _ => (SecureSocketOptions.None, 25),
            };
            await opened.ConnectAsync(server.Host, server.Port > 0 ? server.Port : port, security, cancellation);
            if (server.UserInfo.Split(':', 2) is [var user, var password]) await opened.AuthenticateAsync(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password), cancellation);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }
}
