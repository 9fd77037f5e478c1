using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Azukari.Server.Setup;
using Azukari.Server.Tests.Front;
using Azukari.Server.Upkeep;
using Azukari.Shared;
using Azukari.Testing;

namespace Azukari.Server.Tests.Setup;

/// <summary>An operator with an empty folder, the verbs, and a computer that trusts one authority and nobody else.</summary>
internal sealed class Newcomer : IDisposable
{
    internal const string Name = "azukari.town.example";

    private readonly TempFolder folder = new();

    internal string Data => folder.File("data");

    internal int Port { get; } = FreePort.Next();

    internal TurnedClock Clock { get; } = new(DateTimeOffset.UtcNow); // TLS looks at the computer's own.

    internal string File(string name) => folder.File(name);

    internal string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    internal string Read(string name) => System.IO.File.ReadAllText(Path.Combine(Data, name));

    internal string PortText => Port.ToString(CultureInfo.InvariantCulture);

    /// <summary>An installation of its own authority.</summary>
    internal async Task<Newcomer> InstalledAsync(params string[] more)
    {
        var (exit, output) = await CallAsync(["init", "--data", Data, "--name", Name, "--owner", "city", "--port", PortText, .. more]);
        Assert.True(exit == 0, output);
        return this;
    }

    internal async Task<(int Exit, string Output)> CallAsync(params string[] words)
    {
        await using var output = new StringWriter();
        return (await (SetupVerbs.Has(words) ? SetupVerbs.RunAsync(words, Clock, output) : UpkeepVerbs.RunAsync(words, Clock, output)), output.ToString());
    }

    /// <summary>Starts the service with nothing but its folder, asks for its health over TLS and runs what else is to be done meanwhile.</summary>
    internal async Task ServeAsync(Func<HttpClient, Task> meanwhile, params string[] trusted)
    {
        await using var app = await Program.BuildAsync(["--data", Data, "--Logging:LogLevel:Default", "None"], Clock);
        await app.StartAsync();
        using var http = Trusting(trusted.Length > 0 ? trusted[0] : Path.Combine(Data, "authority.crt"));
        Assert.Equal("ok", await http.GetStringAsync(new Uri($"https://{Name}:{Port}/health")));
        await meanwhile(http);
        await app.StopAsync();
    }

    /// <summary>A client for which every name leads to this computer, and which trusts this file alone.</summary>
    internal HttpClient Trusting(string file)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return new(new SocketsHttpHandler
        {
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.Zero, // A new handshake each time.
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy },
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
    }

    /// <summary>What a second program says.</summary>
    internal static async Task<(int Exit, string Output)> OpensslAsync(params string[] arguments)
    {
        try
        {
            using var openssl = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            openssl.StandardInput.Close();
            var said = await Task.WhenAll(openssl.StandardOutput.ReadToEndAsync(), openssl.StandardError.ReadToEndAsync());
            await openssl.WaitForExitAsync();
            return (openssl.ExitCode, string.Concat(said));
        }
        catch (Win32Exception missing) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"openssl is not here: {missing.Message}");
            throw;
        }
    }

    public void Dispose() => folder.Dispose();
}
