using System.Globalization;
using Azukari.Domain.Engagements;

namespace Azukari.Protocol.Wording;

/// <summary>Times as people read them: in the engagement's zone, in Japanese by era.</summary>
/// <remarks>To the second and cut off, never rounded: nothing is shown later than it is. The era names are ours, since this process runs without a culture.</remarks>
public static class JapaneseTime
{
    private const string Weekdays = "日月火水木金土";

    private static readonly (DateOnly From, string Name)[] Eras =
    [
        (new(2019, 5, 1), "令和"),
        (new(1989, 1, 8), "平成"),
        (new(1926, 12, 25), "昭和"),
    ];

    /// <summary>The engagement's zone; UTC, which the written time then says, before the genesis or where this machine does not know the zone.</summary>
    public static TimeZoneInfo ZoneOf(Engagement facts) => ZoneOf(facts.Founding?.Zone);

    /// <summary>A moment in both languages; where the clock is not Japan's, the Japanese says so, the English always.</summary>
    public static Bilingual Of(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var seconds = local.Second != 0;
        var day = DateOnly.FromDateTime(local.DateTime);
        var offset = Offset(local.Offset);

        var ja = $"{Day(day)}{local.Hour}時{local.Minute:00}分{(seconds ? $"{local.Second:00}秒" : "")}{(local.Offset == TimeSpan.FromHours(9) ? "" : $"（{offset}）")}";
        var en = $"{local.ToString(seconds ? "d MMMM yyyy, HH:mm:ss" : "d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} ({offset})";
        return new(ja, en);
    }

    /// <summary>A day by era, e.g. 令和4年6月21日（火）; the first year of an era is 元年, a day before 昭和 has the common year.</summary>
    public static string Day(DateOnly day) => $"{Year(day)}年{day.Month}月{day.Day}日（{Weekdays[(int)day.DayOfWeek]}）";

    internal static TimeZoneInfo ZoneOf(string? id) => id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    private static string Year(DateOnly day)
    {
        foreach (var (from, name) in Eras)
        {
            if (day >= from) return day.Year == from.Year ? $"{name}元" : $"{name}{day.Year - from.Year + 1}";
        }

        return $"{day.Year}";
    }

    private static string Offset(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero) return "UTC";

        var sign = offset < TimeSpan.Zero ? "-" : "+";
        return offset.Minutes == 0 ? $"UTC{sign}{Math.Abs(offset.Hours)}" : $"UTC{sign}{Math.Abs(offset.Hours)}:{Math.Abs(offset.Minutes):00}";
    }
}
