using System.Globalization;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>Dates as forms have them: by era in Japanese, ISO 8601 in English, in the engagement's zone, which the document names once.</summary>
/// <remarks>To the second and cut off. A document of another zone than the reader's reads wrong without that name, so <see cref="Zone"/> is always shown.</remarks>
internal sealed class DocumentTime(Engagement facts)
{
    internal TimeZoneInfo ZoneInfo { get; } = InstantWording.ZoneOf(facts);

    internal Words Zone(DateTimeOffset at)
    {
        var offset = TimeZoneInfo.ConvertTime(at, ZoneInfo).Offset;
        var utc = $"UTC{(offset < TimeSpan.Zero ? "-" : "+")}{offset:hh\\:mm}";
        return new($"日時は{ZoneInfo.Id}（{utc}）による", $"Times are those of {ZoneInfo.Id} ({utc})");
    }

    internal DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, ZoneInfo).DateTime);

    internal Words Date(DateTimeOffset at) => Date(DateOf(at));

    internal static Words Date(DateOnly day) => new(JapaneseTime.Date(day), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    internal Words At(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, ZoneInfo);
        var clock = local.Second == 0 ? "H:mm" : "H:mm:ss";
        return new(
            $"{JapaneseTime.Date(DateOnly.FromDateTime(local.DateTime))} {local.ToString(clock, CultureInfo.InvariantCulture)}",
            local.ToString(local.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    /// <summary>A length of time, cut off to the minute.</summary>
    internal static Words Span(TimeSpan span)
    {
        var (hours, minutes) = ((long)span.Duration().TotalHours, span.Duration().Minutes);
        return new($"{(hours > 0 ? $"{hours}時間" : "")}{minutes}分", $"{(hours > 0 ? $"{hours} h " : "")}{minutes} min");
    }
}
