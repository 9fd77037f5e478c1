using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Age;
using Azukari.Cli.Front;
using Azukari.Cli.Sealing;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Ledger;

/// <summary><c>azukari inspect</c>: what a medium or an age file shows without any key.</summary>
internal static class InspectCommand
{
    private static readonly Argument<string> Place = new("place") { Description = "a medium's folder or an age file / 媒体またはファイル" };

    internal static Command Create() => new Command("inspect", "says what a medium shows without a key / 鍵なしで分かることを表示") { Place }.Does(async (parsed, screen, cancellation) =>
    {
        var place = parsed.GetRequiredValue(Place);
        var answer = new JsonObject();
        if (Directory.Exists(place))
        {
            var identity = RemovableMedium.Identify(place);
            answer["serial"] = identity.Serial;
            answer["serialIsDeclared"] = identity.SerialSource == SerialSource.Declared;
            answer["capacityBytes"] = identity.CapacityBytes;
            if (File.Exists(Path.Combine(place, Papers.LabelFile))) answer["label"] = JsonNode.Parse(await File.ReadAllBytesAsync(Path.Combine(place, Papers.LabelFile), cancellation));
            place = Path.Combine(place, Papers.PayloadFile);
        }

        if (File.Exists(place))
        {
            await using var file = File.OpenRead(place);
            var inspection = AgeFile.Inspect(file);
            answer["stanzas"] = new JsonArray([.. inspection.Stanzas.Select(stanza => (JsonNode)stanza.Type)]);
            answer["headerSize"] = inspection.HeaderSize;
            answer["payloadSize"] = inspection.PayloadSize;
            answer["postQuantum"] = inspection.PostQuantum;
        }

        screen.Answer(answer, answer.Select(member => $"{member.Key}: {member.Value?.ToJsonString()}"));
    });
}
