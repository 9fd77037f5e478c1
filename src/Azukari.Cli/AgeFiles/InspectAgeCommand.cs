using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Age;
using Azukari.Cli.Front;

namespace Azukari.Cli.AgeFiles;

/// <summary><c>azukari age inspect</c>: what an age file shows without a key. Nothing of it is authenticated.</summary>
internal static class InspectAgeCommand
{
    internal static Command Create() => new Command("inspect", "says what a file shows without a key / 鍵なしで分かることを表示") { AgeCommand.Input }.Does(async (parsed, screen, cancellation) =>
    {
        await using var source = Ways.Open(parsed);
        var (stream, armored) = await Armor.OffAsync(source, cancellation);
        var seen = !armored && source is FileStream { CanSeek: true } file ? AgeFile.Inspect(file.SafeFileHandle) : AgeFile.Inspect(stream);

        var answer = new JsonObject
        {
            ["armored"] = armored,
            ["postQuantum"] = seen.PostQuantum,
            ["exactlyOneHybridRecipient"] = seen.HasExactlyOneHybridStanza,
            ["headerSize"] = seen.HeaderSize,
            ["payloadSize"] = seen.PayloadSize,
            ["plaintextSize"] = seen.PlaintextSize,
            ["stanzas"] = new JsonArray([.. seen.Stanzas.Select(stanza => (JsonNode)new JsonObject
            {
                ["type"] = stanza.Type, ["arguments"] = stanza.ArgumentCount, ["argumentSize"] = stanza.ArgumentSize, ["bodySize"] = stanza.BodySize,
            })]),
        };
        screen.Answer(answer, answer.Select(member => $"{member.Key}: {member.Value?.ToJsonString() ?? "unknown"}"));
    });
}
