using Azukari.Cli.Front;
using Azukari.Extraction.Sources;
using Npgsql;

namespace Azukari.Cli.Sealing;

/// <summary>Where rows come from, as the command line says it: <c>csv:FOLDER</c> or <c>postgres:FILE-with-connection:SCHEMA</c>.</summary>
internal sealed record SourceText(RowSource Rows, NpgsqlDataSource? Database) : IAsyncDisposable
{
    internal static SourceText Open(string text)
    {
        if (text.StartsWith("csv:", StringComparison.Ordinal)) return new(new CsvSource(text["csv:".Length..]), null);

        var parts = text.Split(':');
        if (parts is not ["postgres", var file, var schema]) throw StopException.BadInput($"--source の形が違います: {text}", "--source is csv:FOLDER or postgres:FILE:SCHEMA");

#pragma warning disable CA2000 // What is returned owns it and disposes it.
        var database = NpgsqlDataSource.Create(File.ReadAllText(file).Trim());
#pragma warning restore CA2000
        return new(new PostgresSource(database, schema), database);
    }

    public ValueTask DisposeAsync() => Database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
