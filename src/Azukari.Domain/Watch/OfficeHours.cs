using Azukari.Domain.Engagements;

namespace Azukari.Domain.Watch;

/// <summary>The columns of a call list.</summary>
public enum CallColumn
{
    /// <summary>Working days, office hours.</summary>
    Day,

    /// <summary>Working days, outside them.</summary>
    Night,

    /// <summary>Saturdays, Sundays, and the days that the owner's calendar closes.</summary>
    Holiday,
}

/// <summary>Which column of the call list an hour belongs to.</summary>
public static class OfficeHours
{
    private static readonly TimeOnly Opens = new(8, 30), Shuts = new(17, 15); // The usual hours of a Japanese town hall.

    /// <summary>When a civil day's counters open.</summary>
    internal static DateTimeOffset OpeningOf(Calendar calendar, DateOnly day) => new(day.ToDateTime(Opens), TimeSpan.FromMinutes(calendar.UtcOffsetMinutes));

    /// <summary>The column that rings at this instant.</summary>
    public static CallColumn At(Calendar calendar, DateTimeOffset instant)
    {
        if (!calendar.IsWorkingDay(calendar.DateOf(instant))) return CallColumn.Holiday;

        return TimeOnly.FromDateTime(calendar.Civil(instant).DateTime) is var time && time >= Opens && time < Shuts ? CallColumn.Day : CallColumn.Night;
    }
}
