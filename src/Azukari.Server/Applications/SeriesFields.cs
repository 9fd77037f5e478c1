using System.Globalization;
using Azukari.Domain;
using Azukari.Domain.Engagements;

namespace Azukari.Server.Applications;

/// <summary>What is typed to ask for a series; everything has a default.</summary>
/// <param name="Name">Its number.</param>
/// <param name="Most">How many carry-outs.</param>
/// <param name="When">The calendar quarter, as year, hyphen, 1 to 4.</param>
public sealed record SeriesFields(string Name, string Most, string When)
{
    internal static SeriesFields Of(Engagement facts, string? name, string? most, string? quarter, DateTimeOffset now)
    {
        var (year, part) = facts.Calendar.QuarterOf(now);
        var next = Enumerable.Range(1, facts.Series.Count + 1).Select(n => $"{year}-q{part}-{n}").First(free => !facts.Series.ContainsKey(new(free)));
        return new(name ?? next, most ?? Math.Max(1, facts.Policy?.MostInSeries ?? 1).ToString(CultureInfo.InvariantCulture), quarter ?? $"{year}-{part}");
    }

    /// <summary>Whether the number can be one.</summary>
    public bool IsNamed => Code.IsValid(Name);

    /// <summary>Whether the count is one that somebody can mean.</summary>
    public bool IsCounted => Count is not null;

    /// <summary>Whether the quarter is one.</summary>
    public bool IsDated => Date is not null;

    internal (int Most, int Year, int Quarter)? Read() => IsNamed && Count is { } most && Date is (var year, var quarter) ? (most, year, quarter) : null;

    private int? Count => int.TryParse(Most, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is >= 1 and <= 1000 ? most : null;

    private (int Year, int Quarter)? Date => When.Split('-') is [var year, var quarter]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is >= 2000 and <= 2100
        && int.TryParse(quarter, NumberStyles.None, CultureInfo.InvariantCulture, out var q) && q is >= 1 and <= 4 ? (y, q) : null;
}
