using System.Text;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Protocol.Ledger;
using Dapper;

namespace Azukari.Server.Storage;

/// <summary>What somebody looks for in a record. What is null does not narrow it.</summary>
/// <param name="CarryOut">The carry-out that the entry is about, or whose incident.</param>
/// <param name="Person">Who has signed it.</param>
/// <param name="Act">The name of the act.</param>
/// <param name="From">The first moment, inclusive.</param>
/// <param name="Until">The last moment, exclusive.</param>
/// <param name="Before">Only entries before this place.</param>
internal sealed record EntrySearch(string? CarryOut, string? Person, string? Act, DateTimeOffset? From, DateTimeOffset? Until, long? Before);

/// <summary>The read model of what each entry is about, so that the story of one carry-out and the auditor's search read what they show and no more.</summary>
internal static class EntryTable
{
    private const int AtOnce = 500;

    internal static ReadModel Model { get; } = new("entry_of", 1, FollowAsync);

    /// <summary>The entries of one carry-out, oldest first.</summary>
    internal static Task<IReadOnlyList<byte[]>> OfAsync(Database database, string engagement, CarryOutId carryOut, int most, CancellationToken cancellation) => database.ReadAsync<byte[]>(
        "select e.bytes from entry_of a join entry e on e.engagement = a.engagement and e.seq = a.seq where a.engagement = @engagement and a.about = @about order by a.seq limit @most",
        new { engagement, about = AboutCase(carryOut.Value), most }, cancellation);

    /// <summary>The entry at that place, or null.</summary>
    internal static async Task<byte[]?> FindAsync(Database database, string engagement, long seq, CancellationToken cancellation) =>
        await database.ReadAsync<byte[]>("select bytes from entry where engagement = @engagement and seq = @seq", new { engagement, seq }, cancellation) is [var bytes] ? bytes : null;

    /// <summary>What was looked for, newest first.</summary>
    internal static async Task<IReadOnlyList<byte[]>> SearchAsync(Database database, string engagement, EntrySearch search, int most, CancellationToken cancellation)
    {
        var args = new DynamicParameters(new { engagement, most });
        args.Add("low", search.From is { } from ? await FirstFromAsync(database, engagement, from, cancellation) : 0);
        args.Add("high", Math.Min(search.Until is { } until ? await FirstFromAsync(database, engagement, until, cancellation) : long.MaxValue, search.Before ?? long.MaxValue));

        // The narrowest first: a carry-out has tens of entries, a person thousands, a kind of act very many.
        string[] abouts = [.. new[] { AboutCase(search.CarryOut), AboutHand(search.Person), AboutAct(search.Act) }.OfType<string>()];
        for (var n = 0; n < abouts.Length; n++) args.Add($"about{n}", abouts[n]);
        return await database.ReadAsync<byte[]>(SearchOf(abouts.Length), args, cancellation);
    }

    private static string SearchOf(int abouts)
    {
        if (abouts == 0) return "select bytes from entry where engagement = @engagement and seq >= @low and seq < @high order by seq desc limit @most";

        var joins = Enumerable.Range(1, abouts - 1).Select(n => $" join entry_of a{n} on a{n}.engagement = a0.engagement and a{n}.seq = a0.seq and a{n}.about = @about{n}");
        return $"select e.bytes from entry_of a0{string.Concat(joins)} join entry e on e.engagement = a0.engagement and e.seq = a0.seq " +
            "where a0.engagement = @engagement and a0.about = @about0 and a0.seq >= @low and a0.seq < @high order by a0.seq desc limit @most";
    }

    /// <summary>The place of the first entry from a moment on; beyond every place where there is none.</summary>
    private static async Task<long> FirstFromAsync(Database database, string engagement, DateTimeOffset moment, CancellationToken cancellation) => await database.ReadAsync<long>(
        "select seq from entry where engagement = @engagement and at >= @at order by at, seq limit 1", new { engagement, at = moment.ToUnixTimeMilliseconds() }, cancellation) is [var seq] ? seq : long.MaxValue;

    /// <summary>The entries stand in their table already when this is asked, in the same transaction.</summary>
    private static async Task FollowAsync(Held held, Engagement before, Engagement after, CarryOutId? subject)
    {
        for (var from = before.NextSeq; from < after.NextSeq; from += AtOnce)
        {
            var range = new { engagement = held.Engagement, from, until = Math.Min(from + AtOnce, after.NextSeq) };
            var entries = await held.ReadAsync<byte[]>("select bytes from entry where engagement = @engagement and seq >= @from and seq < @until", range);
            await InsertAsync(held, [.. entries.Select(bytes => Entry.ReadOwn(bytes)).SelectMany(entry => AboutsOf(after, entry).Distinct().Select(about => (about, entry.Seq)))]);
        }
    }

    /// <summary>One statement for many rows: a rebuild would else go to the database a million times.</summary>
    private static Task InsertAsync(Held held, IReadOnlyList<(string About, long Seq)> rows)
    {
        var (sql, args) = (new StringBuilder("insert into entry_of (engagement, about, seq) values "), new DynamicParameters(new { engagement = held.Engagement }));
        for (var n = 0; n < rows.Count; n++)
        {
            sql.Append(System.Globalization.CultureInfo.InvariantCulture, $"{(n > 0 ? ", " : "")}(@engagement, @a{n}, @s{n})");
            args.Add($"a{n}", rows[n].About);
            args.Add($"s{n}", rows[n].Seq);
        }

        sql.Append(" on conflict do nothing"); // Entries that were lost and given back are the same entries.
        return held.WriteAsync(sql.ToString(), args);
    }

    private static IEnumerable<string> AboutsOf(Engagement facts, Entry entry)
    {
        yield return AboutAct(ActNames.Of(entry.Signed.Act))!;
        foreach (var carryOut in CasesOf(facts, entry.Signed.Act)) yield return AboutCase(carryOut.Value)!;
        foreach (var signature in entry.Signed.People) yield return AboutHand(signature.By.Person.Value)!;
    }

    /// <summary>What is done about a case's incident belongs to its story, and so does a count in which it took part.</summary>
    private static IEnumerable<CarryOutId> CasesOf(Engagement facts, Act act) => act switch
    {
        CountUnion count => count.CarryOuts,
        _ when (act.Subject ?? facts.FindIncident(IncidentOf(act))?.CarryOut) is { } carryOut => [carryOut],
        _ => [],
    };

    private static IncidentId? IncidentOf(Act act) => act switch
    {
        AssignTask task => task.Incident,
        FinishTask task => task.Incident,
        ExcuseTask task => task.Incident,
        SetLawDuty duty => duty.Incident,
        CloseIncident closed => closed.Incident,
        _ => null,
    };

    private static string? AboutCase(string? carryOut) => carryOut is null ? null : $"case {carryOut}";

    private static string? AboutHand(string? person) => person is null ? null : $"hand {person}";

    private static string? AboutAct(string? act) => act is null ? null : $"act {act}";
}
