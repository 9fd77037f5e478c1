using System.CommandLine;
using Azukari.Age;
using Azukari.Evidence;
using Azukari.Extraction;
using Azukari.Extraction.Destinations;
using Azukari.Extraction.Packaging;
using Azukari.Extraction.Sources;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Front;

/// <summary>The frame of every verb: common options, one place where a failure becomes words and an exit code.</summary>
internal static class Verb
{
    internal static readonly Option<bool> Json = new("--json") { Description = "print one JSON object / JSONで出力", Recursive = true };

    internal static readonly Option<string> Language = new("--lang") { Description = "ja (default) or en / 表示言語", Recursive = true, DefaultValueFactory = _ => "ja" };

    /// <summary>Gives a command its action.</summary>
    internal static Command Does(this Command command, Func<ParseResult, Screen, CancellationToken, Task> action)
    {
        command.SetAction(async (parsed, cancellation) =>
        {
            var screen = new Screen(parsed.GetValue(Json), parsed.GetValue(Language) != "en");
            try
            {
                await action(parsed, screen, cancellation);
                return (int)ExitCode.Done;
            }
            catch (OperationCanceledException)
            {
                screen.Say("中断しました。途中のものは残していません。", "Interrupted; nothing half done is left.");
                return (int)ExitCode.Interrupted;
            }
            catch (Exception fault) when (Stop(fault) is { } stop)
            {
                screen.Complain(stop);
                return (int)stop.Code;
            }
        });
        return command;
    }

    /// <summary>The failures that a person can do something about, by where they come from. Anything else is a bug and ends the process as one.</summary>
    internal static StopException? Stop(Exception fault) => fault switch
    {
        StopException stop => stop,
        ProtocolException wrong => new(ExitCode.BadInput, new Spoken(wrong.Fault.ToString(), "メッセージまたは署名が正しくありません。", wrong.Message, "発行元から受け取り直してください。", "Ask whoever sent it for a new one.")),
        ReplayException wrong => new(ExitCode.NotProven, new Spoken("replay", "記録が規則に合いません。", wrong.Message, "この記録では何もせず、双方の責任者に知らせてください。", "Do nothing on this record and tell both sides.")),
        EvidenceException wrong => new(ExitCode.NotProven, new Spoken(wrong.Fault.ToString(), "この証拠は何も証明しません。", wrong.Message, "双方に新しい一式を求めてください。", "Ask both sides for a fresh bundle.")),
        SourceException wrong => StopException.BadInput("元データに誤りがあります。", wrong.Message, "元データの該当箇所を直して、封緘をやり直してください。", "Mend the source at that place and seal again."),
        PackageLimitException wrong => new(ExitCode.Refused, new Spoken("R10 PeopleTooMany", "許可された人数を超えています。", wrong.Message, "対象を減らすか、申請を改めてください。", "Take fewer people or apply again.")),
        PackageException wrong => new(ExitCode.BadInput, new Spoken("package", "中身が目録と一致しません。何も投入していません。", wrong.Message, "封緘をやり直してください。", "Have it sealed again.")),
        DestinationException wrong => StopException.BadInput("投入先のデータベースが受け付けません。何も投入していません。", $"the destination did not take it, nothing was loaded: table {wrong.Table}, code {wrong.Code}", "データベースを確かめて、もう一度 azukari open を実行してください。", "Check the database and run azukari open again."),
        AlreadyLoadedException wrong => StopException.BadInput("この持出は投入済みです。", wrong.Message, "もう一度 azukari open を実行すると後始末だけを行います。", "Run azukari open again; it does only what is left."),
        AgeException wrong => new(ExitCode.BadInput, new Spoken(wrong.Fault.ToString(), "暗号文が開けません。", wrong.Message, "媒体とその内容を確かめてください。", "Check the medium and what is on it.")),
        MediumException wrong => MediumWords.Stop(wrong),
        HttpRequestException wrong => new(ExitCode.NotReachable, new Spoken("not-reachable", "相手につながりません。", wrong.Message, "作ったものは残っています。つながってから、同じ操作をもう一度実行してください。", "What was made is kept; run the same again when it answers.")),
        IOException or UnauthorizedAccessException => StopException.BadInput("ファイルを読み書きできません。", fault.Message, "場所、権限、空き容量を確かめてください。", "Check the place, the rights and the free space."),
        _ => null,
    };
}
