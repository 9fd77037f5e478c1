using System.Xml.Linq;
using Azukari.Protocol.Wording;

namespace Azukari.Demo.Replays;

/// <summary>The picture with the refusals' own sentences under it, as one file without anything from elsewhere.</summary>
internal static class ReplayPage
{
    /// <summary>Writes <c>ID.ja.html</c>, <c>ID.en.html</c> and the pictures beside them; returns the Japanese page.</summary>
    internal static string Write(Replay replay, string folder)
    {
        Directory.CreateDirectory(folder);
        var name = Names.Code(replay.File.Id);
        foreach (var japanese in new[] { true, false })
        {
            var (language, picture) = (japanese ? "ja" : "en", Timeline.Draw(replay, japanese));
            File.WriteAllText(Path.Combine(folder, $"{name}.{language}.svg"), picture.ToString());
            File.WriteAllText(Path.Combine(folder, $"{name}.{language}.html"), "<!doctype html>\n" + Page(replay, picture, language, japanese).ToString(SaveOptions.DisableFormatting));
        }

        return Path.Combine(folder, $"{name}.ja.html");
    }

    private static XElement Page(Replay replay, XElement picture, string language, bool japanese) => new("html",
        new XAttribute("lang", language),
        new XElement("head",
            new XElement("meta", new XAttribute("charset", "utf-8")), new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
            new XElement("title", japanese ? replay.File.Title.Ja : replay.File.Title.En), new XElement("style", Style)),
        new XElement("body",
            new XElement("main",
                new XElement("figure", picture),
                new XElement("h2", japanese ? "認められない理由と、次に行うこと" : "Why it is refused, and what to do instead"),
                new XElement("table",
                    new XElement("thead", new XElement("tr", new XElement("th", japanese ? "時刻" : "time"), new XElement("th", japanese ? "行為" : "act"), new XElement("th", japanese ? "理由" : "reasons"))),
                    new XElement("tbody", replay.Prevented.Where(step => !step.Said.IsEmpty).Select(step => Row(replay, step, japanese)))),
                new XElement("p", japanese ? "代役：許可されない人の役は、承認された系列の架空の人が演じています。" : "Stand-ins: whoever the chain would not admit is played by an invented person of the approved chain."),
                new XElement("ul", replay.Detected.StandIns.Select(one => new XElement("li", one.For is null ? $"{one.Person}: {RoleWording.Of(one.Role).In(japanese)}" : $"{one.For} → {one.Person}"))))));

    private static XElement Row(Replay replay, Prevented step, bool japanese) => new("tr",
        new XElement("td", InstantWording.Of(step.Step.At, replay.File.Zone).In(japanese)),
        new XElement("td", DidWording.Of(step.Step.Did).In(japanese)),
        new XElement("td", new XElement("ul", step.Said.Select(said => new XElement("li", RefusalWording.Describe(said).In(japanese))))));

    private const string Style = """
        body { margin: 0; font: 16px/1.7 "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif; color: #1a1a1c; background: #fff; }
        main { max-width: 75rem; margin: 0 auto; padding: 1rem; } figure { margin: 0; overflow-x: auto; } h2 { font-size: 1.25rem; margin-top: 2rem; }
        table { border-collapse: collapse; width: 100%; } th, td { border-top: 1px solid #ccc; padding: .5rem; text-align: left; vertical-align: top; } td ul { margin: 0; padding-left: 1.2rem; }
        @media print { figure { break-inside: avoid; } }
        """;
}
