using Azukari.Cli.Front;
using Azukari.Extraction.Sources;

namespace Azukari.Cli.Sealing;

/// <summary>Where rows come from, as the command line says it: <c>csv:FOLDER</c> or <c>postgres:FILE-with-connection:SCHEMA</c>.</summary>
internal static class SourceText
{
    internal static RowsText<RowSource> Open(string text) => RowsText<RowSource>.Open(
        text, "--source", "csv:FOLDER", folder => new CsvSource(folder), (database, schema) => new PostgresSource(database, schema));
}
