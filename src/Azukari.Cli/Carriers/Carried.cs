using Azukari.Cli.Front;
using Azukari.Protocol;
using Azukari.Protocol.Carriers;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Carriers;

/// <summary>A message that is carried by people (design §7): as a file, or as symbols. <c>qr:FOLDER</c> draws it, <c>qr</c> reads it from a hand scanner, <c>qr:FILE</c> from what a camera has decoded, a line a symbol.</summary>
internal static class Carried
{
    private const string Symbols = "qr", SymbolsAt = "qr:";

    internal static async Task<Message> ReadAsync(string where, CancellationToken cancellation)
    {
        if (where == Symbols) return Collected(await CollectAsync(Console.In, isScanner: true, cancellation));
        if (!where.StartsWith(SymbolsAt, StringComparison.Ordinal)) return Message.Read(await File.ReadAllBytesAsync(where, cancellation));

        using var decoded = File.OpenText(where[SymbolsAt.Length..]);
        return Collected(await CollectAsync(decoded, isScanner: false, cancellation));
    }

    internal static async Task WriteAsync(string where, Message message, CancellationToken cancellation)
    {
        if (where == Symbols) throw StopException.BadInput("書き出し先のフォルダーがありません。", "there is no folder to draw into", "qr:フォルダー の形で指定してください。", "Name it as qr:FOLDER.");
        if (!where.StartsWith(SymbolsAt, StringComparison.Ordinal)) DurableFile.Write(where, message.Write(), isPrivate: false); // What it holds may be nowhere else by the time that it is carried.
        else await SymbolSheet.WriteAsync(where[SymbolsAt.Length..], Drawn(message), cancellation);
    }

    private static IReadOnlyList<string> Drawn(Message message)
    {
        try
        {
            return SymbolText.Of(message.Write());
        }
        catch (ProtocolException fault) when (fault.Fault == ProtocolFault.TooLarge)
        {
            throw StopException.BadInput("二次元コードで運ぶには大きすぎます。", fault.Message, "端末の記録の件数を --after で指定して差分だけにするか、ファイルで運んでください。", "Name with --after how many entries the station has, so that only the rest is carried; or carry a file.");
        }
    }

    private static Message Collected(SymbolCollector collector) => Message.Read(collector.Message(Message.MaxBytes));

    private static async Task<SymbolCollector> CollectAsync(TextReader lines, bool isScanner, CancellationToken cancellation)
    {
        var collector = new SymbolCollector();
        while (!collector.IsComplete)
        {
            if (await lines.ReadLineAsync(cancellation) is not { } line) throw Unfinished(collector);
            if (string.IsNullOrWhiteSpace(line)) continue;

            var verdict = collector.Take(line);
            if (isScanner) await Console.Error.WriteLineAsync(Answer(verdict, collector));
        }

        return collector;
    }

    private static StopException Unfinished(SymbolCollector collector)
    {
        var missing = string.Join(", ", collector.Missing);
        return collector.Count == 0
            ? StopException.BadInput("コードが一つも読み取られていません。", "no symbol was read", "このメッセージのコードを読み取ってください。", "Scan the symbols of this message.")
            : StopException.BadInput($"読み取られていないコードがあります: {missing}", $"symbols are missing: {missing}", "すべてを読み取ってください。順番は問いません。", "Scan all of them, in any order.");
    }

    /// <summary>For whoever holds the scanner: one short line after each beep.</summary>
    private static string Answer(SymbolVerdict verdict, SymbolCollector collector)
    {
        var read = collector.Count - collector.Missing.Count();
        return verdict switch
        {
            SymbolVerdict.Taken => $"{read}/{collector.Count}",
            SymbolVerdict.Again => $"{read}/{collector.Count}  読み取り済み / already read",
            SymbolVerdict.OtherMessage => $"{read}/{collector.Count}  別のメッセージのコード / of another message",
            SymbolVerdict.Damaged => $"{read}/{collector.Count}  読み違い、もう一度 / misread, once more",
            SymbolVerdict.NotOurs => $"{read}/{collector.Count}  預かりのコードではありません / not one of ours",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
