using Azukari.Domain.Catalogue;

namespace Azukari.Protocol.Wording;

/// <summary>The catalogue and the templates.</summary>
internal static class RegisterActs
{
    internal static IEnumerable<Words> Lines(CatalogueDataset act, FactWording words) =>
    [
        new("データセットを目録に登録します。", "I enter a dataset in the catalogue."),
        Line.Of("データセット", "Dataset", act.Dataset.Value),
        Line.Of("単位", "Unit", EnumWording.Of(act.Unit)),
        Line.Of("本人を識別する項目", "Field that identifies a person", act.PersonKey),
        Line.Of("区分の有効期限", "Classes valid until", act.LastDay is { } last ? words.At(last) : new Words("今年度の末日", "the end of this fiscal year")),
        Line.Of("項目", "Fields", act.Fields.Select(field => Line.Noted(field.Name, EnumWording.Of(field.Class)))),
    ];

    internal static IEnumerable<Words> Lines(SignTemplate act, FactWording words) =>
    [
        new("目的別ひな型を定めます。", "I sign a purpose template."),
        Line.Of("ひな型", "Template", act.Template.Value),
        .. act.Needs.Select(need => Line.Of("必要なデータ", "Data needed", words.Selection(need))),
        Line.Of("有効期限", "Valid until", words.At(act.LastDay)),
    ];
}
