using Azukari.Domain.Catalogue;
using Azukari.Domain.Media;

namespace Azukari.Protocol.Wording;

/// <summary>The catalogue, the templates, the media register.</summary>
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

    internal static IEnumerable<Words> Lines(AdmitMedium act, FactWording words) =>
    [
        new("媒体を媒体管理台帳に登録します。", "I enter a medium in the register."),
        Line.Of("管理番号", "Property number", act.Medium.Value),
        Line.Of("種類", "Kind", EnumWording.Of(act.Kind)),
        Line.Of("保管場所", "Home", words.Site(act.Home)),
    ];

    internal static IEnumerable<Words> Measured(MediumMeasured measured) =>
    [
        Line.Of("製造番号", "Serial number", measured.Serial),
        Line.Of("製造番号の出所", "Source of the serial number", measured.SerialIsDeclared ? new Words("申告（装置から読んでいない）", "declared, not read from the device") : new("装置から読取り", "read from the device")),
        Line.Of("容量", "Capacity", Line.Bytes(measured.CapacityBytes)),
    ];
}
