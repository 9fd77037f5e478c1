namespace Azukari.Protocol.Wording;

/// <summary>Days as they are written in Japan, by era.</summary>
/// <remarks>The era names are ours, since this process runs without a culture.</remarks>
public static class JapaneseTime
{
    private const string Weekdays = "日月火水木金土";

    private static readonly (DateOnly From, string Name)[] Eras =
    [
        (new(2019, 5, 1), "令和"),
        (new(1989, 1, 8), "平成"),
        (new(1926, 12, 25), "昭和"),
    ];

    /// <summary>A day by era, e.g. 令和8年11月23日（月）; the first year of an era is 元年, a day before 昭和 has the common year.</summary>
    public static string Day(DateOnly day) => $"{Year(day)}年{day.Month}月{day.Day}日（{Weekdays[(int)day.DayOfWeek]}）";

    private static string Year(DateOnly day)
    {
        foreach (var (from, name) in Eras)
        {
            if (day >= from) return day.Year == from.Year ? $"{name}元" : $"{name}{day.Year - from.Year + 1}";
        }

        return $"{day.Year}";
    }
}
