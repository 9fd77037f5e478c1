using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Cli.Opening;
using Azukari.Cli.Sealing;
using Azukari.Cli.Stations;
using Azukari.Cli.Statements;
using Azukari.Domain;
using Azukari.Domain.Erasure;
using Azukari.Domain.Media;
using Azukari.Protocol.Ledger;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Erasure;

/// <summary><c>azukari erase</c>: at the site, at home, and the look from another device (R19). The draft says which; the station says what it measured.</summary>
internal static class EraseCommand
{
    private static readonly string Tool = $"azukari {typeof(EraseCommand).Assembly.GetName().Version}";

    internal static Command Create() => new Command("erase", "erases a medium, or verifies that it is erased / 消去・検証する")
    {
        Options.Station, Options.DraftFolder, Options.Medium, Options.Desk, Options.In, Options.Out,
    }.Does(async (parsed, screen, cancellation) =>
    {
        using var station = StationFolder.Open(parsed.GetRequiredValue(Options.Station));
        using var exchange = await StationWatch.EnterAsync(parsed, station, screen, cancellation);
        var (folder, medium) = (new DraftFolder(parsed.GetRequiredValue(Options.DraftFolder)), parsed.GetRequiredValue(Options.Medium));
        var draft = folder.Draft();
        var identity = RemovableMedium.Identify(medium);
        var registered = exchange.Desk.Facts.Media.Values.FirstOrDefault(known => known.Admitted.Measured.Serial == identity.Serial)
            ?? throw StopException.BadInput($"登録のない媒体です: {identity.Serial}", $"no medium is registered with serial {identity.Serial}", "媒体を確かめてください。", "Check which medium this is.");

        // What the rules would refuse of an erasure that went well they refuse before a byte is touched.
        var wholly = Wholly(registered);
        Expectation.Check(exchange.Desk.Facts, Signing.ByMachine(folder.Signed(wholly), draft.On, station.Key));
        if (draft.Said["presence"] is { } presence) station.TakePresence(DomainJson.FromNode<Presence>(presence), TimeProvider.System.GetUtcNow());

        var earlier = new EarlierErasure(station, exchange, screen, folder.Signed(wholly).Act.Subject!, registered.Id);
        if (await earlier.FinishAsync(folder.Signed(wholly).Act, medium, cancellation) is not { } measured)
        {
            measured = Work(draft.Act, registered, medium, earlier, screen, cancellation) with { Tool = Tool };
            var message = Message.Of(draft.Engagement, [Signing.ByMachine(folder.Signed(measured), draft.On, station.Key)]);
            station.Outbox.Keep(message);
            earlier.End();
            await station.Outbox.SendAsync(exchange, message, cancellation);
        }

        screen.Answer(
            new JsonObject { ["act"] = draft.Act, ["medium"] = registered.Id.Value, ["method"] = measured.Method, ["bytes"] = measured.Bytes, ["mismatches"] = measured.Mismatches, ["freeSpaceCovered"] = measured.FreeSpaceCovered },
            screen.In($"{registered.Id}: {measured.Method}、{measured.Bytes:N0}バイト、不一致 {measured.Mismatches}", $"{registered.Id}: {measured.Method}, {measured.Bytes:N0} bytes, {measured.Mismatches} mismatches"));
    });

    /// <summary>An erasure that went well.</summary>
    internal static ErasureMeasured Wholly(Medium registered) =>
        new(registered.Id, registered.Admitted.Measured.Serial, "", registered.Admitted.Measured.CapacityBytes, 0, FreeSpaceCovered: true);

    private static ErasureMeasured Work(string act, Medium registered, string medium, EarlierErasure earlier, Screen screen, CancellationToken cancellation)
    {
        var (id, serial) = (registered.Id, registered.Admitted.Measured.Serial);
        var clock = TimeProvider.System;
        var progress = new Progressed<MediumProgress>(screen.Progress("消去中", "erasing", 0), done => done.BytesDone);
        return act switch
        {
            "ErasedAtSiteV1" => AtSite(earlier.BytesBefore(medium), Measured(id, MediumEraser.ErasePayload(medium, Papers.OnMedium(medium), serial, clock, progress, earlier.Note, cancellation))),
            "MediumClearedV1" => Measured(id, MediumEraser.ClearWhole(medium, serial, clock, BudgetOf(registered, medium), progress, cancellation)),
            "ErasureVerifiedV1" => Measured(id, MediumVerifier.VerifyCleared(medium, serial, [], clock, progress, cancellation)),
            _ => throw StopException.BadInput("消去の下書きではありません。", "the draft is of no erasure", "azukari draft erase-at-site などで作成してください。", "Make one with azukari draft erase-at-site, clear-medium or verify-erasure."),
        };
    }

    /// <summary>What an earlier run overwrote and read back counts as measured, by this very station.</summary>
    private static ErasureMeasured AtSite(long before, ErasureMeasured now) => now with { Bytes = now.Bytes + before };

    /// <summary>A folder that stands in for a medium is filled as far as it was tried when it was registered.</summary>
    private static long? BudgetOf(Medium registered, string medium) => RemovableMedium.IsStandIn(medium) ? registered.Admitted.Measured.CapacityBytes : null;

    private static ErasureMeasured Measured(MediumId id, EraseReport report) =>
        new(id, report.Medium.Serial, report.Method, report.BytesOverwritten, report.ReadBackMismatches, report.FreeSpaceCovered);

    private static ErasureMeasured Measured(MediumId id, ClearVerification report) =>
        new(id, report.Medium.Serial, "look-through", report.BytesScanned, report.FindingCount + report.EntriesLeft.Count, report.DeviceScanned);
}
