using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;

namespace Azukari.Cli.Statements;

/// <summary><c>azukari sign</c>: one person signs, with one software key file, what a draft asks of that person.</summary>
internal static class SignCommand
{
    private static readonly Option<string> Key = new("--key") { Description = "the signer's key file, mode 0600 / 署名者の鍵ファイル", Required = true };

    internal static Command Create() => new Command("sign", "signs a statement with one person's key file / 署名する") { Key, Options.DraftFolder }.Does((parsed, screen, _) =>
    {
        using var key = PersonKeyFile.Open(parsed.GetRequiredValue(Key));
        new DraftFolder(parsed.GetRequiredValue(Options.DraftFolder)).Sign(key);

        screen.Answer(
            new JsonObject { ["signed"] = key.Person.Value, ["key"] = key.Fact.Id.Value, ["form"] = "software" },
            screen.In($"{key.Person} が署名しました（ソフトウェア鍵）。", $"signed by {key.Person} (software key)."));
        return Task.CompletedTask;
    });
}
