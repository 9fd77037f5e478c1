using System.Buffers.Binary;
using Azukari.Domain.Engagements;
using Azukari.Evidence;
using Azukari.Server.Storage;
using Azukari.Server.Transport;
using Azukari.TransparencyLog;

namespace Azukari.Server.Ledger;

/// <summary>How a record that was restored becomes whole again: the key holders, who keep every entry that they have seen, say how far they are and give back what is missing here.</summary>
/// <remarks>What is given back is believed because this log signed it: it counts only under a checkpoint of our own, and by the rules. An engagement is whole when neither holder knows more than we do.</remarks>
internal sealed class Comeback(Database database, Journal journal, Integrator integrator, TimeProvider clock, ILogger<Comeback> log)
{
    internal static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/witnessed", (string engagement, HttpContext context, Comeback comeback) => comeback.WitnessedAsync(engagement, Admitted.Of(context)))
            .WithName("ShowCheckpoint").WithSummary("A key holder shows a checkpoint of ours that is larger than our record").Accepts<byte[]>("text/plain").Produces<MissingJson>().ProducesProblem(400).ProducesProblem(403);
        group.MapPost("/returned", (string engagement, long from, HttpContext context, Comeback comeback) => comeback.ReturnedAsync(engagement, from, Admitted.Of(context)))
            .WithName("ReturnEntries").WithSummary("A key holder gives back entries that our record lacks").Accepts<byte[]>("application/octet-stream").Produces<MissingJson>().ProducesProblem(400).ProducesProblem(403);
    }

    /// <summary>A key holder said, by the way, how many entries it has. Only while the record is behind is that of interest.</summary>
    internal async Task HearAsync(string engagement, Admitted admitted, long have, CancellationToken cancellation)
    {
        if (SideOf(admitted) is not { } side || !await BehindTable.IsBehindAsync(database, engagement, cancellation)) return;

        await database.HoldAsync(engagement, async held =>
        {
            if (have <= await SizeAsync(held)) await KeepAsync(held, side, have, []);
            return await SettleAsync(held);
        });
    }

    private async Task<IResult> WitnessedAsync(string engagement, Admitted admitted)
    {
        if (SideOf(admitted) is not { } side) return Problems.NotYours;
        if (CheckpointOf(admitted.Facts.Founding!, admitted.Body) is not { } checkpoint) return Problems.BadSignature;

        return Results.Ok(await database.HoldAsync(engagement, async held =>
        {
            var size = await SizeAsync(held);
            if (checkpoint.Size > size)
            {
                await BehindTable.MarkAsync(held, clock.GetUtcNow());
                LedgerMessages.Behind(log, engagement, size, side, checkpoint.Size);
            }

            await KeepAsync(held, side, checkpoint.Size, admitted.Body);
            await SettleAsync(held);
            return await MissingAsync(held);
        }));
    }

    private async Task<IResult> ReturnedAsync(string engagement, long from, Admitted admitted)
    {
        if (SideOf(admitted) is not { } side) return Problems.NotYours;
        if (Split(admitted.Body) is not { } entries) return Problems.Malformed;

        var (missing, shown) = await database.HoldAsync(engagement, async held =>
        {
            if (await BehindTable.IsBehindAsync(held) && from == (await MissingAsync(held)).Next)
                foreach (var (bytes, n) in entries.Select((bytes, n) => (bytes, n)))
                    await held.WriteAsync("insert into returned (engagement, seq, bytes) values (@engagement, @seq, @bytes) on conflict do nothing", new { engagement, seq = from + n, bytes });

            var note = await held.ReadAsync<byte[]>("select note from witnessed where engagement = @engagement and side = @side", new { engagement, side });
            return (await MissingAsync(held), note is [{ Length: > 0 } shown] ? Checkpoint.Parse(SignedNote.Parse(shown).Text.Span) : null);
        });
        if (shown is null || missing.Next < shown.Size) return Results.Ok(missing);

        LedgerMessages.GivenBack(log, engagement, shown.Size, side, await journal.TakeBackAsync(engagement, shown.Size, shown.Root));
        integrator.Nudge(engagement);
        return Results.Ok(await database.HoldAsync(engagement, async held =>
        {
            await SettleAsync(held);
            return await MissingAsync(held);
        }));
    }

    private async Task<bool> SettleAsync(Held held)
    {
        var (size, heard) = (await SizeAsync(held), await held.ReadAsync<long>("select size from witnessed where engagement = @engagement", new { engagement = held.Engagement }));
        if (heard.Count < 2 || heard.Max() > size || !await BehindTable.IsBehindAsync(held)) return false;

        await BehindTable.ClearAsync(held);
        LedgerMessages.Whole(log, held.Engagement, size);
        return true;
    }

    private static Task<int> KeepAsync(Held held, string side, long size, byte[] note) => held.WriteAsync(
        "insert into witnessed (engagement, side, size, note) values (@engagement, @side, @size, @note) on conflict (engagement, side) do update set size = excluded.size, note = excluded.note where witnessed.size <= excluded.size",
        new { engagement = held.Engagement, side, size, note });

    private static async Task<long> SizeAsync(Held held) => (await held.ReadAsync<long>("select size from engagement where id = @engagement", new { engagement = held.Engagement })).Single();

    private static async Task<MissingJson> MissingAsync(Held held)
    {
        var (size, returned) = (await SizeAsync(held), await held.ReadAsync<long>("select seq from returned where engagement = @engagement order by seq", new { engagement = held.Engagement }));
        return new(size, returned is [.., var last] ? last + 1 : size);
    }

    private static string? SideOf(Admitted admitted) => admitted.Facts.Founding is not { } founding ? null
        : admitted.KeyId == founding.Owner.HolderKey.Id.Value ? "owner"
        : admitted.KeyId == founding.Contractor.HolderKey.Id.Value ? "contractor"
        : null;

    /// <summary>The checkpoint in the note, if the engagement's own log signed it.</summary>
    private static Checkpoint? CheckpointOf(FoundEngagement founding, byte[] body)
    {
        try
        {
            var (note, key) = (SignedNote.Parse(body), TrustAnchors.PolicyOf(founding).Logs[0].Key);
            var checkpoint = Checkpoint.Parse(note.Text.Span);
            return checkpoint.Origin == founding.LogOrigin && note.Verify([key]).Any(line => line.By.Equals(key)) ? checkpoint : null;
        }
        catch (LogException)
        {
            return null;
        }
    }

    private static IReadOnlyList<byte[]>? Split(byte[] body)
    {
        var entries = new List<byte[]>();
        for (var rest = body.AsSpan(); rest.Length > 0; rest = rest[(sizeof(ushort) + entries[^1].Length)..])
        {
            var length = rest.Length < sizeof(ushort) ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(rest);
            if (length > rest.Length - sizeof(ushort)) return null;
            entries.Add(rest.Slice(sizeof(ushort), length).ToArray());
        }

        return entries;
    }
}

/// <summary>How many entries the record has, and the first that would have to be given back next.</summary>
internal sealed record MissingJson(long Size, long Next);
