using System.Net.Security;
using System.Security.Cryptography;

namespace Azukari.Server.Setup;

/// <summary>HTTPS with the certificate of the data folder; one that was renewed is served from the next connection on, without a new start.</summary>
internal sealed class Tls
{
    private readonly string data;
    private Held held;

    private Tls(string data) => (this.data, held) = (data, new(Written(data), ServerCertificate.Load(data)));

    /// <summary>Has the doors that begin with https served so, where the folder has a certificate.</summary>
    internal static void Serve(WebApplicationBuilder builder, string data)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        if (!File.Exists(ServerCertificate.PathIn(data)))
        {
            if (builder.Configuration["urls"]?.Contains("https:", StringComparison.OrdinalIgnoreCase) == true) throw new SettingsException($"--urls asks for https, and there is no {ServerCertificate.Name} in '{data}'");
            return;
        }

        Tls tls;
        try
        {
            tls = new Tls(data);
        }
        catch (CryptographicException)
        {
            throw new SettingsException($"'{ServerCertificate.PathIn(data)}' holds no certificate with its key");
        }

        builder.WebHost.ConfigureKestrel(server => server.ConfigureHttpsDefaults(https =>
        {
            https.ServerCertificate = tls.held.Context.TargetCertificate;
            https.OnAuthenticate = (_, options) => options.ServerCertificateContext = tls.Current();
        }));
    }

    private SslStreamCertificateContext Current()
    {
        var written = Written(data);
        if (held.Written == written) return held.Context;

        try
        {
            held = new(written, ServerCertificate.Load(data));
        }
        catch (Exception fault) when (fault is CryptographicException or IOException)
        {
            held = held with { Written = written }; // Whoever put something else there has not ended the service by it; the doctor says what is wrong.
        }

        return held.Context;
    }

    private static DateTime Written(string data) => File.GetLastWriteTimeUtc(ServerCertificate.PathIn(data));

    private sealed record Held(DateTime Written, SslStreamCertificateContext Context);
}
