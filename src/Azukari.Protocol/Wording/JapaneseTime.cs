namespace Azukari.Protocol.Wording;

/// <summary>Days as they are written in Japan, by era.</summary>
/// <remarks>The era names are ours, since this process runs without a culture.</remarks>
public static class JapaneseTime
{
    private const string Weekdays = "日月火水木金土";

    private static readonly (DateOnly From, string Name, string Letter)[] Eras =
    [
        (new(2019, 5, 1), "令和", "R"),
        (new(1989, 1, 8), "平成", "H"),
        (new(1926, 12, 25), "昭和", "S"),
    ];

    /// <summary>A day by era, e.g. 令和8年11月23日（月）; the first year of an era is 元年, a day before 昭和 has the common year.</summary>
    public static string Day(DateOnly day) => $"{Date(day)}（{Weekdays[(int)day.DayOfWeek]}）";

    /// <summary>The same without the day of the week, as forms have it, e.g. 令和8年4月1日.</summary>
    public static string Date(DateOnly day) => $"{Year(day)}年{day.Month}月{day.Day}日";

    /// <summary>The day that an era's year, month and day name; null where no such day was in that era.</summary>
    internal static DateOnly? DayOf(string era, int year, int month, int day)
    {
        var at = Array.FindIndex(Eras, known => known.Name == era || known.Letter == era);
        if (at < 0 || year is < 1 or > 99 || month is < 1 or > 12) return null;

        var common = Eras[at].From.Year + year - 1;
        if (day < 1 || day > DateTime.DaysInMonth(common, month)) return null;

        var found = new DateOnly(common, month, day);
        return found >= Eras[at].From && (at == 0 || found < Eras[at - 1].From) ? found : null;
    }

    private static string Year(DateOnly day)
    {
        foreach (var (from, name, _) in Eras)
        {
            if (day >= from) return day.Year == from.Year ? $"{name}元" : $"{name}{day.Year - from.Year + 1}";
        }

        return $"{day.Year}";
    }
}
