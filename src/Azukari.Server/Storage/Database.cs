using System.Data.Common;
using Dapper;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Azukari.Server.Storage;

/// <summary>The one seam between the two engines: SQLite in one file, or PostgreSQL. Everything that differs between them stands here.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly NpgsqlDataSource? postgres;
    private readonly string? sqlite;

    private Database(NpgsqlDataSource? postgres, string? sqlite) => (this.postgres, this.sqlite) = (postgres, sqlite);

    internal static Database Sqlite(string file)
    {
        var database = new Database(null, new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ConnectionString);
        Migrate(DeployChanges.To.SqliteDatabase(database.sqlite), "blob");
        return database;
    }

    internal static Database Postgres(string connection)
    {
        Migrate(DeployChanges.To.PostgresqlDatabase(connection), "bytea");
#pragma warning disable CA2000 // The database that is returned owns it and disposes it.
        return new(NpgsqlDataSource.Create(connection), null);
#pragma warning restore CA2000
    }

    internal async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        if (postgres is not null) return await postgres.OpenConnectionAsync(cancellation);

        var connection = new SqliteConnection(sqlite);
        await connection.OpenAsync(cancellation);
        await connection.ExecuteAsync("pragma journal_mode=wal; pragma synchronous=full; pragma busy_timeout=30000; pragma foreign_keys=on;");
        return connection;
    }

    /// <summary>A transaction that holds this engagement alone: decisions on it are made one after another.</summary>
    internal async Task<DbTransaction> LockAsync(DbConnection connection, string engagement, CancellationToken cancellation)
    {
        // Microsoft.Data.Sqlite begins immediate: the whole file is the lock.
        var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("insert into engagement (id, size, founded) values (@engagement, 0, 0) on conflict do nothing", new { engagement }, transaction);
        if (postgres is not null) await connection.ExecuteAsync("set local synchronous_commit = on; select size from engagement where id = @engagement for update", new { engagement }, transaction);
        return transaction;
    }

    public ValueTask DisposeAsync() => postgres?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static void Migrate(UpgradeEngineBuilder engine, string bytes)
    {
        var result = engine
            .WithScriptsEmbeddedInAssembly(typeof(Database).Assembly, name => name.EndsWith(".sql", StringComparison.Ordinal))
            .WithVariable("bytes", bytes).WithTransaction().LogToNowhere().Build().PerformUpgrade();
        if (!result.Successful) throw new InvalidOperationException("the database could not be brought up to date", result.Error);
    }
}
