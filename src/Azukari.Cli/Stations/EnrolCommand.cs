using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Cli.Statements;
using Azukari.Domain.Media;
using Azukari.Domain.People;
using Azukari.Domain.Permits;
using Azukari.Protocol.Ledger;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Stations;

/// <summary><c>azukari enrol</c>: what a station itself must sign to enter the record: itself, a medium that it measures, the one-time keys that it keeps.</summary>
internal static class EnrolCommand
{
    private const long StandInBytes = 4 * 1024 * 1024;

    private static readonly Option<int> Count = new("--count") { Description = "how many / 個数", DefaultValueFactory = _ => 2 };

    internal static Command Create() => new("enrol", "brings a station, a medium, one-time keys into the record / 登録する")
    {
        new Command("station", "the station signs its own enrolment / 登録端末") { Options.Station, Options.DraftFolder, Options.Desk, Options.Out }.Does(StationAsync),
        new Command("medium", "the station measures the medium / 媒体") { Options.Station, Options.DraftFolder, Options.Medium, Options.Desk, Options.Out }.Does(MediumAsync),
        new Command("recipients", "one-time keys, each for one permit / 使い切りの鍵") { Options.Station, Count, Options.Desk, Options.Out }.Does(RecipientsAsync),
    };

    private static async Task StationAsync(ParseResult parsed, Screen screen, CancellationToken cancellation)
    {
        using var station = StationFolder.Open(parsed.GetRequiredValue(Options.Station));
        using var exchange = await Options.ExchangeAsync(parsed, cancellation);
        var draft = new DraftFolder(parsed.GetRequiredValue(Options.DraftFolder));
        var signed = draft.Signed();
        if (signed.Act is not EnrolStation act || act.Station != station.Id || act.Key != station.Fact) throw StopException.BadInput("この端末の登録の下書きではありません。", "the draft does not enrol this station");

        await exchange.DeliverAsync(Message.Of(signed.Engagement, [Signing.ByMachine(signed, draft.Draft().On, station.Key)]), cancellation);
        screen.Answer(new JsonObject { ["station"] = station.Id.Value }, screen.In($"端末を登録しました: {station.Id}", $"enrolled: {station.Id}"));
    }

    private static async Task MediumAsync(ParseResult parsed, Screen screen, CancellationToken cancellation)
    {
        using var station = StationFolder.Open(parsed.GetRequiredValue(Options.Station));
        using var exchange = await Options.ExchangeAsync(parsed, cancellation);
        var medium = parsed.GetRequiredValue(Options.Medium);
        var identity = RemovableMedium.Identify(medium);
        var draft = new DraftFolder(parsed.GetRequiredValue(Options.DraftFolder));
        var signed = draft.Signed(Measured(medium, identity, screen, cancellation));

        await exchange.DeliverAsync(Message.Of(signed.Engagement, [Signing.ByMachine(signed, draft.Draft().On, station.Key)]), cancellation);
        screen.Answer(new JsonObject { ["serial"] = identity.Serial, ["declared"] = identity.SerialSource == SerialSource.Declared }, screen.In($"媒体を登録しました: {identity.Serial}", $"admitted: {identity.Serial}"));
    }

    /// <summary>All free space is written and read back, since false capacity shows in no other way; a folder that stands in for a medium holds what was tried, and no more.</summary>
    private static MediumMeasured Measured(string folder, MediumIdentity identity, Screen screen, CancellationToken cancellation)
    {
        var isStandIn = RemovableMedium.IsStandIn(folder);
        var progress = new Progressed<MediumProgress>(screen.Progress("試験中", "trying", 0), done => done.BytesDone);
        var tried = MediumQualification.Measure(folder, identity.Serial, TimeProvider.System, isStandIn ? StandInBytes : null, progress, cancellation);

        return new(
            identity.Serial, identity.SerialSource == SerialSource.Declared, isStandIn ? tried.BytesWritten : identity.CapacityBytes,
            new(tried.BytesWritten, tried.Mismatches, tried.WriteBytesPerSecond, tried.ReadBytesPerSecond), identity.BlockDevice?.Vendor, identity.BlockDevice?.Model);
    }

    private static async Task RecipientsAsync(ParseResult parsed, Screen screen, CancellationToken cancellation)
    {
        using var station = StationFolder.Open(parsed.GetRequiredValue(Options.Station));
        using var exchange = await Options.ExchangeAsync(parsed, cancellation);
        var engagement = exchange.Desk.Settings.Engagement;
        var genesis = exchange.Desk.Facts.Genesis ?? throw StopException.BadInput("委託業務がまだ始まっていません。", "the engagement has not been founded");

        var raw = Enumerable.Range(0, parsed.GetValue(Count)).Select(_ => station.Keys.Make(TimeProvider.System.GetUtcNow())).ToArray();
        var acts = raw.Select(recipient => Signing.ByMachine(new SignedAct(engagement, new DepositRecipient(Digests.Sha256(recipient)), [], null), genesis, station.Key));
        foreach (var paper in raw) exchange.Desk.KeepPaper(paper);

        await exchange.DeliverAsync(Message.Of(engagement, acts, raw), cancellation);
        screen.Answer(new JsonObject { ["deposited"] = new JsonArray([.. raw.Select(recipient => (JsonNode)Digests.Sha256(recipient).Value)]) }, screen.In($"鍵を{raw.Length}個預託しました。", $"{raw.Length} one-time keys deposited."));
    }
}
