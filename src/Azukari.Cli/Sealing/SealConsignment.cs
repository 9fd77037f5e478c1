using Azukari.Age;
using Azukari.Cli.Carriers;
using Azukari.Cli.Front;
using Azukari.Cli.Stations;
using Azukari.Cli.Statements;
using Azukari.Domain;
using Azukari.Domain.Sealing;
using Azukari.Extraction;
using Azukari.Extraction.Packaging;
using Azukari.Extraction.Sources;
using Azukari.Protocol.Ledger;
using Azukari.RemovableMedia;
using Act = Azukari.Domain.Sealing.SealConsignment;

namespace Azukari.Cli.Sealing;

/// <summary>封緘, told top to bottom: permit → two signatures → rows → age → medium → read back → manifest → envelope → receipt → deposit → wipe.</summary>
internal sealed class SealConsignment(StationFolder station, Exchange exchange, Screen screen, TimeProvider clock)
{
    internal async Task<SealMeasured> RunAsync(DraftFolder folder, string medium, RowSource source, CancellationToken cancellation)
    {
        var draft = folder.Draft();
        var (facts, carryOut) = (exchange.Desk.Facts, exchange.Desk.Facts.Find(draft.Said["carryOut"] is { } id ? DomainJson.FromNode<CarryOutId>(id) : null));
        var identity = RemovableMedium.Identify(medium);

        // What the rules would refuse afterwards they refuse before a row is read.
        Rehearsal.Check(facts, folder.Signed(Rehearsal.Receipt(facts, carryOut, identity)), draft.On, station, clock.GetUtcNow());
        var (plan, permit) = (carryOut!.Plan, carryOut.Permit!);
        var shapes = Shapes.Of(facts, plan);
        var recipients = await ThreeRecipients.FetchAsync(exchange, permit.Keys, cancellation);
        station.TakePresence(((Act)draft.Complete(Rehearsal.Receipt(facts, carryOut, identity))).Presence, clock.GetUtcNow());

        using var content = HybridIdentity.Generate();
        using var measure = new PayloadMeasure();
        var sealedWhole = false;
        try
        {
            var counts = await WriteAsync(medium, content, measure, source, shapes, plan.MostPeople, cancellation);
            await ReadBack.CheckAsync(medium, content, shapes, counts, measure, screen, cancellation);

            SealedDataset[] data = [.. Shapes.Counted(plan, counts)];
            var volume = new SealedVolume(plan.Media[0], identity.Serial, measure.Bytes, measure.Digest(), [.. measure.Challenges()], counts.People, VolumeCount.Of(data));
            var manifest = Papers.Manifest(facts, carryOut, counts, plan, volume);
            var envelope = Papers.Envelope(manifest, content, recipients);
            var label = Papers.LabelFor(carryOut.Id, volume);
            Papers.WriteLabel(medium, label, station);

            var receipt = new SealMeasured(
                Digests.Sha256(manifest), Digests.Sha256(envelope), label.SealNumber, counts.People, [.. data], [volume], permit.Keys, ReadBack: true);
            var signed = Signing.ByMachine(folder.Signed(receipt), draft.On, station.Key);
            exchange.Desk.KeepPaper(manifest);
            await exchange.DeliverAsync(Message.Of(draft.Engagement, [signed], manifest, envelope), cancellation);

            sealedWhole = true;
            return receipt;
        }
        finally
        {
            // A medium without a receipt carries ciphertext to which no key exists; it is taken off all the same.
            if (!sealedWhole) MediumEraser.ErasePayload(medium, Papers.OnMedium(medium), identity.Serial, clock, null, CancellationToken.None);
        }
    }

    private async Task<PackageCounts> WriteAsync(
        string medium, HybridIdentity content, PayloadMeasure measure, RowSource source, IReadOnlyList<DatasetShape> shapes, long mostPeople, CancellationToken cancellation)
    {
        var progress = screen.Progress("封緘中", "sealing", 0);
        PackageCounts? counts = null;

        await using var file = MediumWriter.Create(medium, Papers.PayloadFile, null, cancellation);
        await using var measured = measure.Around(file);
        var age = AgeFile.CreateWriter(measured, [content.Recipient]);
        try
        {
            counts = await PackageWriter.WriteAsync(age, source, shapes, new PackageLimits(mostPeople), new Progressed<PackageProgress>(progress, written => written.Rows), cancellation);
            await age.DisposeAsync();
        }
        finally
        {
            if (counts is null) age.Abort();
        }

        file.Complete();
        return counts;
    }
}
