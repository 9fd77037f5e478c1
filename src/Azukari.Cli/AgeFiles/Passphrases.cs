using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Azukari.Cli.Front;
using Azukari.Cli.Stations;

namespace Azukari.Cli.AgeFiles;

/// <summary>Passphrases from a terminal without echo, or from a file that others cannot read; never from an argument or the environment.</summary>
internal static class Passphrases
{
    private const int MaxLength = 1_024;

    internal static bool Asked(ParseResult parsed) => parsed.GetValue(AgeCommand.Passphrase) || parsed.GetValue(AgeCommand.PassphraseFile) is not null;

    /// <summary>The UTF-8 bytes in a pinned array that the caller zeroes.</summary>
    internal static byte[] Get(ParseResult parsed, Screen screen, bool twice)
    {
        if (parsed.GetValue(AgeCommand.PassphraseFile) is { } path) return FirstLine(path);
        if (Console.IsInputRedirected) throw StopException.BadInput("端末がないのでパスフレーズを尋ねられません。", "there is no terminal to ask for the passphrase", "--passphrase-file を使ってください。", "Use --passphrase-file.");

        var first = Ask(screen, "パスフレーズ: ", "passphrase: ");
        if (!twice) return first;

        var second = Ask(screen, "もう一度: ", "once more: ");
        var same = CryptographicOperations.FixedTimeEquals(first, second);
        CryptographicOperations.ZeroMemory(second);
        if (same) return first;

        CryptographicOperations.ZeroMemory(first);
        throw StopException.BadInput("二回の入力が違います。", "the two differ");
    }

    private static byte[] FirstLine(string path)
    {
        var file = SecretFile.Read(path, MaxLength);
        try
        {
            var end = file.AsSpan().IndexOfAny((byte)'\n', (byte)'\r');
            return NotEmpty(file.AsSpan(0, end < 0 ? file.Length : end));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(file);
        }
    }

    private static byte[] Ask(Screen screen, string ja, string en)
    {
        Console.Error.Write(screen.In(ja, en));
        var typed = GC.AllocateArray<char>(MaxLength, pinned: true);
        var utf8 = GC.AllocateArray<byte>(MaxLength * 3, pinned: true);
        try
        {
            var length = 0;
            for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
            {
                if (key.Key == ConsoleKey.Backspace) length = Math.Max(0, length - 1);
                else if (key.KeyChar != '\0' && length < MaxLength) typed[length++] = key.KeyChar;
            }

            Console.Error.WriteLine();
            return NotEmpty(utf8.AsSpan(0, Encoding.UTF8.GetBytes(typed.AsSpan(0, length), utf8)));
        }
        finally
        {
            typed.AsSpan().Clear();
            CryptographicOperations.ZeroMemory(utf8);
        }
    }

    private static byte[] NotEmpty(ReadOnlySpan<byte> passphrase)
    {
        if (passphrase.IsEmpty) throw StopException.BadInput("パスフレーズが空です。", "the passphrase is empty");

        var copy = GC.AllocateArray<byte>(passphrase.Length, pinned: true);
        passphrase.CopyTo(copy);
        return copy;
    }
}
