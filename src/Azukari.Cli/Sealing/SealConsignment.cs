using System.Collections.Immutable;
using Azukari.Cli.Carriers;
using Azukari.Cli.Confined;
using Azukari.Cli.Front;
using Azukari.Cli.Stations;
using Azukari.Cli.Statements;
using Azukari.Domain;
using Azukari.Domain.Sealing;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Sealing;
using Azukari.RemovableMedia;
using Act = Azukari.Domain.Sealing.SealConsignment;

namespace Azukari.Cli.Sealing;

/// <summary>封緘, told top to bottom: permit → two signatures → an inner process (<see cref="SealPayload"/>: rows → age → media → read back → manifest → envelope) → labels → receipt → deposit.</summary>
internal sealed class SealConsignment(StationFolder station, Exchange exchange, Screen screen, TimeProvider clock)
{
    /// <param name="folder">The draft, signed by the two people.</param>
    /// <param name="media">Where the media are mounted, volume by volume: the volume first, then its spares.</param>
    /// <param name="source">Where the rows are, as on the command line.</param>
    /// <param name="cancellation">Interrupts; the media are then as they were.</param>
    internal async Task<SealMeasured> RunAsync(DraftFolder folder, IReadOnlyList<IReadOnlyList<string>> media, string source, CancellationToken cancellation)
    {
        var draft = folder.Draft();
        var (facts, carryOut) = (exchange.Desk.Facts, exchange.Desk.Facts.Find(draft.Said["carryOut"] is { } id ? DomainJson.FromNode<CarryOutId>(id) : null));
        var volumes = Rehearsal.Volumes(facts, carryOut, media);

        // What the rules would refuse afterwards they refuse before a row is read.
        var rehearsed = Rehearsal.Receipt(carryOut, volumes);
        Rehearsal.Check(facts, folder.Signed(rehearsed), draft.On, station, clock.GetUtcNow());
        var (plan, permit) = (carryOut!.Plan, carryOut.Permit!);
        var recipients = await ThreeRecipients.FetchAsync(exchange, permit.Keys, cancellation);
        station.TakePresence(((Act)draft.Complete(rehearsed)).Presence, clock.GetUtcNow());

        var order = new SealOrder(
            draft.Engagement, carryOut.Id, permit.Mark.Leaf, OrderedData.Of(facts, plan), plan.MostPeople, source, volumes, permit.Keys, recipients, screen.Json, screen.Japanese);
        var sealedWhole = false;
        try
        {
            var work = DomainJson.FromBytes<SealWork>(await InnerProcess.RunAsync(SealPayload.Verb, DomainJson.ToBytes(order), default, cancellation), SealWork.MaxBytes);
            var receipt = new SealMeasured(
                Digests.Sha256(work.Manifest), Digests.Sha256(work.Envelope), Papers.NewSealNumber(), work.People, work.Data, work.Volumes, permit.Keys, ReadBack: true);
            WriteLabels(carryOut.Id, volumes, receipt);

            var signed = Signing.ByMachine(folder.Signed(receipt), draft.On, station.Key);
            exchange.Desk.KeepPaper(work.Manifest);
            await exchange.DeliverAsync(Message.Of(draft.Engagement, [signed], work.Manifest, work.Envelope), cancellation);

            sealedWhole = true;
            return receipt;
        }
        finally
        {
            // A medium without a receipt carries ciphertext to which no key exists; it is taken off all the same.
            foreach (var medium in sealedWhole ? [] : volumes.SelectMany(volume => volume.Media))
                MediumEraser.ErasePayload(medium.Folder, Papers.OnMedium(medium.Folder), medium.Serial, clock, null, CancellationToken.None);
        }
    }

    private void WriteLabels(CarryOutId carryOut, ImmutableArray<OrderedVolume> volumes, SealMeasured receipt)
    {
        for (var number = 0; number < volumes.Length; number++)
        {
            var written = receipt.Volumes.First(volume => volume.Medium == volumes[number].Media[0].Medium);
            var label = new Label(carryOut, receipt.SealNumber, number + 1, volumes.Length, written.Bytes, written.Payload);
            foreach (var medium in volumes[number].Media) Papers.WriteLabel(medium.Folder, label, station);
        }
    }
}
