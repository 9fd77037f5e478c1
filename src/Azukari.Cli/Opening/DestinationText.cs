using Azukari.Cli.Front;
using Azukari.Extraction.Destinations;
using Npgsql;

namespace Azukari.Cli.Opening;

/// <summary>Where rows go, as the command line says it: <c>sqlite:FILE</c> or <c>postgres:FILE-with-connection:SCHEMA</c>.</summary>
internal sealed record DestinationText(Destination Rows, NpgsqlDataSource? Database) : IAsyncDisposable
{
    internal static DestinationText Open(string text)
    {
        if (text.StartsWith("sqlite:", StringComparison.Ordinal)) return new(new SqliteDestination(text["sqlite:".Length..]), null);

        var parts = text.Split(':');
        if (parts is not ["postgres", var file, var schema]) throw StopException.BadInput($"--into の形が違います: {text}", "--into is sqlite:FILE or postgres:FILE:SCHEMA");

#pragma warning disable CA2000 // What is returned owns it and disposes it.
        var database = NpgsqlDataSource.Create(File.ReadAllText(file).Trim());
#pragma warning restore CA2000
        return new(new PostgresDestination(database, schema), database);
    }

    public ValueTask DisposeAsync() => Database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
