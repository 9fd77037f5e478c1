using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Azukari.Server.Storage;
using Azukari.Server.Upkeep;
using Azukari.Server.Watch;
using Azukari.Shared;
using Azukari.Testing;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

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

    private string? postgres;
    private readonly string[] more;
    private readonly TempFolder folder;
    private WebApplication app = null!;
    private Process? program;
    private Engine? passedBy;
    private bool isSecond;

    private Host(string? postgres, string[] more, TempFolder folder) => (this.postgres, this.more, this.folder) = (postgres, more, folder);

    internal TurnedClock Clock { get; private init; } = new(Beginning);

    internal Uri Address { get; private set; } = null!;

    internal HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(60) };

    internal HashSet<string> Founders { get; } = [];

    internal IServiceProvider Services => app.Services;

    internal string Data => folder.FullPath;

    internal string PageLink => $"/outside/{File.ReadAllText(folder.File("page-door"))}";

    internal static async Task<Host> StartAsync(Where where, IEnumerable<string> founders, params string[] more)
    {
        var host = new Host(where == Where.Postgres ? await PostgresCluster.Shared.CreateDatabaseAsync() : null, more, new TempFolder());
        host.Founders.UnionWith(founders);
        await host.StartAsync();
        return host;
    }

    /// <summary>The service as a process, which can be killed; its clock is the machine's.</summary>
    internal static async Task<Host> StartProgramAsync(IEnumerable<string> founders, string? postgres = null, params string[] more)
    {
        var host = new Host(postgres, more, new TempFolder()) { Clock = new(DateTimeOffset.UtcNow) };
        host.Founders.UnionWith(founders);
        if (postgres is not null) await File.WriteAllTextAsync(host.folder.File("postgres"), postgres);
        await host.StartAgainAsync();
        return host;
    }

    /// <summary>The public name that it was started with, or null.</summary>
    internal string? Origin => Array.IndexOf(more, "--origin") is >= 0 and var at ? more[at + 1] : null;

    /// <summary>A second program over the same database, with the same log keys.</summary>
    internal async Task<Host> SecondProgramAsync()
    {
        var second = new Host(postgres, more, folder) { Clock = Clock, isSecond = true };
        second.Founders.UnionWith(Founders);
        await second.StartAgainAsync();
        return second;
    }

    /// <summary>Ends the process at once, as a power cut would, except for what the operating system still holds.</summary>
    internal async Task KillAsync()
    {
        program!.Kill();
        await program.WaitForExitAsync();
    }

    internal async Task StartAgainAsync(params string[] arguments)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Next()}");

        var file = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "azukari-server.exe" : "azukari-server");
        program = Process.Start(new ProcessStartInfo(file, ["--data", Data, "--urls", Address.ToString(), "--founders", string.Join(',', Founders), .. postgres is null ? Array.Empty<string>() : ["--postgres", folder.File("postgres")], .. more, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        program.OutputDataReceived += (_, line) => Said.Enqueue(line.Data ?? "");
        program.ErrorDataReceived += (_, line) => Said.Enqueue(line.Data ?? "");
        program.BeginOutputReadLine(); // A pipe that nobody empties would stop it.
        program.BeginErrorReadLine();
        for (var tries = 0; tries < 1200; tries++) // A minute: the machine may be busy with something else.
        {
            if (await AnswersAsync()) return;
            await Task.Delay(50);
        }

        throw new InvalidOperationException("the program does not answer");
    }

    /// <summary>What the program has written to its log, line by line.</summary>
    internal ConcurrentQueue<string> Said { get; } = new();

    /// <summary>Asks the program to end and says with what it ended.</summary>
    internal async Task<int> EndAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", program!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await program.WaitForExitAsync();
        return program.ExitCode;
    }

    /// <summary>Ends the service in this process, so that a program can take its folder over.</summary>
    internal async Task StopForProgramAsync()
    {
        await StopAsync();
        passedBy = EngineOfProgram();
    }

    /// <summary>Waits until this query counts so many.</summary>
    internal async Task UntilAsync(string count, long least)
    {
        for (var look = 0; look < 600; look++)
        {
            if ((await RowsAsync<long>(count)).Single() >= least) return;
            await Task.Delay(50);
        }

        throw new InvalidOperationException($"not so many: {count}");
    }

    /// <summary>A second node over the same database, with the same log keys and the same clock.</summary>
    internal async Task<Host> SecondAsync()
    {
        var second = new Host(postgres, more, folder) { Clock = Clock, isSecond = true };
        second.Founders.UnionWith(Founders);
        await second.StartAsync();
        return second;
    }

    /// <summary>Stops, is not there for a while, or has its clock turned meanwhile, and starts again on the same folder and database.</summary>
    internal async Task RestartAsync(TimeSpan asleep = default, TimeSpan turned = default)
    {
        await StopAsync();
        if (asleep > TimeSpan.Zero) Clock.Advance(asleep);
        Clock.Turned += turned;
        await StartAsync();
    }

    /// <summary>Calls one of the operator's verbs on this installation; what it ends with and what it says.</summary>
    internal async Task<(int Exit, string Output)> OperateAsync(string verb, params string[] words)
    {
        await using var output = new StringWriter();
        string[] where = postgres is null ? ["--data", Data] : ["--data", Data, "--postgres", folder.File("postgres")];
        return (await UpkeepVerbs.RunAsync([verb, .. where, .. words], Clock, output), output.ToString());
    }

    /// <summary>Everything is lost but the backup in that folder, which is restored into an empty installation on this engine; then the service starts.</summary>
    internal async Task<string> RestoreAsync(string backup, Where where)
    {
        await StopAsync();
        foreach (var path in Directory.GetFileSystemEntries(Data).Where(path => path != backup))
            if (Directory.Exists(path)) Directory.Delete(path, recursive: true); else File.Delete(path);
        postgres = where == Where.Postgres ? await PostgresCluster.Shared.CreateDatabaseAsync() : null;
        if (postgres is not null) await File.WriteAllTextAsync(folder.File("postgres"), postgres);

        var (exit, output) = await OperateAsync("restore", "--from", backup);
        Assert.True(exit == 0, output);
        await StartAsync();
        return output;
    }

    /// <summary>Has the watch look once, as it does by itself at the next deadline or pulse, and delivers what it has sounded.</summary>
    internal async Task WatchAsync()
    {
        await Services.GetRequiredService<Watchman>().RoundAsync(CancellationToken.None);
        await DeliverAsync();
    }

    /// <summary>Ends the service's own rounds: from now on nothing goes out but when it is asked to, and nothing is on its way when that returns.</summary>
    internal Task StopDeliveriesAsync() => Services.GetRequiredService<Postman>().StopAsync(CancellationToken.None);

    /// <summary>Has the outbox tried once.</summary>
    internal Task DeliverAsync() => Services.GetRequiredService<Postman>().RoundAsync(CancellationToken.None);

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
        if (passedBy is not null) await passedBy.DisposeAsync();
        Http.Dispose();
        if (!isSecond) folder.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return await Http.GetStringAsync(new Uri(Address, "/health")) == "ok";
        }
        catch (HttpRequestException)
        {
            return false; // It is still starting.
        }
    }

    private async Task StopAsync()
    {
        if (program is not null)
        {
            await KillAsync();
            program.Dispose();
            return;
        }

        await app.StopAsync();
        await app.DisposeAsync();
    }

    private Task<DbConnection> ConnectAsync() => (program is null && passedBy is null ? Services.GetRequiredService<Engine>() : passedBy ??= EngineOfProgram()).OpenAsync(durably: true, CancellationToken.None);

    /// <summary>The program has its own; this one looks past it.</summary>
    private Engine EngineOfProgram() => postgres is null ? new SqliteEngine(Path.Combine(Data, "azukari.db")) : new PostgresEngine(postgres);

    private async Task StartAsync()
    {
        List<string> args = ["--data", folder.FullPath, "--urls", "http://127.0.0.1:0", "--founders", string.Join(',', Founders), "--Logging:LogLevel:Default", "None", "--Logging:LogLevel:Microsoft.AspNetCore", "None", .. more];
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
