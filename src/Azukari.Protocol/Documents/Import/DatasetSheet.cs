using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents.Import;

/// <summary>データ目録: one row a field. The rows of a dataset together are what its owner signs.</summary>
internal sealed class DatasetSheet(Engagement facts)
{
    private static readonly ImmutableArray<FormColumn> Columns =
    [
        new("dataset", new("データ番号", "Dataset")),
        new("unit", new("単位", "Unit")),
        new("field", new("項目", "Field")),
        new("class", new("区分", "Class")),
        new("key", new("本人キー", "Person key")),
    ];

    private static readonly string[] Needed = ["dataset", "unit", "field", "class", "key"];

    private sealed record Line(SheetRow Source, DatasetId? Dataset, DatasetUnit? Unit, string? Field, FieldClass? Class, bool IsKey);

    internal Imported Read(Sheet sheet) => SheetReader.Read(sheet, Columns, Needed, Meaning);

    private (IEnumerable<Act>, Particulars) Meaning(IReadOnlyList<SheetRow> rows, List<Finding> findings)
    {
        var datasets = rows.Select(LineOf).Where(line => line.Dataset is not null).GroupBy(line => line.Dataset!).ToArray();
        foreach (var dataset in datasets) Check(dataset);
        return findings.Count > 0 ? ([], Particulars.Nothing) : (datasets.Select(Catalogued).Where(IsNew), Particulars.Nothing);
    }

    private static Line LineOf(SheetRow row) => new(
        row, row.Code("dataset", text => new DatasetId(text), needed: true), row.Choice<DatasetUnit>("unit", EnumWording.Of, needed: true), row.Needed("field"),
        row.Choice<FieldClass>("class", EnumWording.Of, needed: true), IsKey(row));

    private static bool IsKey(SheetRow row)
    {
        var text = row.Text("key") is { } cell ? SheetRow.Plain(cell) : null;
        if (text is not (null or "○" or "◯" or "はい" or "yes")) row.Wrong("key", FindingWording.NotChoice);
        return text is not null;
    }

    /// <summary>One unit, no field twice, exactly one key.</summary>
    private static void Check(IGrouping<DatasetId, Line> dataset)
    {
        foreach (var line in dataset.Where(line => line.Unit is not null && line.Unit != dataset.First().Unit)) line.Source.Wrong("unit", FindingWording.Contradicts);
        foreach (var line in dataset.Where(line => line.Field is not null).GroupBy(line => line.Field).SelectMany(same => same.Skip(1))) line.Source.Wrong("field", FindingWording.Twice);
        foreach (var line in dataset.Where(line => line.IsKey).Skip(1)) line.Source.Wrong("key", FindingWording.Contradicts);
        if (!dataset.Any(line => line.IsKey)) dataset.First().Source.Wrong("key", FindingWording.Blank);
    }

    private static CatalogueDataset Catalogued(IGrouping<DatasetId, Line> dataset) => new(
        dataset.Key, dataset.First().Unit!.Value, dataset.First(line => line.IsKey).Field!, [.. dataset.Select(line => new Field(line.Field!, line.Class!.Value))]);

    private bool IsNew(CatalogueDataset asked) => !facts.Catalogue.TryGetValue(asked.Dataset, out var known)
        || known.Unit != asked.Unit || known.PersonKey != asked.PersonKey || !known.Fields.SequenceEqual(asked.Fields);
}
