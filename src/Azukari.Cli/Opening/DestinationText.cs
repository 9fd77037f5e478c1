using Azukari.Cli.Front;
using Azukari.Extraction.Destinations;

namespace Azukari.Cli.Opening;

/// <summary>Where rows go, as the command line says it: <c>sqlite:FILE</c> or <c>postgres:FILE-with-connection:SCHEMA</c>.</summary>
internal static class DestinationText
{
    internal static RowsText<Destination> Open(string text) => RowsText<Destination>.Open(
        text, "--into", "sqlite:FILE", file => new SqliteDestination(file), (database, schema) => new PostgresDestination(database, schema));
}
