using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Cli.Stations;
using Azukari.Cli.Statements;
using Azukari.Domain.Sealing;

namespace Azukari.Cli.Sealing;

/// <summary><c>azukari seal</c>: the two people have signed at this station; it takes the rows and leaves ciphertext.</summary>
internal static class SealCommand
{
    private static readonly Option<string> Source = new("--source") { Description = "csv:FOLDER or postgres:FILE-with-connection:SCHEMA / 元データ", Required = true };
    private static readonly Option<string[]> Spares = new("--spare") { Description = "spares, in the order of the volumes / 副の媒体（分冊の順）", AllowMultipleArgumentsPerToken = true };

    internal static Command Create() => new Command("seal", "seals what the permit allows onto its media / 封緘する")
    {
        Options.Station, Options.DraftFolder, Options.Media, Spares, Source, Options.Desk, Options.In, Options.Out,
    }.Does(async (parsed, screen, cancellation) =>
    {
        using var station = StationFolder.Open(parsed.GetRequiredValue(Options.Station));
        using var exchange = await StationWatch.EnterAsync(parsed, station, screen, cancellation);
        var source = parsed.GetRequiredValue(Source);
        await using (SourceText.Open(source)) { } // A source that cannot be meant is refused before anybody's code is used up.

        var receipt = await new SealConsignment(station, exchange, screen, TimeProvider.System)
            .RunAsync(new DraftFolder(parsed.GetRequiredValue(Options.DraftFolder)), Media(parsed.GetRequiredValue(Options.Media), parsed.GetValue(Spares) ?? []), source, cancellation);

        var (people, records, volumes) = (receipt.People, receipt.Data.Sum(data => data.Rows), Volumes.Distinct(receipt.Volumes).Count());
        screen.Answer(
            new JsonObject
            {
                ["people"] = people,
                ["records"] = records,
                ["sealedBytes"] = Volumes.Distinct(receipt.Volumes).Sum(volume => volume.Bytes),
                ["sealNumber"] = receipt.SealNumber,
                ["manifest"] = receipt.Manifest.Value,
                ["envelope"] = receipt.Envelope.Value,
                ["media"] = new JsonArray([.. receipt.Volumes.Select(volume => (JsonNode)MediumJson(receipt, volume))]),
            },
            screen.In(
                $"封緘しました。{people:N0}人、{records:N0}件、{volumes}分冊・媒体{receipt.Volumes.Length}個、封緘番号 {receipt.SealNumber}",
                $"sealed: {people:N0} people, {records:N0} records, {volumes} volume(s) on {receipt.Volumes.Length} medium/media, seal number {receipt.SealNumber}"));
    });

    /// <summary>What is on one medium, for whoever asks which volume was lost.</summary>
    internal static JsonObject MediumJson(SealMeasured receipt, SealedVolume volume) => new()
    {
        ["medium"] = volume.Medium.Value,
        ["volume"] = Volumes.Distinct(receipt.Volumes).TakeWhile(each => each.Payload != volume.Payload).Count() + 1,
        ["spare"] = Volumes.First(receipt.Volumes, volume.Payload).Medium != volume.Medium,
        ["people"] = volume.People,
        ["records"] = volume.Data.Sum(data => data.Rows),
    };

    /// <summary>Each volume with its spares: the first spare belongs to the first volume, and after the last volume the first gets a second one.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Media(string[] volumes, string[] spares) =>
        [.. volumes.Select((volume, number) => (IReadOnlyList<string>)[volume, .. spares.Where((_, spare) => spare % volumes.Length == number)])];
}
