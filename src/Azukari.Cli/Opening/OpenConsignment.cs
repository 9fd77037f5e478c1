using System.Collections.Immutable;
using Azukari.Age;
using Azukari.Cli.Carriers;
using Azukari.Cli.Confined;
using Azukari.Cli.Front;
using Azukari.Cli.Sealing;
using Azukari.Cli.Stations;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Opening;
using Azukari.Domain.Sealing;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Opening;
using Azukari.Protocol.Sealing;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Opening;

/// <summary>開封, told top to bottom, the mirror of sealing: release → stored → an inner process (<see cref="LoadPayload"/>: last layer → age → rows in one transaction with the marker) → key destroyed → receipt.</summary>
internal sealed class OpenConsignment(StationFolder station, Exchange exchange, Screen screen, TimeProvider clock)
{
    /// <summary>Opens and loads. Null when the release had to be asked for by file.</summary>
    /// <param name="id">The case.</param>
    /// <param name="media">Where the media are mounted, one of each volume; a spare serves as well as its volume.</param>
    /// <param name="into">Where the rows go, as on the command line.</param>
    /// <param name="cancellation">Interrupts; nothing is then loaded.</param>
    internal async Task<LoadMeasured?> RunAsync(CarryOutId id, IReadOnlyList<string> media, string into, CancellationToken cancellation)
    {
        var carryOut = exchange.Desk.Facts.Find(id) ?? throw StopException.BadInput($"記録にない持出です: {id}", $"the record knows no '{id}'");
        var (seal, permit) = (carryOut.Seal ?? throw StopException.BadInput("封緘の記録がありません。", "there is no seal receipt"), carryOut.Permit!);
        await using var destination = DestinationText.Open(into);

        // After a crash the marker row says whether the commit happened; then only the end is left to do.
        if (await destination.Rows.FindMarkerAsync(id.Value, cancellation) is not { } done || done.ManifestSha256 != seal.Measured.Manifest.Value)
        {
            var manifest = DomainJson.FromBytes<Manifest>(await exchange.PaperAsync(seal.Measured.Manifest, cancellation), Manifest.MaxBytes);
            var volumes = VolumesAt(seal.Measured, manifest, media);
            if (await StoredEnvelopeAsync(carryOut, permit, cancellation) is not { } envelope) return null;

            Demand(permit);
            var order = new LoadOrder(
                id, seal.Measured.Manifest, station.Place, permit.Keys.Destination, envelope, into, OrderedData.Of(exchange.Desk.Facts, carryOut.Plan), volumes, clock.GetUtcNow(), screen.Json, screen.Japanese);
            await InnerProcess.RunAsync(LoadPayload.Verb, DomainJson.ToBytes(order), cancellation);
        }

        Forget(EnvelopePath(id));
        var tombstone = station.Keys.Destroy(permit.Keys.Destination, DestructionCause.Loaded, clock.GetUtcNow());
        var measured = new LoadMeasured(seal.Measured.Manifest, seal.Measured.People, seal.Measured.Data, tombstone);
        var current = await CurrentAsync(id, cancellation);
        if (current.Loaded is null) await DeliverAsync(new ConfirmLoaded(id, measured), current.Arrival!.Mark.Leaf, cancellation); // Else the last run told it and did not hear the answer.
        return measured;
    }

    /// <summary>Loads nothing and destroys this station's key: open to whoever is there, whatever has expired (R32).</summary>
    internal async Task GiveUpAsync(CarryOutId id, CancellationToken cancellation)
    {
        var carryOut = exchange.Desk.Facts.Find(id);
        var permit = carryOut?.Permit ?? throw StopException.BadInput($"記録にない持出です: {id}", $"the record knows no '{id}'");

        Forget(EnvelopePath(id));
        var tombstone = station.Keys.Destroy(permit.Keys.Destination, DestructionCause.GaveUp, clock.GetUtcNow());
        if (carryOut!.GaveUp is null) await DeliverAsync(new GiveUp(id, new GiveUpMeasured(tombstone)), carryOut.Seal?.Mark.Leaf ?? permit.Mark.Leaf, cancellation);
    }

