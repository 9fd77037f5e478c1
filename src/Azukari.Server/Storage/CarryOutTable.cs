using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Permits;

namespace Azukari.Server.Storage;

/// <summary>One carry-out, as its row says. Instants are Unix milliseconds; 0 is "none".</summary>
/// <param name="Awaits">The duties whose decision it waits for, with a space between them; or nothing.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="People">The largest number of people that may leave.</param>
/// <param name="EraseBy">When it has to be erased at the site.</param>
public sealed record CarryOutRow(string Engagement, string Id, string Phase, long Ended, string Awaits, long Since, long Asked, string Template, string Series, long People, long EraseBy)
{
    internal IEnumerable<Role> Awaited => Awaits.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>);
}

/// <summary>The read model of all carry-outs, so that a page of them costs the same however many there are.</summary>
internal static class CarryOutTable
{
    private const string Columns = "engagement, id, phase, ended, awaits, since, asked, template, series, people, erase_by as EraseBy";

    private const string Became = "phase not in ('Declined', 'Withdrawn', 'Void')";

    internal static ReadModel Model { get; } = new("carry_out", 1, FollowAsync);

    /// <summary>What waits for anybody's decision, the longest first.</summary>
    internal static Task<IReadOnlyList<CarryOutRow>> AwaitingAsync(Database database, string engagement, CancellationToken cancellation) =>
        database.ReadAsync<CarryOutRow>($"select {Columns} from carry_out where engagement = @engagement and awaits > '' order by since, id", new { engagement }, cancellation);

    /// <summary>The same in each of the engagements in which this key is somebody's.</summary>
    internal static async Task<ILookup<string, CarryOutRow>> AllAwaitingAsync(Database database, string keyId, CancellationToken cancellation) => (await database.ReadAsync<CarryOutRow>(
        $"select {Columns} from carry_out where engagement in (select engagement from member where key_id = @keyId) and awaits > '' order by since, id", new { keyId }, cancellation)).ToLookup(row => row.Engagement);

    /// <summary>Open or ended carry-outs, the newest first.</summary>
    internal static Task<IReadOnlyList<CarryOutRow>> ReadAsync(Database database, string engagement, bool ended, int from, int most, CancellationToken cancellation) => database.ReadAsync<CarryOutRow>(
        $"select {Columns} from carry_out where engagement = @engagement and ended = @ended order by asked desc, id desc limit @most offset @from", new { engagement, ended = ended ? 1L : 0L, from, most }, cancellation);

    /// <summary>The last carry-out of this template that was asked for before that moment and came to something, or null.</summary>
    internal static async Task<CarryOutId?> LastAsync(Database database, string engagement, TemplateId template, DateTimeOffset before, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync<string>(
            $"select id from carry_out where engagement = @engagement and template = @template and asked < @before and {Became} order by asked desc, id desc limit 1",
            new { engagement, template = template.Value, before = before.ToUnixTimeMilliseconds() }, cancellation);
        return rows is [var id] ? new(id) : null;
    }

    /// <summary>The last carry-out of this series that came to something, or null.</summary>
    internal static async Task<CarryOutId?> LastOfSeriesAsync(Database database, string engagement, SeriesId series, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync<string>(
            $"select id from carry_out where engagement = @engagement and series = @series and {Became} order by asked desc, id desc limit 1", new { engagement, series = series.Value }, cancellation);
        return rows is [var id] ? new(id) : null;
    }

    private static async Task FollowAsync(Held held, Engagement before, Engagement after, CarryOutId? subject)
    {
        foreach (var carryOut in ReadModel.Changed(before, after))
        {
            await held.WriteAsync("delete from carry_out where engagement = @engagement and id = @id", new { engagement = held.Engagement, id = carryOut.Id.Value });
            await held.WriteAsync("insert into carry_out values (@Engagement, @Id, @Phase, @Ended, @Awaits, @Since, @Asked, @Template, @Series, @People, @EraseBy)", RowOf(held.Engagement, after, carryOut));
        }
    }

    private static CarryOutRow RowOf(string engagement, Engagement facts, CarryOut carryOut)
    {
        var (decision, plan) = (Decision.Of(carryOut), carryOut.Plan);
        return new(
            engagement, carryOut.Id.Value, Phases.PhaseOf(facts, carryOut).ToString(), carryOut.HasEnded ? 1 : 0, string.Join(' ', decision?.Awaited ?? []), Milliseconds(decision?.Since),
            Milliseconds(carryOut.Asked.At), plan.Template?.Value ?? "", carryOut.Series?.Value ?? "", plan.MostPeople, Milliseconds(plan.Window?.EraseBy));
    }

    private static long Milliseconds(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds() ?? 0;
}
