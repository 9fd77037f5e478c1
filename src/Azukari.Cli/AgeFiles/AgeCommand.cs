using System.CommandLine;
using Azukari.Cli.Front;

namespace Azukari.Cli.AgeFiles;

/// <summary><c>azukari age</c>: age files for anybody, with the flags that stock age has where both have them.</summary>
/// <remarks>No option takes a secret. Whoever puts one into a command all the same is told so, and it is not repeated.</remarks>
internal static class AgeCommand
{
    internal static readonly Argument<string> Input = new("input") { Description = "file, or - for standard input (default) / 入力", DefaultValueFactory = _ => "-" };
    internal static readonly Option<string?> Output = new("--output", "-o") { Description = "file to make; standard output without it / 出力先" };
    internal static readonly Option<bool> Force = new("--force") { Description = "replace the output if it exists / 上書き" };
    internal static readonly Option<string[]> Identities = new("--identity", "-i") { Description = "identity file, may be repeated / 鍵ファイル" };
    internal static readonly Option<bool> Passphrase = new("--passphrase", "-p") { Description = "ask for a passphrase on the terminal / パスフレーズを尋ねる" };
    internal static readonly Option<string?> PassphraseFile = new("--passphrase-file") { Description = "take it from the first line of a file that others cannot read / パスフレーズのファイル" };
    internal static readonly Option<int> Threads = new("--threads") { Description = "1 to 64 (default: processors, at most four) / スレッド数", DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, 4) };

    internal static Command Create() => new("age", "age files for anybody / 暗号ファイル") { KeygenCommand.Create(), EncryptCommand.Create(), DecryptCommand.Create(), InspectAgeCommand.Create() };

    internal static int ThreadsOf(ParseResult parsed) => parsed.GetValue(Threads) is >= 1 and <= 64 and var threads
        ? threads
        : throw StopException.BadInput("スレッド数は1から64までです。", "threads are 1 to 64");

    /// <summary>Refuses a secret that stands where the name of a file or of a recipient belongs. Whoever looks at the list of processes has seen it.</summary>
    internal static void DemandNoSecret(IEnumerable<string> words)
    {
        if (words.Any(word => word.Contains("SECRET-KEY-", StringComparison.OrdinalIgnoreCase)))
        {
            throw StopException.BadInput(
                "秘密鍵を引数に書いてはいけません。", "a secret key does not belong in a command", "その鍵は使わず、新しい鍵をファイルに作ってください。", "Give that key up and make a new one in a file: azukari age keygen -o FILE.");
        }
    }
}
