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
        var result = engine.Migration()
            .WithScriptsEmbeddedInAssembly(typeof(Database).Assembly, name => name.EndsWith(".sql", StringComparison.Ordinal))
            .WithVariable("bytes", engine.BytesType).WithTransaction().LogToNowhere().Build().PerformUpgrade();
        if (!result.Successful) throw new InvalidOperationException("the database could not be brought up to date", result.Error);
    }

    internal async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, object args, CancellationToken cancellation)
    {
        await using var connection = await engine.OpenAsync(durably: true, cancellation);
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

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}

/// <summary>An engagement that nobody else can change until the transaction ends.</summary>
internal sealed record Held(string Engagement, DbConnection Connection, DbTransaction Transaction)
{
    internal async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, object args) => [.. await Connection.QueryAsync<T>(sql, args, Transaction)];

    internal Task<int> WriteAsync(string sql, object args) => Connection.ExecuteAsync(sql, args, Transaction);
}
