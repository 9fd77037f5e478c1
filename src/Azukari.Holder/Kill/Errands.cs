using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Holder.Http;
using Azukari.Holder.Vault;
using Azukari.Holder.Record;
using Azukari.Protocol.Ledger;

namespace Azukari.Holder.Kill;

/// <summary>What was done is told afterwards, and told again until the record has it. The queue is the difference between what is written here and what the record says.</summary>
/// <remarks>A tombstone is signed anew each time: the permit that its key belongs to may have come into the record since.</remarks>
internal sealed class Errands(HolderSettings settings, HolderKeys keys, IdentityShelf shelf, ReportBox reports, Follower follower, ServerClient server, ILogger log)
{
    internal async Task RunAsync(CancellationToken cancellation)
    {
        reports.Release(follower.Facts); // What is only heard would be forgotten with a restart.
        foreach (var report in reports.Held) await ForwardAsync(report, cancellation);
        foreach (var stone in shelf.Tombstones) await DeliverAsync(stone, cancellation);
    }

    private async Task ForwardAsync(HeldReport report, CancellationToken cancellation)
    {
        var answer = await server.SendAsync(HttpMethod.Post, "acts", report.Bytes, cancellation);
        if (answer is { Taken: false }) HolderLog.NotTaken(log, "a report of loss", answer.Status);
    }

    private async Task DeliverAsync(Tombstone stone, CancellationToken cancellation)
    {
        var facts = follower.Heard;
        if (!facts.Keys.TryGetValue(stone.Recipient, out var key) || key.Death is not null) return;

        var act = new DestroyKey(key.NamedBy, stone);
        if (Answered.By(facts, act) is not { } on) return;

        var answer = await server.RecordAsync(Signing.ByMachine(new(settings.Engagement, act, [], null), on, keys.Signing), cancellation);
        if (answer is { Taken: true }) HolderLog.TombstoneTaken(log, stone.Recipient.Value);
        else if (answer is not null) HolderLog.NotTaken(log, "a tombstone", answer.Status);
    }
}
