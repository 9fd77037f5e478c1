using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azukari.Age;
using Azukari.Cli.Front;

namespace Azukari.Cli.AgeFiles;

/// <summary><c>azukari age keygen</c>: makes an identity file, post-quantum unless asked otherwise, or tells the recipients of one.</summary>
internal static class KeygenCommand
{
    private static readonly Option<bool> Classic = new("--classic") { Description = "X25519 alone, for age before 1.3 / 旧版用" };
    private static readonly Option<string?> Of = new("--recipients-of", "-y") { Description = "tell the recipients of this identity file instead / 鍵ファイルの受取人を表示" };

    internal static Command Create() =>
        new Command("keygen", "makes a key / 鍵を作る") { AgeCommand.Output, AgeCommand.Force, Classic, Of, AgeCommand.Passphrase, AgeCommand.PassphraseFile }.Does((parsed, screen, cancellation) =>
            parsed.GetValue(Of) is { } file ? Tell(parsed, screen, file) : MakeAsync(parsed, screen, cancellation));

    private static Task Tell(ParseResult parsed, Screen screen, string file)
    {
        using var ring = KeyRing.Of(parsed, screen, [file]);
        string[] recipients = [.. ring.Identities.Select(identity => Recipient(identity)?.ToString()).OfType<string>()];
        screen.Answer(new JsonObject { ["recipients"] = new JsonArray([.. recipients.Select(recipient => (JsonNode)recipient)]) }, recipients);
        return Task.CompletedTask;
    }

    private static async Task MakeAsync(ParseResult parsed, Screen screen, CancellationToken cancellation)
    {
        using AgeIdentity identity = parsed.GetValue(Classic) ? X25519Identity.Generate() : HybridIdentity.Generate();
        var recipient = Recipient(identity)!;
        var file = Written(identity, recipient);
        try
        {
            if (Passphrases.Asked(parsed)) file = Closed(file, Passphrases.Get(parsed, screen, twice: true));
            if (parsed.GetValue(AgeCommand.Output) is not { } path)
            {
                await using var output = Console.OpenStandardOutput();
                await output.WriteAsync(file, cancellation);
                return;
            }

            AgeCommand.DemandNoSecret([path]);
            using var whole = new WholeFile(path, parsed.GetValue(AgeCommand.Force), ownerOnly: true);
            await whole.Stream.WriteAsync(file, cancellation);
            whole.Keep();
            screen.Answer(new JsonObject { ["recipient"] = $"{recipient}", ["postQuantum"] = recipient.PostQuantum, ["file"] = path }, $"{recipient}");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(file);
        }
    }

    private static AgeRecipient? Recipient(AgeIdentity identity) => identity switch
    {
        HybridIdentity hybrid => hybrid.Recipient,
        X25519Identity classic => classic.Recipient,
        _ => null,
    };

    private static byte[] Written(AgeIdentity identity, AgeRecipient recipient) => identity is HybridIdentity hybrid
        ? IdentityFile.Write(hybrid, $"public key: {recipient}")
        : IdentityFile.Write((X25519Identity)identity, $"public key: {recipient}");

    private static byte[] Closed(byte[] file, byte[] passphrase)
    {
        try
        {
            return AgeArmor.Encode(AgeFile.EncryptWithPassphrase(file, passphrase));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(file);
            CryptographicOperations.ZeroMemory(passphrase);
        }
    }
}
