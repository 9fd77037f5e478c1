using System.Text;
using Azukari.Protocol.Incidents;

namespace Azukari.Protocol.Tests.Incidents;

/// <summary>R26: the table of national holidays is what the Act on National Holidays makes it, and is read strictly.</summary>
public sealed class R26_Holidays
{
    private const string Header = "国民の祝日・休日月日,国民の祝日・休日名称\n";

    private static readonly byte[] Sidecar = Resource("national-holidays.json"), Csv = Resource("national-holidays.csv");

    public static TheoryData<int> Years => [2022, 2023, 2024, 2025, 2026, 2027];

    [Theory]
    [MemberData(nameof(Years))]
    public void Every_year_has_exactly_the_holidays_of_the_act(int year)
    {
        var expected = ByTheAct(year).OrderBy(row => row.Day).Select(row => $"{row.Day:yyyy-MM-dd} {row.Name}");

        Assert.Equal(expected, HolidaysOnFile.ReadRows(Csv).Where(row => row.Day.Year == year).Select(row => $"{row.Day:yyyy-MM-dd} {row.Name}"));
    }

    [Fact]
    public void The_table_says_what_it_covers_and_what_is_not_published_yet()
    {
        var table = HolidaysOnFile.ReadSidecar(Sidecar);

        Assert.Equal((new DateOnly(2022, 1, 1), new DateOnly(2027, 12, 31), new DateOnly(2026, 12, 31)), (table.From, table.To, table.GazettedTo));
        Assert.NotEmpty(table.Unverified);
        Assert.True(HolidaysOnFile.Shipped.AreSure(new(2022, 1, 1), new(2026, 12, 31)));
        Assert.False(HolidaysOnFile.Shipped.AreSure(new(2026, 12, 31), new(2027, 1, 4)));
        Assert.False(HolidaysOnFile.Shipped.AreSure(new(2021, 12, 31), new(2022, 1, 4)));
    }

    [Fact]
    public void The_turn_of_the_year_weekends_and_holidays_are_closed()
    {
        var closed = HolidaysOnFile.Shipped;

        Assert.All(Enumerable.Range(0, 6), day => Assert.True(closed.IsClosed(new DateOnly(2025, 12, 29).AddDays(day))));
        Assert.Equal(new(2026, 1, 5), closed.FirstOpen(new(2025, 12, 27)));
        Assert.Equal(new(2025, 12, 26), closed.FirstOpen(new(2025, 12, 26)));
        Assert.Equal(new(2026, 9, 24), closed.FirstOpen(new(2026, 9, 19)));
    }

    [Fact]
    public void A_table_of_another_form_is_refused()
    {
        Assert.Equal(Csv, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Csv))); // The control: the good one is read below with other line ends.
        Assert.Equal(HolidaysOnFile.ReadRows(Csv), HolidaysOnFile.ReadRows(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Csv).ReplaceLineEndings("\r\n"))));

        foreach (var bad in new[]
        {
            "", "date,name\n2026/1/1,元日\n", Header + "2026-01-01,元日\n", Header + "2026/1/1\n", Header + "2026/1/1,\n", Header + "2026/1/1,元日,x\n", Header + "2026/2/30,休日\n",
            Header + "2026/1/2,休日\n2026/1/1,元日\n", Header + "2026/1/1,元日\n2026/1/1,元日\n", Header + "\n2026/1/1,元日\n", new string(' ', 300_000),
        }) Assert.Throws<ProtocolException>(() => HolidaysOnFile.Read(Encoding.UTF8.GetBytes(bad), Sidecar));

        Assert.Throws<ProtocolException>(() => HolidaysOnFile.Read([0x8d, 0x91, 0xff], Sidecar));
        Assert.Throws<ProtocolException>(() => HolidaysOnFile.Read(Encoding.UTF8.GetBytes(Header + "2031/1/1,元日\n"), Sidecar));
        Assert.Throws<ProtocolException>(() => HolidaysOnFile.ReadSidecar(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Sidecar).Insert(1, "\"colour\":1,"))));
    }

    /// <summary>Arts. 2 and 3: the days themselves, the day after a Sunday's holiday that is none itself, and a day between two holidays.</summary>
    private static IEnumerable<(DateOnly Day, string Name)> ByTheAct(int year)
    {
        var named = Named(year).ToDictionary();
        var substitutes = named.Keys.Where(day => day.DayOfWeek == DayOfWeek.Sunday).Select(day =>
        {
            while (named.ContainsKey(day)) day = day.AddDays(1);
            return day;
        }).ToHashSet();
        var between = named.Keys.Select(day => day.AddDays(1)).Where(day => named.ContainsKey(day.AddDays(1)) && !named.ContainsKey(day) && !substitutes.Contains(day));

        return named.Select(row => (row.Key, row.Value)).Concat(substitutes.Concat(between).Select(day => (day, "休日")));
    }

    private static IEnumerable<KeyValuePair<DateOnly, string>> Named(int year) =>
    [
        new(new(year, 1, 1), "元日"), new(Monday(year, 1, 2), "成人の日"), new(new(year, 2, 11), "建国記念の日"), new(new(year, 2, 23), "天皇誕生日"),
        new(new(year, 3, Equinox(20.8431, year)), "春分の日"), new(new(year, 4, 29), "昭和の日"), new(new(year, 5, 3), "憲法記念日"), new(new(year, 5, 4), "みどりの日"), new(new(year, 5, 5), "こどもの日"),
        new(Monday(year, 7, 3), "海の日"), new(new(year, 8, 11), "山の日"), new(Monday(year, 9, 3), "敬老の日"), new(new(year, 9, Equinox(23.2488, year)), "秋分の日"),
        new(Monday(year, 10, 2), "スポーツの日"), new(new(year, 11, 3), "文化の日"), new(new(year, 11, 23), "勤労感謝の日"),
    ];

    private static DateOnly Monday(int year, int month, int nth)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7 + (nth - 1) * 7);
    }

    /// <summary>The usual approximation for 1980 to 2099.</summary>
    private static int Equinox(double base1980, int year) => (int)(base1980 + 0.242194 * (year - 1980)) - (year - 1980) / 4;

    private static byte[] Resource(string name)
    {
        using var stream = typeof(HolidaysOnFile).Assembly.GetManifestResourceStream($"law-packs/{name}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
