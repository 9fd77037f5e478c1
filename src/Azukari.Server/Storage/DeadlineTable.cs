using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Watch;

namespace Azukari.Server.Storage;

/// <summary>One thing that the watch has to do, as its row says.</summary>
/// <param name="CarryOut">The case, or empty for the engagement as a whole.</param>
/// <param name="About">The id that it is about, or empty.</param>
/// <param name="Due">When, in Unix milliseconds.</param>
internal sealed record DeadlineRow(string Engagement, string CarryOut, string Kind, string About, long Step, long Call, long Due)
{
    internal DeadlineKind What => Enum.Parse<DeadlineKind>(Kind);

    /// <summary>The act to send once the time has come.</summary>
    internal DeadlinePassed Passed => new(CarryOut.Length > 0 ? new CarryOutId(CarryOut) : null, What, About.Length > 0 ? About : null, checked((int)Step), checked((int)Call));
}

/// <summary>The read model of everything that will happen if nobody does anything. What is in it is Domain's to say.</summary>
internal static class DeadlineTable
{
    private const string Columns = "engagement, carry_out as CarryOut, kind, about, step, call, due";

    internal static ReadModel Model { get; } = new("deadline", 2, FollowAsync);

    /// <summary>The earliest deadline of each engagement that has one.</summary>
    internal static async Task<IReadOnlyDictionary<string, DateTimeOffset>> EarliestAsync(Database database, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync<EarliestRow>("select engagement, min(due) as Due from deadline group by engagement", new { }, cancellation);
        return rows.ToDictionary(row => row.Engagement, row => DateTimeOffset.FromUnixTimeMilliseconds(row.Due));
    }

    internal static Task<IReadOnlyList<DeadlineRow>> DueAsync(Database database, string engagement, DateTimeOffset now, CancellationToken cancellation) => database.ReadAsync<DeadlineRow>(
        $"select {Columns} from deadline where engagement = @engagement and due <= @now order by due, carry_out, kind, step, call", new { engagement, now = now.ToUnixTimeMilliseconds() }, cancellation);

    /// <summary>An act about one carry-out moves its deadlines and those of the whole; any other, say a policy or a call list, may move all.</summary>
    private static async Task FollowAsync(Held held, Engagement before, Engagement after, CarryOutId? subject)
    {
        await ReplaceAsync(held, Deadlines.OfWhole(before), Deadlines.OfWhole(after));
        IEnumerable<CarryOut> moved = subject is not null ? after.Find(subject) is { } one ? [one] : [] // A report may name a case that there is not.
            : MovesOnlyKeys(before, after) ? ReadModel.Changed(before, after)
            : after.CarryOuts.Values;
        foreach (var carryOut in moved)
        {
            var earlier = before.Find(carryOut.Id) is { } known ? Deadlines.Of(before, known) : [];
            await ReplaceAsync(held, earlier, Deadlines.Of(after, carryOut));
        }
    }

    /// <summary>Keys are deposited three for each carry-out, and no deadline of another carry-out hangs on one.</summary>
    private static bool MovesOnlyKeys(Engagement before, Engagement after) => before == after with
    {
        Keys = before.Keys,
        Unused = before.Unused,
        CarryOuts = before.CarryOuts,
        Open = before.Open,
        Touched = before.Touched,
        NextSeq = before.NextSeq,
        LastAt = before.LastAt,
        Used = before.Used,
    };

    /// <summary>Only what differs: with hundreds of incidents open there are thousands of deadlines, and an act moves a few.</summary>
    private static async Task ReplaceAsync(Held held, IReadOnlyList<Deadline> before, IReadOnlyList<Deadline> after)
    {
        if (before.SequenceEqual(after)) return;

        foreach (var gone in before.Except(after))
            await held.WriteAsync("delete from deadline where engagement = @Engagement and carry_out = @CarryOut and kind = @Kind and about = @About and step = @Step and call = @Call", RowOf(held.Engagement, gone));
        foreach (var come in after.Except(before)) await held.WriteAsync("insert into deadline values (@Engagement, @CarryOut, @Kind, @About, @Step, @Call, @Due) on conflict (engagement, carry_out, kind, about, step, call) do update set due = excluded.due", RowOf(held.Engagement, come));
    }

    private static DeadlineRow RowOf(string engagement, Deadline deadline) => new(
        engagement, deadline.CarryOut?.Value ?? "", deadline.Kind.ToString(), deadline.About ?? "", deadline.Step, deadline.Call, deadline.Due.ToUnixTimeMilliseconds());

    /// <summary>A class: of a minimum over no rows SQLite does not say that it is a number, and a record's constructor would not fit.</summary>
    private sealed class EarliestRow
    {
        public string Engagement { get; init; } = "";

        public long Due { get; init; }
    }
}
