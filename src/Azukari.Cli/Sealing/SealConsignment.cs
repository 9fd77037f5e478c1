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
        var earlier = new EarlierSeal(station, exchange, screen, clock);
        if (carryOut is not null && await earlier.FinishAsync(carryOut, volumes, cancellation) is { } told) return told;

        // What the rules would refuse afterwards they refuse before a row is read.
        var rehearsed = Rehearsal.Receipt(carryOut, volumes);
        Rehearsal.Check(facts, folder.Signed(rehearsed), draft.On, station, clock.GetUtcNow());
        var (plan, permit) = (carryOut!.Plan, carryOut.Permit!);
        var recipients = await ThreeRecipients.FetchAsync(exchange, permit.Keys, cancellation);
        OrderedMedium[] all = [.. volumes.SelectMany(volume => volume.Media)];
        earlier.Begin(carryOut.Id, all);
        station.TakePresence(((Act)draft.Complete(rehearsed)).Presence, clock.GetUtcNow());

        var order = new SealOrder(
            draft.Engagement, carryOut.Id, permit.Mark.Leaf, OrderedData.Of(facts, plan), plan.MostPeople, source, volumes, permit.Keys, recipients, earlier.Writing(carryOut.Id), screen.Json, screen.Japanese);
        var isSealed = false;
        try
        {
            var work = DomainJson.FromBytes<SealWork>(await InnerProcess.RunAsync(SealPayload.Verb, DomainJson.ToBytes(order), cancellation), InnerProcess.MostBytes);
            var receipt = new SealMeasured(
                Digests.Sha256(work.Manifest), Digests.Sha256(work.Envelope), Papers.NewSealNumber(), work.People, work.Data, work.Volumes, permit.Keys, ReadBack: true);
            WriteLabels(carryOut.Id, volumes, receipt);

            var signed = Signing.ByMachine(folder.Signed(receipt), draft.On, station.Key);
            exchange.Desk.KeepPaper(work.Manifest);
            var message = Message.Of(draft.Engagement, [signed], work.Manifest, work.Envelope);
            station.Outbox.Keep(message);

            isSealed = true; // From here on the envelope is durable, and whatever happens leaves a whole consignment that is still to be told.
            await station.Outbox.SendAsync(exchange, message, cancellation);
            return receipt;
        }
        catch (StopException refused) when (refused.Code == ExitCode.Refused && !station.Outbox.Pending(exchange.Desk.Facts, clock.GetUtcNow()).Any(EarlierSeal.IsOf(carryOut.Id)))
        {
            isSealed = false; // The record will never take it.
            throw;
        }
        finally
        {
            if (isSealed) earlier.End(carryOut.Id);
            else earlier.Undo(carryOut.Id, all);
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
