using System.CommandLine;
using Azukari.Cli.Carriers;
using Azukari.Domain;
using Azukari.Domain.Engagements;

namespace Azukari.Cli.Front;

/// <summary>The options that several verbs share.</summary>
internal static class Options
{
    internal static readonly Option<string> Desk = new("--desk") { Description = "folder of this desk (default: AZUKARI_DESK) / 作業場所", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("AZUKARI_DESK") ?? "." };
    internal static readonly Option<string?> CarryOut = new("--carry-out") { Description = "the case / 持出番号" };
    internal static readonly Option<string> Station = new("--station") { Description = "folder of this station / 登録端末のフォルダー", Required = true };
    internal static readonly Option<string> Medium = new("--medium") { Description = "where the medium is mounted / 媒体の場所", Required = true };
    internal static readonly Option<string[]> Media = new("--medium") { Description = "where the media are mounted, one a volume / 媒体の場所（分冊ごと）", Required = true, AllowMultipleArgumentsPerToken = true };
    internal static readonly Option<string> DraftFolder = new("--draft") { Description = "folder of the draft / 下書きのフォルダー", Required = true };
    internal static readonly Option<string?> In = new("--in") { Description = "message that was brought: FILE, qr (scanner) or qr:FILE (decoded symbols) / 持ち込まれたメッセージ" };
    internal static readonly Option<string?> Out = new("--out") { Description = "leave the message as FILE or qr:FOLDER (symbols) instead of sending it / ファイルや二次元コードに書き出す" };

    internal static readonly Option<long> After = new("--after") { Description = "how many entries the station has already / 端末がすでに持つ記録の件数" };

    /// <summary>The desk with what was brought to it and, where there is a network, the newest record.</summary>
    /// <param name="parsed">The call.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="first">What is done on the record that is here already, before anything is read or asked: the network keeps nobody waiting.</param>
    internal static async Task<Exchange> ExchangeAsync(ParseResult parsed, CancellationToken cancellation, Action<Engagement>? first = null)
    {
        var desk = Carriers.Desk.Open(parsed.GetValue(Desk)!);
        first?.Invoke(desk.Facts);
        var brought = Given(parsed, In) is { } where ? await Carried.ReadAsync(where, cancellation) : null;
        if (brought is not null) desk.Take(brought);

        var exchange = new Exchange(desk, brought, Given(parsed, Out), TimeProvider.System);
        await exchange.FollowAsync(cancellation);
        return exchange;
    }

    internal static CarryOutId CarryOutOf(ParseResult parsed) => parsed.GetValue(CarryOut) is { } id
        ? new(id)
        : throw StopException.BadInput("--carry-out で持出番号を指定してください。", "name the case with --carry-out");

    private static string? Given(ParseResult parsed, Option<string?> option) => parsed.CommandResult.Command.Options.Contains(option) ? parsed.GetValue(option) : null;
}
