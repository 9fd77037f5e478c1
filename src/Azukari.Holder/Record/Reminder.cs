using System.Text.Json.Nodes;
using Azukari.Holder.Http;
using Azukari.TransparencyLog;

namespace Azukari.Holder.Record;

/// <summary>Gives the service back what it has forgotten, say because it was restored from yesterday: the checkpoint that its own log signed, and the entries under it that it lacks.</summary>
/// <remarks>It says nothing that the service has not said itself, so a service that withholds learns nothing by it; until it has everything, nothing is released here.</remarks>
internal sealed class Reminder(HolderSettings settings, ServerClient server, ILogger log)
{
    /// <summary>Shows how far this side has followed, and gives back page after page until the service lacks nothing or takes no more.</summary>
    internal async Task RemindAsync(CancellationToken cancellation)
    {
        // From the disk, and only here: the follower needs leaves, not bytes.
        if (new RecordFile(settings.Data).Load() is not var (entries, note)) return;

        var next = NextOf(await server.SendAsync(HttpMethod.Post, "witnessed", note.ToBytes(), cancellation));
        while (next is { } from && from < entries.Count)
        {
            var page = PageOf(entries, checked((int)from));
            next = NextOf(await server.SendAsync(HttpMethod.Post, $"returned?from={from}", EntryBundle.Write(page), cancellation));
            HolderLog.GivenBack(log, from, page.Count);
            if (next <= from) return; // It did not fit there; the next round begins anew.
        }
    }

    private static List<ReadOnlyMemory<byte>> PageOf(IReadOnlyList<ReadOnlyMemory<byte>> entries, int from)
    {
        var (page, bytes) = (new List<ReadOnlyMemory<byte>>(), 0);
        for (var n = from; n < entries.Count && page.Count < Tile.FullWidth && (bytes += sizeof(ushort) + entries[n].Length) <= Bodies.MostBytes; n++) page.Add(entries[n]);
        return page;
    }

    private static long? NextOf(ServerAnswer? answer) => answer is { Taken: true } ? JsonNode.Parse(answer.Body)?["next"]?.GetValue<long>() : null;
}
