using System.Globalization;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Wording;

namespace Azukari.Server.Pages;

/// <summary>Days as people choose them in a form, in the engagement's zone.</summary>
internal static class CivilDay
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>The day as a browser's date field sends it, or null.</summary>
    internal static DateOnly? Of(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;

    /// <summary>The moment as a browser's field for day and time sends it, to the minute; null where there was or is no such moment, or nobody can mean it.</summary>
    internal static DateTimeOffset? Moment(TimeZoneInfo zone, string text) =>
        DateTime.TryParseExact(text.Trim(), ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= 2000 and <= 2100 && !zone.IsInvalidTime(local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local)) : null;

    /// <summary>The day of an instant, as a browser's date field wants it.</summary>
    internal static string Text(Engagement facts, DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, InstantWording.ZoneOf(facts)).ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The first moment of a day.</summary>
    internal static DateTimeOffset Start(Engagement facts, DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, InstantWording.ZoneOf(facts).GetUtcOffset(midnight));
    }

    /// <summary>The last moment of a day, to the millisecond.</summary>
    internal static DateTimeOffset End(Engagement facts, DateOnly day) => Start(facts, day.AddDays(1)).AddMilliseconds(-1);
}
