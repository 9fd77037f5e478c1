using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Cli.Opening;
using Azukari.Cli.Sealing;
using Azukari.Cli.Stations;
using Azukari.Cli.Statements;
using Azukari.Domain;
using Azukari.Domain.Erasure;
using Azukari.Protocol.Ledger;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Erasure;

/// <summary><c>azukari erase</c>: at the site, at home, and the look from another device (R19). The draft says which; the station says what it measured.</summary>
internal static class EraseCommand
{
    internal static Command Create() => new Command("erase", "erases a medium, or verifies that it is erased / 消去・検証する")
    {
        Options.Station, Options.DraftFolder, Options.Medium, Options.Desk, Options.In, Options.Out,
    }.Does(async (parsed, screen, cancellation) =>
    {
        using var station = StationFolder.Open(parsed.GetRequiredValue(Options.Station));
        using var exchange = await Options.ExchangeAsync(parsed, cancellation);
        var (folder, medium) = (new DraftFolder(parsed.GetRequiredValue(Options.DraftFolder)), parsed.GetRequiredValue(Options.Medium));
        var draft = folder.Draft();
        var identity = RemovableMedium.Identify(medium);
        var registered = exchange.Desk.Facts.Media.Values.FirstOrDefault(known => known.Admitted.Measured.Serial == identity.Serial)
            ?? throw StopException.BadInput($"登録のない媒体です: {identity.Serial}", $"no medium is registered with serial {identity.Serial}", "媒体を確かめてください。", "Check which medium this is.");

        var nothing = new ErasureMeasured(registered.Id, identity.Serial, "", 0, 0, FreeSpaceCovered: false);
        Expectation.Check(exchange.Desk.Facts, Signing.ByMachine(folder.Signed(nothing), draft.On, station.Key));
        if (draft.Said["presence"] is { } presence) station.TakePresence(DomainJson.FromNode<Presence>(presence), TimeProvider.System.GetUtcNow());

        var report = Work(draft.Act, medium, screen, cancellation);
        var measured = new ErasureMeasured(registered.Id, identity.Serial, report.Method, report.Bytes, report.Mismatches, report.FreeSpaceCovered);
        await exchange.DeliverAsync(Message.Of(draft.Engagement, [Signing.ByMachine(folder.Signed(measured), draft.On, station.Key)]), cancellation);

        screen.Answer(
            new JsonObject { ["act"] = draft.Act, ["medium"] = registered.Id.Value, ["method"] = report.Method, ["bytes"] = report.Bytes, ["mismatches"] = report.Mismatches, ["level"] = "clear", ["freeSpaceCovered"] = report.FreeSpaceCovered },
            screen.In($"{registered.Id}: {report.Method}、{report.Bytes:N0}バイト、不一致 {report.Mismatches}", $"{registered.Id}: {report.Method}, {report.Bytes:N0} bytes, {report.Mismatches} mismatches"));
    });

    private static EraseReport Work(string act, string medium, Screen screen, CancellationToken cancellation) => act switch
    {
        "ErasedAtSiteV1" => MediumEraser.EraseFiles(medium, Papers.FilesOnMedium, screen.Progress("消去中", "erasing", 0), cancellation),
        "MediumClearedV1" => MediumEraser.Clear(medium, screen.Progress("消去中", "clearing", 0), cancellation),
        "ErasureVerifiedV1" => MediumEraser.Verify(medium),
        _ => throw StopException.BadInput("消去の下書きではありません。", "the draft is of no erasure", "azukari draft erase-at-site などで作成してください。", "Make one with azukari draft erase-at-site, clear-medium or verify-erasure."),
    };
}
