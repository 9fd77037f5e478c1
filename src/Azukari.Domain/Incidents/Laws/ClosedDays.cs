using System.Collections.Immutable;

namespace Azukari.Domain.Incidents.Laws;

/// <summary>The days on which administrative organs are closed: Saturdays, Sundays, national holidays, and 29 December to 3 January.</summary>
/// <param name="Edition">Which table of holidays.</param>
/// <param name="From">The first day that the table knows.</param>
/// <param name="To">The last day that the table knows.</param>
/// <param name="GazettedTo">The last day up to which the holidays are published; later ones are computed.</param>
/// <param name="Holidays">The national holidays, substitute and citizens' holidays included.</param>
public sealed record ClosedDays(string Edition, DateOnly From, DateOnly To, DateOnly GazettedTo, ImmutableHashSet<DateOnly> Holidays)
{
    /// <summary>Whether the counters are closed. Outside the table only weekends and the turn of the year are known.</summary>
    public bool IsClosed(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 } || Holidays.Contains(day);

    /// <summary>The day itself, or the first open day after it.</summary>
    public DateOnly FirstOpen(DateOnly day)
    {
        while (IsClosed(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>Whether all holidays between the two days are published ones; where not, a person looks at the calendar.</summary>
    public bool AreSure(DateOnly first, DateOnly last) => From <= first && last <= GazettedTo && last <= To;
}
