using System.Globalization;
using System.Text.RegularExpressions;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents.Import;

/// <summary>A day as people and Excel write it: 令和8年4月1日, R8.4.1, 令和元年, 2026/4/1, 2026-04-01, full-width digits included.</summary>
/// <remarks>A day that did not exist, or that lay outside its era, is no day: 平成31年5月1日 was 令和元年5月1日, and whoever writes the former may mean another year.</remarks>
public static partial class DayText
{
    /// <summary>The day, or null where this is none.</summary>
    public static DateOnly? Parse(string text)
    {
        var plain = FullWidth.Fold(text);
        return OfEra().Match(plain) is { Success: true } era ? JapaneseTime.DayOf(era.Groups["era"].Value.ToUpperInvariant(), Number(era, "year"), Number(era, "month"), Number(era, "day"))
            : Common().Match(plain) is { Success: true } common ? Exact(Number(common, "year"), Number(common, "month"), Number(common, "day"))
            : null;
    }

    private static int Number(Match match, string group) => match.Groups[group].Value == "元" ? 1 : int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static DateOnly? Exact(int year, int month, int day) =>
        year is >= 1868 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    // Excel adds a time of 0:00 to some dates, and people the day of the week.
    private const string End = @"日?\s*(\([日月火水木金土]\))?(\s+0?0:00(:00)?)?$";

    [GeneratedRegex(@"^(?<era>令和|平成|昭和|[RHS])\s*(?<year>元|[0-9]{1,2})\s*[年./-]\s*(?<month>[0-9]{1,2})\s*[月./-]\s*(?<day>[0-9]{1,2})" + End, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OfEra();

    [GeneratedRegex(@"^(?<year>[0-9]{4})\s*[年./-]\s*(?<month>[0-9]{1,2})\s*[月./-]\s*(?<day>[0-9]{1,2})" + End, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Common();
}
