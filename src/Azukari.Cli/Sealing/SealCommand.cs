using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Cli.Stations;
using Azukari.Cli.Statements;
using Azukari.Extraction.Sources;
using Npgsql;

namespace Azukari.Cli.Sealing;

/// <summary><c>azukari seal</c>: the two people have signed at this station; it takes the rows and leaves ciphertext.</summary>
internal static class SealCommand
{
    private static readonly Option<string> Source = new("--source") { Description = "csv:FOLDER or postgres:FILE-with-connection:SCHEMA / 元データ", Required = true };

    internal static Command Create() => new Command("seal", "seals what the permit allows onto a medium / 封緘する")
    {
        Options.Station, Options.DraftFolder, Options.Medium, Source, Options.Desk, Options.In, Options.Out,
    }.Does(async (parsed, screen, cancellation) =>
    {
        using var station = StationFolder.Open(parsed.GetRequiredValue(Options.Station));
        using var exchange = await StationWatch.EnterAsync(parsed, station, screen, cancellation);
        await using var source = OpenSource(parsed.GetRequiredValue(Source));

        var receipt = await new SealConsignment(station, exchange, screen, TimeProvider.System)
            .RunAsync(new DraftFolder(parsed.GetRequiredValue(Options.DraftFolder)), parsed.GetRequiredValue(Options.Medium), source.Rows, cancellation);

        screen.Answer(
            new JsonObject
            {
                ["people"] = receipt.People,
                ["records"] = receipt.Data.Sum(data => data.Rows),
                ["sealedBytes"] = receipt.Volumes.Sum(volume => volume.Bytes),
                ["sealNumber"] = receipt.SealNumber,
                ["manifest"] = receipt.Manifest.Value,
                ["envelope"] = receipt.Envelope.Value,
            },
            screen.In($"封緘しました。{receipt.People:N0}人、{receipt.Data.Sum(data => data.Rows):N0}件、封緘番号 {receipt.SealNumber}", $"sealed: {receipt.People:N0} people, {receipt.Data.Sum(data => data.Rows):N0} records, seal number {receipt.SealNumber}"));
    });

    private static OpenedSource OpenSource(string text)
    {
        if (text.StartsWith("csv:", StringComparison.Ordinal)) return new(new CsvSource(text["csv:".Length..]), null);

        var parts = text.Split(':');
        if (parts is not ["postgres", var file, var schema]) throw StopException.BadInput($"--source の形が違います: {text}", "--source is csv:FOLDER or postgres:FILE:SCHEMA");

#pragma warning disable CA2000 // What is returned owns it and disposes it.
        var database = NpgsqlDataSource.Create(File.ReadAllText(file).Trim());
#pragma warning restore CA2000
        return new(new PostgresSource(database, schema), database);
    }

    private sealed record OpenedSource(RowSource Rows, NpgsqlDataSource? Database) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Database?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
