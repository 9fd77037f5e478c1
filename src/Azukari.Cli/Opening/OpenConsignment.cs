using System.Security.Cryptography;
using System.Text;
using Azukari.Age;
using Azukari.Cli.Carriers;
using Azukari.Cli.Front;
using Azukari.Cli.Sealing;
using Azukari.Cli.Stations;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Opening;
using Azukari.Extraction;
using Azukari.Extraction.Destinations;
using Azukari.Extraction.Packaging;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Opening;
using Azukari.Protocol.Sealing;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Opening;

/// <summary>開封, told top to bottom, the mirror of sealing: release → stored → last layer → age → rows in one transaction with the marker → key destroyed → receipt.</summary>
internal sealed class OpenConsignment(StationFolder station, Exchange exchange, Screen screen, TimeProvider clock)
{
    /// <summary>Opens and loads. Null when the release had to be asked for by file.</summary>
    internal async Task<LoadMeasured?> RunAsync(CarryOutId id, string medium, Destination destination, CancellationToken cancellation)
    {
        var carryOut = exchange.Desk.Facts.Find(id) ?? throw StopException.BadInput($"記録にない持出です: {id}", $"the record knows no '{id}'");
        var (seal, permit) = (carryOut.Seal ?? throw StopException.BadInput("封緘の記録がありません。", "there is no seal receipt"), carryOut.Permit!);

        // After a crash the marker row says whether the commit happened; then only the end is left to do.
        if (await destination.FindMarkerAsync(id.Value, cancellation) is not { } done || done.ManifestSha256 != seal.Measured.Manifest.Value)
        {
            var manifest = DomainJson.FromBytes<Manifest>(await exchange.PaperAsync(seal.Measured.Manifest, cancellation), Manifest.MaxBytes);
            if (await StoredEnvelopeAsync(carryOut, permit, cancellation) is not { } envelope) return null;

            await LoadAsync(carryOut, manifest, envelope, medium, destination, cancellation);
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

    /// <summary>The envelope without the two sides' layers, still locked with this station's own key; on disk before anything else is done with it.</summary>
    private async Task<byte[]?> StoredEnvelopeAsync(CarryOut carryOut, Permit permit, CancellationToken cancellation)
    {
        var path = EnvelopePath(carryOut.Id);
        if (File.Exists(path)) return await File.ReadAllBytesAsync(path, cancellation);

        if (exchange.Brought is { } brought && Use(permit, identity => new Found(brought.Papers.FirstOrDefault(paper => Opens(paper, identity)))) is { Paper: { } carried })
        {
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
    }

    private async Task LoadAsync(CarryOut carryOut, Manifest manifest, byte[] envelope, string medium, Destination destination, CancellationToken cancellation)
    {
        using var content = Content(Use(carryOut.Permit!, own => AgeFile.Decrypt(envelope, [own])), carryOut.Seal!.Measured.Manifest);
        await using var file = MediumReader.OpenUncached(Path.Combine(medium, Papers.PayloadFile));
        await using var age = await AgeFile.OpenReaderAsync(file, [content], cancellationToken: cancellation);

        var expected = Shapes.Expected(carryOut.Seal.Measured, manifest.DataPackage.Value);
        var marker = new Marker(carryOut.Id.Value, carryOut.Seal.Measured.Manifest.Value, clock.GetUtcNow());
        var progress = screen.Progress("投入中", "loading", manifest.Data.Sum(data => data.Rows));
        await PackageReader.LoadAsync(age, Shapes.Of(exchange.Desk.Facts, carryOut.Plan), expected, destination, marker, new Progressed<PackageProgress>(progress, loaded => loaded.Rows), cancellation);
    }

    /// <summary>The identity file's one comment binds it to the manifest; an envelope of another consignment is found out here.</summary>
    private static HybridIdentity Content(byte[] identityFile, Digest manifest)
    {
        try
        {
            var comment = Encoding.ASCII.GetBytes($"# manifest-sha256: {manifest}\n");
            if (!identityFile.AsSpan().StartsWith(comment) || identityFile[^1] != '\n')
                throw new StopException(ExitCode.Refused, new Spoken("envelope", "封筒が別の託送物のものです。", "the envelope belongs to another consignment", "情報セキュリティ管理者に知らせてください。", "Tell the security officer."));

            return HybridIdentity.Parse(identityFile.AsSpan(comment.Length..^1));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(identityFile);
        }
    }

    private static bool Opens(byte[] paper, HybridIdentity identity)
    {
        try
        {
            CryptographicOperations.ZeroMemory(AgeFile.Decrypt(paper, [identity]));
            return true;
        }
        catch (AgeException)
        {
            return false; // Other papers travel in the same message; only one is for this key.
        }
    }

    private T Use<T>(Permit permit, Func<HybridIdentity, T> use) where T : class => station.Keys.Use(permit.Keys.Destination, exchange.Desk.Facts, clock.GetUtcNow(), use);

    private static void Forget(string path)
    {
        if (File.Exists(path)) DurableFile.Remove(path);
    }

    private sealed record Found(byte[]? Paper);

    private async Task<CarryOut> CurrentAsync(CarryOutId id, CancellationToken cancellation)
    {
        await exchange.FollowAsync(cancellation);
        return exchange.Desk.Facts.Find(id)!;
    }

    private Task DeliverAsync(Act act, Digest on, CancellationToken cancellation) =>
        exchange.DeliverAsync(Message.Of(exchange.Desk.Settings.Engagement, [Signing.ByMachine(new SignedAct(exchange.Desk.Settings.Engagement, act, [], null), on, station.Key)]), cancellation);

    private string EnvelopePath(CarryOutId id) => station.WorkPath(id, "envelope");
}
