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

    /// <summary>A connection that only reads: what a commit needs is not asked of it, and every page reads several times.</summary>
    internal abstract Task<DbConnection> OpenToReadAsync(CancellationToken cancellation);

    /// <summary>Waits for the turn to write; disposing what it gives passes the turn on.</summary>
    internal abstract Task<IDisposable?> TurnAsync(CancellationToken cancellation);

    /// <summary>A transaction that sees one moment and holds nobody up.</summary>
    internal abstract ValueTask<DbTransaction> SnapshotAsync(DbConnection connection);

    /// <summary>What has to be so for a commit to outlive a power cut: name, what it is, what it has to be.</summary>
    internal abstract IReadOnlyList<(string Setting, string Query, string Needed)> Safeguards { get; }

    public abstract ValueTask DisposeAsync();

    /// <summary>The engine that the service was started with.</summary>
    internal static Engine Of(Settings settings) => settings.Postgres is { } connection ? new PostgresEngine(connection) : new SqliteEngine(Path.Combine(settings.Data, "azukari.db"));
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
        var opened = await OpenToReadAsync(cancellation);
        await opened.ExecuteAsync($"pragma journal_mode = wal; pragma busy_timeout = 30000; pragma foreign_keys = on; pragma synchronous = {(durably ? "full" : "normal")}");
        return opened;
    }

    internal override async Task<DbConnection> OpenToReadAsync(CancellationToken cancellation)
    {
        var opened = new SqliteConnection(connection);
        await opened.OpenAsync(cancellation);
        return opened;
    }

    /// <summary>SQLite lets writers race for its lock and starves some of them; a queue before it does not.</summary>
    internal override async Task<IDisposable?> TurnAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

#pragma warning disable CA1849 // A transaction that begins without the file's lock has no other form here, and it does not block.
    internal override ValueTask<DbTransaction> SnapshotAsync(DbConnection connection) => ValueTask.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));
#pragma warning restore CA1849

    internal override IReadOnlyList<(string Setting, string Query, string Needed)> Safeguards =>
        [("journal_mode", "pragma journal_mode", "wal"), ("synchronous", "pragma synchronous", "2"), ("integrity_check", "pragma integrity_check", "ok"), ("foreign_key_check", "select count(*) from pragma_foreign_key_check", "0")];

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
    private readonly NpgsqlDataSource source = SourceOf(connection);

    internal override string BytesType => "bytea";

    internal override string Hold => "set local synchronous_commit = on; select 1 from engagement where id = @engagement for update";

    internal override UpgradeEngineBuilder Migration() => DeployChanges.To.PostgresqlDatabase(IsOfSeveral(connection) ? new NpgsqlConnectionStringBuilder(connection) { TargetSessionAttributes = "primary" }.ConnectionString : connection);

    internal override async Task<DbConnection> OpenAsync(bool durably, CancellationToken cancellation)
    {
        var opened = await OpenToReadAsync(cancellation);
        await opened.ExecuteAsync($"set synchronous_commit = {(durably ? "on" : "off")}");
        return opened;
    }

    internal override async Task<DbConnection> OpenToReadAsync(CancellationToken cancellation) => await source.OpenConnectionAsync(cancellation);

    internal override Task<IDisposable?> TurnAsync(CancellationToken cancellation) => Task.FromResult<IDisposable?>(null);

    internal override async ValueTask<DbTransaction> SnapshotAsync(DbConnection connection) => await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);

    internal override IReadOnlyList<(string Setting, string Query, string Needed)> Safeguards =>
        [("fsync", "show fsync", "on"), ("full_page_writes", "show full_page_writes", "on"), ("synchronous_commit", "show synchronous_commit", "on"), ("server_encoding", "show server_encoding", "UTF8")];

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>Where several hosts are named, a primary and its standbys, whichever is the primary now; a standby that was promoted is found after a second.</summary>
    private static NpgsqlDataSource SourceOf(string connection) => IsOfSeveral(connection)
        ? new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(connection) { HostRecheckSeconds = 1 }.ConnectionString).BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary)
        : NpgsqlDataSource.Create(connection);

    private static bool IsOfSeveral(string connection) => new NpgsqlConnectionStringBuilder(connection).Host?.Contains(',') == true;
}
