using System.Data.Common;
using Dapper;

namespace Azukari.Server.Storage;

/// <summary>Three ways to the rows: read, write one statement, or hold an engagement and decide.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly Engine engine;

    /// <summary>Brings the schema up to date, or throws: a service on another schema would be wrong in every answer.</summary>
    public Database(Engine engine)
    {
        this.engine = engine;
        Migrate(engine);
    }

    /// <summary>Applies what the schema lacks, and names it.</summary>
    internal static IReadOnlyList<string> Migrate(Engine engine)
    {
        var result = Schema(engine).PerformUpgrade();
        return result.Successful ? [.. result.Scripts.Select(script => script.Name)] : throw new InvalidOperationException("the database could not be brought up to date", result.Error);
    }

    /// <summary>Whether the schema is this program's.</summary>
    internal static bool IsUpToDate(Engine engine) => !Schema(engine).IsUpgradeRequired();

    internal async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, object args, CancellationToken cancellation)
    {
        await using var connection = await engine.OpenToReadAsync(cancellation);
        return [.. await connection.QueryAsync<T>(new CommandDefinition(sql, args, cancellationToken: cancellation))];
    }

    /// <summary>Runs one statement by itself and says how many rows it changed.</summary>
    internal async Task<int> WriteAsync(string sql, object args, bool durably = true)
    {
        // Whoever hangs up meanwhile does not take a write back.
        using var turn = await engine.TurnAsync(CancellationToken.None);
        await using var connection = await engine.OpenAsync(durably, CancellationToken.None);
        return await connection.ExecuteAsync(sql, args);
    }

    /// <summary>Holds one engagement while something is decided about it, and commits when that returns. What throws leaves nothing behind.</summary>
    internal async Task<T> HoldAsync<T>(string engagement, Func<Held, Task<T>> decide)
    {
        using var turn = await engine.TurnAsync(CancellationToken.None);
        await using var connection = await engine.OpenAsync(durably: true, CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("insert into engagement (id, size) values (@engagement, 0) on conflict do nothing", new { engagement }, transaction);
        await connection.ExecuteAsync(engine.Hold, new { engagement }, transaction);

        var decided = await decide(new(engagement, connection, transaction));
        await transaction.CommitAsync();
        return decided;
    }

    /// <summary>Reads everything as it stands at one moment, while others go on writing.</summary>
    internal async Task<T> SnapshotAsync<T>(Func<DbConnection, DbTransaction, Task<T>> read)
    {
        await using var connection = await engine.OpenAsync(durably: true, CancellationToken.None);
        await using var transaction = await engine.SnapshotAsync(connection);
        return await read(connection, transaction);
    }

    /// <summary>Fills an installation as a whole, or leaves it as it was.</summary>
    internal async Task FillAsync(Func<DbConnection, DbTransaction, Task> write)
    {
        using var turn = await engine.TurnAsync(CancellationToken.None);
        await using var connection = await engine.OpenAsync(durably: true, CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync();
        await write(connection, transaction);
        await transaction.CommitAsync();
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    private static DbUp.Engine.UpgradeEngine Schema(Engine engine) => engine.Migration()
        .WithScriptsEmbeddedInAssembly(typeof(Database).Assembly, name => name.EndsWith(".sql", StringComparison.Ordinal))
        .WithVariable("bytes", engine.BytesType).WithTransaction().LogToNowhere().Build();
}

/// <summary>An engagement that nobody else can change until the transaction ends.</summary>
internal sealed record Held(string Engagement, DbConnection Connection, DbTransaction Transaction)
{
    internal async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, object args) => [.. await Connection.QueryAsync<T>(sql, args, Transaction)];

    internal Task<int> WriteAsync(string sql, object args) => Connection.ExecuteAsync(sql, args, Transaction);
}
