using System.Collections.Immutable;

namespace Azukari.Domain.Engagements;

/// <summary>How the owner counts days, quarters and fiscal years. The rules know no table of time zones: what they compare are instants.</summary>
/// <param name="UtcOffsetMinutes">Minutes that civil time is ahead of UTC, -840 to 840; one offset, since a permit's hours stand as instants anyway.</param>
/// <param name="FiscalYearEndMonth">The month with whose last day the fiscal year ends, 1 to 12; 3 in Japan.</param>
/// <param name="Closed">Days other than Saturdays and Sundays on which the owner's offices are closed; null for none.</param>
public sealed record Calendar(int UtcOffsetMinutes, int FiscalYearEndMonth, ImmutableArray<DateOnly>? Closed = null)
{
    /// <summary>Japan: UTC+9, fiscal year to 31 March.</summary>
    public static Calendar Japan { get; } = new(540, 3);

    /// <summary>The wall clock at this instant.</summary>
    public DateTimeOffset Civil(DateTimeOffset instant) => instant.ToOffset(TimeSpan.FromMinutes(UtcOffsetMinutes));

    /// <summary>The civil date at this instant.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(Civil(instant).DateTime);

    /// <summary>The calendar quarter of this instant: year and 1 to 4.</summary>
    public (int Year, int Quarter) QuarterOf(DateTimeOffset instant) => DateOf(instant) is var date ? (date.Year, (date.Month - 1) / 3 + 1) : default;

    /// <summary>Whether the owner's offices are open on that date.</summary>
    public bool IsWorkingDay(DateOnly date) => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Closed?.Contains(date) != true;

    /// <summary>The last moment, to the millisecond, of the first working day after the date of this instant: what is due within one working day is due then.</summary>
    public DateTimeOffset NextWorkingDayEnd(DateTimeOffset instant)
    {
        var date = DateOf(instant).AddDays(1);
        while (!IsWorkingDay(date)) date = date.AddDays(1);

        return StartOf(date.AddDays(1)).AddMilliseconds(-1);
    }

    /// <summary>The last moment, to the millisecond, of the fiscal year in which this instant lies.</summary>
    public DateTimeOffset FiscalYearEnd(DateTimeOffset instant)
    {
        var date = DateOf(instant);
        var end = new DateOnly(date.Month > FiscalYearEndMonth ? date.Year + 1 : date.Year, FiscalYearEndMonth, 1).AddMonths(1);
        return StartOf(end).AddMilliseconds(-1);
    }

    /// <summary>The first moment of a civil date.</summary>
    internal DateTimeOffset StartOf(DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue), TimeSpan.FromMinutes(UtcOffsetMinutes));

    internal bool IsValid => UtcOffsetMinutes is >= -840 and <= 840 && FiscalYearEndMonth is >= 1 and <= 12;
}
