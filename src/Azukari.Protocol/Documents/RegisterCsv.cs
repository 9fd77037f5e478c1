using System.Collections.Immutable;
using System.Text;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>A register as a spreadsheet: labels in the first row, CRLF, quotes where they are needed.</summary>
public static class RegisterCsv
{
    /// <summary>The file, or every row that the encoding cannot hold; nothing is replaced by a question mark.</summary>
    public static (byte[] File, ImmutableArray<Finding> Findings) Write(Part.Rows rows, bool japanese, OfficeEncoding encoding)
    {
        var sheet = rows.All.Select(row => row.Select(value => Cell(value, japanese)).ToArray()).ToArray();
        var findings = sheet.SelectMany((row, at) => row
            .Select((cell, column) => OfficeText.Holds(encoding, cell) ? null : Finding.At(at + 2, rows.Columns[column], FindingWording.NotInEncoding))
            .OfType<Finding>()).ToImmutableArray();
        if (!findings.IsEmpty) return ([], findings);

        var text = new StringBuilder();
        foreach (var row in sheet.Prepend([.. rows.Columns.Select(column => column.Label.In(japanese))])) text.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
        return (OfficeText.Write(encoding, text.ToString()), []);
    }

    /// <summary>What has not happened yet is a blank cell, to be filled in; what the record does not know says so.</summary>
    private static string Cell(FormValue value, bool japanese) => FormulaGuard.Guard(string.Join(japanese ? "；" : "; ",
        new[] { value.Ground == Ground.NotYet ? null : GroundWording.Absent(value.Ground) }.OfType<Words>().Concat(value.Lines.Reveal("written into the register's file")).Select(line => line.In(japanese))));

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
