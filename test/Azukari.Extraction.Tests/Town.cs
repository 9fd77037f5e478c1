using System.Text;

namespace Azukari.Extraction.Tests;

/// <summary>Two small datasets as rows of cells, null for NULL, the person key first.</summary>
internal sealed class Town
{
    public static readonly DatasetShape[] Shapes =
    [
        new("residents", "people", "unified_code", ["unified_code", "name", "note"]),
        new("child-tax", "records", "unified_code", ["unified_code", "levy"]),
    ];

    public List<string?[]> Residents { get; } =
    [
        ["1001", "髙橋　葵", null],
        ["1002", "山﨑, 実", ""],
        ["1003", "\"渡邉\"", "two\r\nlines"],
        ["1004", "𠮷田", "\\."],
        ["1005", " 岡本 ", "a\n\\.\nb"],
        ["1006", null, "'; drop table residents; --"],
    ];

    public List<string?[]> Tax { get; } = [["1001", "5300"], ["1003", "0"], ["1006", null]];

    public List<string?[]> Of(DatasetShape shape) => shape == Shapes[0] ? Residents : Tax;

    /// <summary>As many people as asked for, and every second of them taxed.</summary>
    public static Town OfSize(int people)
    {
        var town = new Town();
        town.Residents.Clear();
        town.Tax.Clear();
        for (var person = 0; person < people; person++)
        {
            town.Residents.Add([$"{100_000 + person}", $"住民{person * 7919 % 10_007}", person % 3 == 0 ? null : ""]);
            if (person % 2 == 0)
                town.Tax.Add([$"{100_000 + person}", "5300"]);
        }

        return town;
    }

    public void WriteCsv(string folder)
    {
        foreach (var shape in Shapes)
        {
            // A column that is not permitted stands between those that are, and the order is another.
            var text = new StringBuilder($"not_permitted,{string.Join(',', shape.Fields.Reverse())}\r\n");
            foreach (var row in Of(shape))
                text.Append("secret,").AppendJoin(',', row.Reverse().Select(Cell)).Append("\r\n");
            File.WriteAllText(Path.Combine(folder, shape.Id + ".csv"), text.ToString());
        }
    }

    // Quotes everything but NULL: correct by itself, and not what the library writes.
    private static string Cell(string? value) => value is null ? "" : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
