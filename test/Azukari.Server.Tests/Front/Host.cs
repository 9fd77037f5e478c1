using System.Data.Common;
using Azukari.Server.Storage;
using Azukari.Testing;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Azukari.Server.Tests.Front;

/// <summary>The two databases; every test of storage runs on both.</summary>
public enum Where
{
    Sqlite,
    Postgres,
}

/// <summary>The service as it is, with Kestrel on a loopback port, a real database and a clock that moves when told.</summary>
internal sealed class Host : IAsyncDisposable
{
    internal static readonly DateTimeOffset Beginning = new(2022, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string? postgres;
    private readonly string[] more;
    private readonly TempFolder folder = new();
    private WebApplication app = null!;

    private Host(string? postgres, string[] more) => (this.postgres, this.more) = (postgres, more);

    internal FakeTimeProvider Clock { get; } = new(Beginning);

    internal Uri Address { get; private set; } = null!;

    internal HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(60) };

    internal HashSet<string> Founders { get; } = [];

    internal IServiceProvider Services => app.Services;

    internal string Data => folder.FullPath;

    internal string PageLink => $"/outside/{File.ReadAllText(folder.File("page-door"))}";

    internal static async Task<Host> StartAsync(Where where, IEnumerable<string> founders, params string[] more)
    {
        var host = new Host(where == Where.Postgres ? await PostgresCluster.Shared.CreateDatabaseAsync() : null, more);
        host.Founders.UnionWith(founders);
        await host.StartAsync();
        return host;
    }

    /// <summary>Stops and starts again on the same folder and database.</summary>
    internal async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Looks into the database past the service.</summary>
    internal async Task<IReadOnlyList<T>> RowsAsync<T>(string sql)
    {
        await using var connection = await ConnectAsync();
        return [.. await connection.QueryAsync<T>(sql)];
    }

    /// <summary>Changes the database behind the service's back.</summary>
    internal async Task TamperAsync(string sql, object? args = null)
    {
        await using var connection = await ConnectAsync();
        await connection.ExecuteAsync(sql, args);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Http.Dispose();
        folder.Dispose();
    }

    private async Task StopAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private Task<DbConnection> ConnectAsync() => Services.GetRequiredService<Engine>().OpenAsync(durably: true, CancellationToken.None);

    private async Task StartAsync()
    {
        List<string> args = ["--data", folder.FullPath, "--urls", "http://127.0.0.1:0", "--founders", string.Join(',', Founders), "--Logging:LogLevel:Default", "None", .. more];
        if (postgres is not null)
        {
            await File.WriteAllTextAsync(folder.File("postgres"), postgres);
            args.AddRange(["--postgres", folder.File("postgres")]);
        }

        app = await Program.BuildAsync([.. args], Clock);
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }
}
