using System.Globalization;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Wording;

namespace Azukari.Server.Ledger;

/// <summary>Where each entry of a story stands in its picture: from left to right in time, in the lanes of those who signed it.</summary>
/// <remarks>Pauses are drawn shorter than they were, or a week's wait would push the hour that matters off the page; the order is exact.</remarks>
public sealed class StoryChart
{
    /// <summary>The lanes from above: the two sides, machines, the service itself.</summary>
    public const int OwnerLane = 0, ContractorLane = 1, MachineLane = 2, ServiceLane = 3;

    private const int Gutter = 120, SameMinute = 26, NextMinute = 48, NextDay = 84, LongestPause = 60, Top = 56, LaneHeight = 34;

    private readonly TimeZoneInfo zone;
    private readonly List<ChartMark> marks = [];

    /// <summary>Lays the entries out, which come oldest first.</summary>
    public StoryChart(Engagement facts, IReadOnlyList<RecordRow> rows)
    {
        zone = InstantWording.ZoneOf(facts);
        (var x, DateTimeOffset? before) = (Gutter, null);
        foreach (var row in rows)
        {
            var at = TimeZoneInfo.ConvertTime(row.Entry.At, zone);
            if (before is { } earlier) x += Step(earlier, at);
            var (newDay, newMinute) = (before?.Date != at.Date, before is null || !SameClock(before.Value, at));
            marks.Add(new(row.Entry.Seq, x, [.. LanesOf(facts, row).Distinct().Order()], ShapeOf(row), newDay ? Day(at) : null, newMinute ? at.ToString("HH:mm", CultureInfo.InvariantCulture) : null));
            before = at;
        }

        Width = x + NextMinute;
    }

    /// <summary>The marks from left to right.</summary>
    public IReadOnlyList<ChartMark> Marks => marks;

    /// <summary>The picture's width in pixels.</summary>
    public int Width { get; }

    /// <summary>The picture's height in pixels.</summary>
    public static int Height => HeightOf(ServiceLane) + 40;

    /// <summary>The names of the lanes.</summary>
    public static IReadOnlyList<Words> Lanes { get; } = [EnumWording.Of(Side.Owner), EnumWording.Of(Side.Contractor), new("機械", "machine"), new("サーバー", "service")];

    /// <summary>How far down a lane is.</summary>
    public static int HeightOf(int lane) => Top + (lane * LaneHeight);

    private static int Step(DateTimeOffset before, DateTimeOffset at)
    {
        if (SameClock(before, at)) return SameMinute;

        var pause = (int)Math.Min(LongestPause, 8 * Math.Log2(1 + ((at - before).TotalMinutes / 15)));
        return (before.Date != at.Date ? NextDay : NextMinute) + pause;
    }

    private static bool SameClock(DateTimeOffset one, DateTimeOffset other) => one.Date == other.Date && one.Hour == other.Hour && one.Minute == other.Minute;

    private static Words Day(DateTimeOffset at) => new($"{at.Month}月{at.Day}日", at.ToString("d MMM", CultureInfo.InvariantCulture));

    private static MarkShape ShapeOf(RecordRow row) => row.IsAlarm ? MarkShape.Alarm : row.Entry.Missing.IsEmpty ? MarkShape.Plain : MarkShape.Lacking;

    private static IEnumerable<int> LanesOf(Engagement facts, RecordRow row)
    {
        if (row.IsUnsigned) yield return ServiceLane;
        if (row.Entry.Signed.Machine is not null) yield return MachineLane;
        foreach (var signature in row.Entry.Signed.People) yield return facts.SideOf(signature.By.Organisation) == Side.Owner ? OwnerLane : ContractorLane;
    }
}

/// <summary>How a mark is drawn; never told apart by colour alone.</summary>
public enum MarkShape
{
    /// <summary>A full disc.</summary>
    Plain,

    /// <summary>A ring: taken although something was missing (R35).</summary>
    Lacking,

    /// <summary>A triangle: something went wrong.</summary>
    Alarm,
}

/// <summary>One entry in the picture.</summary>
/// <param name="Seq">Its place in the record.</param>
/// <param name="X">Its distance from the left edge.</param>
/// <param name="Lanes">The lanes of those who signed, from above.</param>
/// <param name="Shape">How it is drawn.</param>
/// <param name="Day">The day, where one begins.</param>
/// <param name="Clock">The time, where it differs from the mark before.</param>
public sealed record ChartMark(long Seq, int X, IReadOnlyList<int> Lanes, MarkShape Shape, Words? Day, string? Clock);