    /// <summary>Every volume once, on whichever of its media is here; all are loaded in one transaction, so none may be missing.</summary>
    private static ImmutableArray<OpenedVolume> VolumesAt(SealMeasured seal, Manifest manifest, IReadOnlyList<string> media)
    {
        var mounted = media.ToLookup(folder => RemovableMedium.Identify(folder).Serial, Path.GetFullPath);
        return [.. seal.Volumes.Zip(manifest.DataPackages).GroupBy(pair => pair.First.Payload).Select((copies, number) =>
        {
            var (here, package) = copies.FirstOrDefault(copy => mounted.Contains(copy.First.Serial));
            return here is not null ? new OpenedVolume(mounted[here.Serial].First(), here, package) : throw Missing(number + 1, copies.Select(copy => copy.First.Medium));
        })];
    }

    private static StopException Missing(int number, IEnumerable<MediumId> media)
    {
        var names = string.Join(" / ", media);
        return StopException.BadInput(
            $"第{number}分冊の媒体がありません: {names}", $"volume {number} is not here: {names}", "すべての分冊の媒体（正または副）を --medium で指定してください。", "Name a medium of every volume with --medium; a spare will do.");
    }

    /// <summary>The envelope without the two sides' layers, still locked with this station's own key; on disk before anything else is done with it.</summary>
    private async Task<byte[]?> StoredEnvelopeAsync(CarryOut carryOut, Permit permit, CancellationToken cancellation)
    {
        var path = EnvelopePath(carryOut.Id);
        if (File.Exists(path)) return await File.ReadAllBytesAsync(path, cancellation);

        if (exchange.Brought is { } brought && brought.Papers.FirstOrDefault(IsReleased) is { } carried)
        {
            Demand(permit);
            SecretFile.Write(path, carried);
            return carried;
        }

        if (!exchange.IsOnline)
        {
            var arrival = carryOut.Arrival?.Mark.Leaf ?? throw StopException.BadInput("到着が証明されていません。", "its arrival has not been proven", "先に azukari arrive を実行してください。", "Run azukari arrive first.");
            var request = ReleaseRequest.Create(exchange.Desk.Settings.Engagement, carryOut.Id, arrival, station.Key);
            await exchange.DeliverAsync(new Message(exchange.Desk.Settings.Engagement, 0, [], [], [], request), cancellation);
            return null;
        }

        var released = await exchange.ReleaseAsync(carryOut.Id, await exchange.PaperAsync(carryOut.Seal!.Measured.Envelope, cancellation), null, cancellation);
        SecretFile.Write(path, released);
        return released;

        // Other papers travel in the same message; of the envelopes only this one is not in the record. What is in it the inner process finds out.
        bool IsReleased(byte[] paper) => Digests.Sha256(paper) != carryOut.Seal!.Measured.Envelope && IsEnvelope(paper);
    }

    private static bool IsEnvelope(byte[] paper)
    {
        try
        {
            using var bytes = new MemoryStream(paper, writable: false);
            return AgeFile.Inspect(bytes).HasExactlyOneHybridStanza;
        }
        catch (AgeException)
        {
            return false;
        }
    }

    private void Demand(Permit permit) => station.Keys.Demand(permit.Keys.Destination, exchange.Desk.Facts, clock.GetUtcNow());

    private static void Forget(string path)
    {
        if (File.Exists(path)) DurableFile.Remove(path);
    }

    private async Task<CarryOut> CurrentAsync(CarryOutId id, CancellationToken cancellation)
    {
        await exchange.FollowAsync(cancellation);
        return exchange.Desk.Facts.Find(id)!;
    }

    private Task DeliverAsync(Act act, Digest on, CancellationToken cancellation) =>
        exchange.DeliverAsync(Message.Of(exchange.Desk.Settings.Engagement, [Signing.ByMachine(new SignedAct(exchange.Desk.Settings.Engagement, act, [], null), on, station.Key)]), cancellation);

    private string EnvelopePath(CarryOutId id) => station.WorkPath(id, "envelope");
}
