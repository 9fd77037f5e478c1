using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Azukari.Protocol.Wording;

namespace Azukari.Demo.Replays;

/// <summary>The story as a picture: time runs down the middle, what happened stands on the left, what would have on the right.</summary>
internal static class Timeline
{
    private const int Width = 1180, Middle = 480, Band = 46, Top = 96;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The picture alone.</summary>
    internal static XElement Draw(Replay replay, bool japanese)
    {
        var bands = StoryLine.Of(replay).GroupBy(line => line.At).ToArray();
        var shapes = new List<XElement>();
        var y = Top;
        DateOnly? day = null;

        foreach (var band in bands)
        {
            var local = replay.File.Local(band.Key);
            if (day != DateOnly.FromDateTime(local.DateTime))
            {
                day = DateOnly.FromDateTime(local.DateTime);
                shapes.Add(new(Svg + "rect", new XAttribute("class", "paper"), new XAttribute("x", Middle - 90), new XAttribute("y", y), new XAttribute("width", 180), new XAttribute("height", 24)));
                shapes.Add(Text(Middle, y + 16, "day", Day(day.Value, japanese), "middle"));
                y += 30;
            }

            var height = Band * Math.Max(1, Math.Max(band.Count(line => line.Lane == Lane.Then), band.Count(line => line.Lane == Lane.Now)));
            shapes.AddRange(At(band.Key, local, [.. band], y, japanese));
            y += height;
        }

        var title = japanese ? replay.File.Title.Ja : replay.File.Title.En;
        return new(Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {y + 24}"), new XAttribute("width", Width), new XAttribute("height", y + 24), new XAttribute("role", "img"), new XAttribute("lang", japanese ? "ja" : "en"),
            new XElement(Svg + "title", title), new XElement(Svg + "style", Style),
            new XElement(Svg + "rect", new XAttribute("class", "paper"), new XAttribute("width", Width), new XAttribute("height", y + 24)),
            Text(24, 38, "title", title, "start"),
            Text(Middle - 60, 76, "head", japanese ? "当時起きたこと" : "what happened", "end"), Text(Middle + 60, 76, "head", japanese ? "この仕組みなら" : "with these rules", "start"),
            new XElement(Svg + "line", new XAttribute("class", "axis"), new XAttribute("x1", Middle), new XAttribute("x2", Middle), new XAttribute("y1", Top - 8), new XAttribute("y2", y + 8)),
            shapes);
    }

    private static IEnumerable<XElement> At(DateTimeOffset at, DateTimeOffset local, ImmutableArray<StoryLine> lines, int y, bool japanese)
    {
        yield return new(Svg + "rect", new XAttribute("class", "stamp"), new XAttribute("x", Middle - 34), new XAttribute("y", y + 2), new XAttribute("width", 68), new XAttribute("height", 26), new XAttribute("rx", 13));
        yield return Text(Middle, y + 20, "time", local.ToString("HH:mm", CultureInfo.InvariantCulture), "middle");

        foreach (var (lane, anchor) in new[] { (Lane.Then, "end"), (Lane.Now, "start") })
            foreach (var (line, index) in lines.Where(line => line.Lane == lane).Select((line, index) => (line, index)))
            {
                var (text, x) = (line.Text.In(japanese), lane == Lane.Then ? Middle - 60 : Middle + 60);
                var dot = lane == Lane.Then ? x + 12 : x - 12;
                yield return new(Svg + "circle", new XAttribute("class", line.Tone.ToString().ToLowerInvariant()), new XAttribute("cx", dot), new XAttribute("cy", y + 15 + index * Band), new XAttribute("r", 5));
                var label = Text(x, y + 20 + index * Band, $"line {line.Tone.ToString().ToLowerInvariant()}", text, anchor);
                if (!line.Why.IsEmpty) label.Add(new XElement(Svg + "title", string.Join("\n", line.Why.Select(why => why.In(japanese)))));
                yield return label;
            }
    }

    private static XElement Text(int x, int y, string look, string text, string anchor) =>
        new(Svg + "text", new XAttribute("x", x), new XAttribute("y", y), new XAttribute("class", look), new XAttribute("text-anchor", anchor), text);

    private static string Day(DateOnly day, bool japanese) => japanese ? JapaneseTime.Day(day) : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private const string Style = """
        text { font-family: "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif; font-size: 14px; fill: #1a1a1c; }
        .paper { fill: #ffffff; } .title { font-size: 20px; font-weight: 700; } .head { font-size: 13px; fill: #626264; } .day { font-size: 13px; fill: #626264; }
        .axis { stroke: #cccccc; stroke-width: 2; } .stamp { fill: #f2f2f2; stroke: #cccccc; } .time { font-size: 13px; font-variant-numeric: tabular-nums; }
        circle.fact { fill: #626264; } circle.refused { fill: #ec0000; } circle.alarm { fill: #c16800; } circle.safe { fill: #197a4b; }
        .refused { fill: #a90000; font-weight: 700; } .alarm { fill: #804200; } .safe { fill: #115a36; font-weight: 700; }
        """;
}
