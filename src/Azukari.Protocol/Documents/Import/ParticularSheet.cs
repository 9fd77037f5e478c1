using System.Collections.Immutable;
using Azukari.Domain;

namespace Azukari.Protocol.Documents.Import;

/// <summary>補記: one row a text about one code.</summary>
internal static class ParticularSheet
{
    private static readonly ImmutableArray<FormColumn> Columns =
    [
        new("what", new("項目", "What")),
        new("code", new("番号", "Code")),
        new("text", new("内容", "Text")),
    ];

    private static readonly string[] Needed = ["what", "code", "text"];

    internal static Imported Read(Sheet sheet) => SheetReader.Read(sheet, Columns, Needed, Meaning);

    private static (IEnumerable<Act>, Particulars) Meaning(IReadOnlyList<SheetRow> rows, List<Finding> findings)
    {
        var noted = rows.Select(row => (Row: row, What: row.Choice<Particular>("what", ParticularWording.Of, needed: true), Code: CodeOf(row), Text: row.Particular("text", needed: true))).ToArray();
        foreach (var (row, _, _, _) in noted.Where(row => row.What is not null && row.Code is not null).GroupBy(row => (row.What, row.Code)).SelectMany(same => same.Skip(1))) row.Wrong("code", FindingWording.Twice);
        return ([], findings.Count > 0 ? Particulars.Nothing : noted.Aggregate(Particulars.Nothing, (all, row) => all.With(row.What!.Value, row.Code!, row.Text!)));
    }

    private static string? CodeOf(SheetRow row)
    {
        if (row.Needed("code") is not { } text) return null;
        if (SheetRow.Plain(text) is var plain && Code.IsValid(plain)) return plain;

        row.Wrong("code", FindingWording.NotCode);
        return null;
    }
}
