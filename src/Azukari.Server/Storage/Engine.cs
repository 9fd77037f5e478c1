using System.Data.Common;
using Dapper;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Azukari.Server.Storage;

/// <summary>Everything that differs between the two databases, and nothing else.</summary>
internal abstract class Engine : IAsyncDisposable
{
    /// <summary>What the engine calls a column of bytes.</summary>
    internal abstract string BytesType { get; }

    /// <summary>What has to be said in a transaction before it reads what it decides on.</summary>
    internal abstract string Hold { get; }

    internal abstract UpgradeEngineBuilder Migration();

    /// <param name="durably">False only for rows whose loss in a power cut harms nobody.</param>
    /// <param name="cancellation">Gives up waiting for a connection.</param>
    internal abstract Task<DbConnection> OpenAsync(bool durably, CancellationToken cancellation);

    /// <summary>Waits for the turn to write; disposing what it gives passes the turn on.</summary>
    internal abstract Task<IDisposable?> TurnAsync(CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}

/// <summary>One file beside the service: write-ahead log, every commit on the disk before it is answered, writers one after another in the order they came.</summary>
internal sealed class SqliteEngine(string file) : Engine
{
    private readonly string connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ConnectionString;
    private readonly SemaphoreSlim turn = new(1);

    internal override string BytesType => "blob";

    internal override string Hold => "select 1"; // A transaction begins immediate here: it holds the whole file.

    internal override UpgradeEngineBuilder Migration() => DeployChanges.To.SqliteDatabase(connection);

    internal override async Task<DbConnection> OpenAsync(bool durably, CancellationToken cancellation)
    {
        var opened = new SqliteConnection(connection);
        await opened.OpenAsync(cancellation);
        await opened.ExecuteAsync($"pragma journal_mode = wal; pragma busy_timeout = 30000; pragma foreign_keys = on; pragma synchronous = {(durably ? "full" : "normal")}");
        return opened;
    }

    /// <summary>SQLite lets writers race for its lock and starves some of them; a queue before it does not.</summary>
    internal override async Task<IDisposable?> TurnAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    public override ValueTask DisposeAsync()
    {
        using (var pooled = new SqliteConnection(connection)) SqliteConnection.ClearPool(pooled);
        turn.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}

/// <summary>PostgreSQL: the engagement's row is the lock, writers of different engagements do not meet.</summary>
internal sealed class PostgresEngine(string connection) : Engine
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connection);

    internal override string BytesType => "bytea";

    internal override string Hold => "set local synchronous_commit = on; select 1 from engagement where id = @engagement for update";

    internal override UpgradeEngineBuilder Migration() => DeployChanges.To.PostgresqlDatabase(connection);

    internal override async Task<DbConnection> OpenAsync(bool durably, CancellationToken cancellation)
    {
        var opened = await source.OpenConnectionAsync(cancellation);
        await opened.ExecuteAsync($"set synchronous_commit = {(durably ? "on" : "off")}");
        return opened;
    }

    internal override Task<IDisposable?> TurnAsync(CancellationToken cancellation) => Task.FromResult<IDisposable?>(null);

    public override ValueTask DisposeAsync() => source.DisposeAsync();
}
