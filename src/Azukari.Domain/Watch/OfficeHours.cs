using Azukari.Domain.Engagements;

namespace Azukari.Domain.Watch;

/// <summary>The columns of a call list. Holidays of the nation are law-pack data that the rules do not read; on one of them the day's and night's columns ring.</summary>
public enum CallColumn
{
    /// <summary>Working days, office hours.</summary>
    Day,

    /// <summary>Working days, outside them.</summary>
    Night,

    /// <summary>Saturdays and Sundays.</summary>
    Holiday,
}

/// <summary>Which column of the call list an hour belongs to.</summary>
public static class OfficeHours
{
    private static readonly TimeOnly Opens = new(8, 30), Shuts = new(17, 15); // The usual hours of a Japanese town hall.

    /// <summary>The column that rings at this instant.</summary>
    public static CallColumn At(Calendar calendar, DateTimeOffset instant)
    {
        var civil = calendar.Civil(instant);
        if (civil.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) return CallColumn.Holiday;

        return TimeOnly.FromDateTime(civil.DateTime) is var time && time >= Opens && time < Shuts ? CallColumn.Day : CallColumn.Night;
    }
}
