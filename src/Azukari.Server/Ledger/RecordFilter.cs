using System.Globalization;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;
using Azukari.Server.Pages;
using Azukari.Server.Storage;

namespace Azukari.Server.Ledger;

/// <summary>What an auditor typed into the search, as it was typed; what cannot be meant is named and finds nothing.</summary>
/// <param name="Act">The name of an act, or empty.</param>
/// <param name="Person">A pseudonym, or empty.</param>
/// <param name="CarryOut">A carry-out, or empty.</param>
/// <param name="From">The first day, or empty.</param>
/// <param name="Until">The last day, or empty.</param>
/// <param name="Before">The place before which to read on; null for the newest.</param>
public sealed record RecordFilter(string Act, string Person, string CarryOut, string From, string Until, long? Before)
{
    private const int Longest = 64;

    private static readonly string[] Fields = ["act", "person", "carry-out", "from", "until"];

    internal static RecordFilter Of(IQueryCollection query)
    {
        string Text(string name) => query[name] is [{ } text] ? text.Trim()[..Math.Min(text.Trim().Length, Longest)] : "";
        return new(Text("act"), Text("person"), Text("carry-out"), Text("from"), Text("until"), long.TryParse(Text("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null);
    }

    /// <summary>Whether nothing was typed at all.</summary>
    public bool IsEmpty => (Act + Person + CarryOut + From + Until).Length == 0;

    /// <summary>Whether a field holds what it cannot mean.</summary>
    public bool IsWrong(string field) => field switch
    {
        "act" => Act.Length > 0 && ActNames.All.All(known => known.Name != Act),
        "person" => Person.Length > 0 && !Code.IsValid(Person),
        "carry-out" => CarryOut.Length > 0 && !Code.IsValid(CarryOut),
        "from" => From.Length > 0 && DayOf(From) is null,
        "until" => Until.Length > 0 && (DayOf(Until) is not { } last || last < DayOf(From)),
        _ => false,
    };

    /// <summary>Whether it can be looked for.</summary>
    public bool IsSound => Fields.All(name => !IsWrong(name));

    /// <summary>The same search further back, as an address.</summary>
    public string Further(long before) => $"?act={Uri.EscapeDataString(Act)}&person={Uri.EscapeDataString(Person)}&carry-out={Uri.EscapeDataString(CarryOut)}&from={From}&until={Until}&before={before.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Days are the engagement's own, both inclusive.</summary>
    internal EntrySearch SearchIn(Engagement facts) => new(Given(CarryOut), Given(Person), Given(Act), StartOf(facts, DayOf(From)), StartOf(facts, DayOf(Until)?.AddDays(1)), Before);

    private static string? Given(string text) => text.Length == 0 ? null : text;

    private static DateOnly? DayOf(string text) => CivilDay.Of(text);

    private static DateTimeOffset? StartOf(Engagement facts, DateOnly? day) => day is { } known ? CivilDay.Start(facts, known) : null;
}
