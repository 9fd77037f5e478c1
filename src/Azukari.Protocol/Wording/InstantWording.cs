using System.Globalization;
using Azukari.Domain.Engagements;

namespace Azukari.Protocol.Wording;

/// <summary>Instants as people read them: in the engagement's zone, in Japanese by era.</summary>
/// <remarks>To the second and cut off, never rounded: nothing is shown later than it is.</remarks>
public static class InstantWording
{
    /// <summary>The instant in words; in UTC, which the words then say, where the zone is not given or not known here.</summary>
    public static Words Of(DateTimeOffset at, string? zone) => Of(at, ZoneOf(zone));

    /// <summary>The instant in words; where the clock is not Japan's, the Japanese says so, the English always.</summary>
    public static Words Of(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var seconds = local.Second != 0;
        var offset = Offset(local.Offset);

        var clock = $"{local.Hour}時{local.Minute:00}分{(seconds ? $"{local.Second:00}秒" : "")}{(local.Offset == TimeSpan.FromHours(9) ? "" : $"（{offset}）")}";
        var english = local.ToString(seconds ? "d MMMM yyyy, HH:mm:ss" : "d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        return new($"{JapaneseTime.Day(DateOnly.FromDateTime(local.DateTime))}{clock}", $"{english} ({offset})");
    }

    /// <summary>The instant at a known distance from UTC.</summary>
    public static Words Of(DateTimeOffset at, TimeSpan offset) => Of(at, TimeZoneInfo.CreateCustomTimeZone("civil", offset, null, null));

    /// <summary>A civil day.</summary>
    public static Words Of(DateOnly day) => new(JapaneseTime.Day(day), day.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>The engagement's zone; UTC before the genesis and where this machine does not know the zone.</summary>
    public static TimeZoneInfo ZoneOf(Engagement facts) => ZoneOf(facts.Founding?.Zone);

    private static TimeZoneInfo ZoneOf(string? id) => id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    private static string Offset(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero) return "UTC";

        var sign = offset < TimeSpan.Zero ? "-" : "+";
        return offset.Minutes == 0 ? $"UTC{sign}{Math.Abs(offset.Hours)}" : $"UTC{sign}{Math.Abs(offset.Hours)}:{Math.Abs(offset.Minutes):00}";
    }
}
