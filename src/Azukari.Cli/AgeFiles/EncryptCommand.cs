using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Azukari.Age;
using Azukari.Cli.Front;

namespace Azukari.Cli.AgeFiles;

/// <summary><c>azukari age encrypt</c>: to recipients of any size; under a passphrase or as text what fits into memory.</summary>
internal static class EncryptCommand
{
    private static readonly Option<string[]> Recipients = new("--recipient", "-r") { Description = "for whom, may be repeated / 受取人" };
    private static readonly Option<string[]> RecipientFiles = new("--recipients-file", "-R") { Description = "file with one recipient a line / 受取人のファイル" };
    private static readonly Option<bool> AsText = new("--armor", "-a") { Description = "as text, for small files / テキスト形式" };

    internal static Command Create() => new Command("encrypt", "encrypts / 暗号化")
    {
        AgeCommand.Input, Recipients, RecipientFiles, AsText, AgeCommand.Passphrase, AgeCommand.PassphraseFile, AgeCommand.Output, AgeCommand.Force, AgeCommand.Threads,
    }.Does((parsed, screen, cancellation) =>
    {
        AgeCommand.DemandNoSecret([.. parsed.GetValue(Recipients)!, .. parsed.GetValue(RecipientFiles)!, parsed.GetValue(AgeCommand.Input)!, parsed.GetValue(AgeCommand.Output) ?? ""]);
        if (!parsed.GetValue(AsText) && parsed.GetValue(AgeCommand.Output) is null && !Console.IsOutputRedirected)
            throw StopException.BadInput("端末には表示できません。", "a terminal cannot show it", "-o で出力先を指定するか、-a でテキスト形式にしてください。", "Name a file with -o, or make it text with -a.");

        return Passphrases.Asked(parsed) || parsed.GetValue(AsText) ? InMemoryAsync(parsed, screen, cancellation) : StreamedAsync(parsed, screen, cancellation);
    });

    private static Task StreamedAsync(ParseResult parsed, Screen screen, CancellationToken cancellation)
    {
        var recipients = RecipientsOf(parsed);
        var options = new AgeWriteOptions { Threads = AgeCommand.ThreadsOf(parsed) };
        return Ways.RunAsync(parsed, screen, ("暗号化中", "encrypting"), secretOutput: false, new(
            (source, destination, progress) => AgeTransfer.EncryptAsync(source, destination, recipients, options, progress, cancellation),
            (source, destination, progress) => AgeTransfer.EncryptAsync(source, destination, recipients, options, progress, cancellation),
            ReadsText: false));
    }

    private static async Task InMemoryAsync(ParseResult parsed, Screen screen, CancellationToken cancellation)
    {
        await Ways.RunAsync(parsed, screen, ("暗号化中", "encrypting"), secretOutput: false, new(null, async (source, destination, _) =>
        {
            var plaintext = await Whole.ReadAsync(source, Armor.MaxBytes, cancellation);
            var file = Passphrases.Asked(parsed) ? UnderPassphrase(parsed, screen, plaintext) : AgeFile.Encrypt(plaintext, RecipientsOf(parsed));
            CryptographicOperations.ZeroMemory(plaintext);
            await destination.WriteAsync(parsed.GetValue(AsText) ? AgeArmor.Encode(file) : file, cancellation);
            return plaintext.Length;
        }, ReadsText: false));
    }

    private static byte[] UnderPassphrase(ParseResult parsed, Screen screen, byte[] plaintext)
    {
        if (parsed.GetValue(Recipients)!.Length + parsed.GetValue(RecipientFiles)!.Length > 0)
            throw StopException.BadInput("パスフレーズと受取人は併用できません。", "a passphrase and recipients do not go together");

        var passphrase = Passphrases.Get(parsed, screen, twice: true);
        try
        {
            return AgeFile.EncryptWithPassphrase(plaintext, passphrase);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(passphrase);
        }
    }

    private static List<AgeRecipient> RecipientsOf(ParseResult parsed)
    {
        List<AgeRecipient> recipients = [.. parsed.GetValue(Recipients)!.Select(text => Parse(text, "-r"))];
        foreach (var path in parsed.GetValue(RecipientFiles)!)
        {
            var lines = File.ReadAllLines(path).Select((text, at) => (Text: text, At: $"{Path.GetFileName(path)}:{at + 1}"));
            recipients.AddRange(lines.Where(line => line.Text.Length > 0 && line.Text[0] != '#').Select(line => Parse(line.Text, line.At)));
        }

        if (recipients.Count == 0) throw StopException.BadInput("受取人がありません。", "there is no recipient", "-r か -R で指定してください。", "Name one with -r or -R.");
        if (recipients.DistinctBy(recipient => recipient.PostQuantum).Count() > 1)
            throw StopException.BadInput("耐量子の受取人とそうでない受取人は混ぜられません。", "post-quantum and classic recipients are not mixed in one file", "別々のファイルにしてください。", "Make one file for each kind.");

        return recipients;
    }

    private static AgeRecipient Parse(string text, string where)
    {
        AgeCommand.DemandNoSecret([text]);
        try
        {
            return AgeRecipient.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (FormatException)
        {
            throw StopException.BadInput($"受取人として読めません（{where}）。", $"not a recipient ({where})", "age1pq1… か age1… の全体を写してください。", "Copy all of age1pq1… or age1….");
        }
    }
}
