using Azukari.Domain.Media;

namespace Azukari.Protocol.Wording;

/// <summary>The media register: entering, leaving, counting, destroying (R5, R19, R21).</summary>
internal static class MediumActs
{
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
        .. measured.Maker is { } maker ? [Line.Of("製造者", "Maker", maker)] : Array.Empty<Words>(),
        .. measured.Model is { } model ? [Line.Of("型式", "Model", model)] : Array.Empty<Words>(),
        Line.Of("容量", "Capacity", Line.Bytes(measured.CapacityBytes)),
        .. measured.Qualified is { } qualified ? Quality(qualified) : [Line.Of("書込みと読み戻しの試験", "Tried by writing and reading back", new Words("未実施", "not done"))],
    ];

    internal static IEnumerable<Words> Lines(ReleaseMedium act, FactWording words) =>
    [
        new("媒体をこの委託業務から外します。台帳の記録は残ります。", "I release a medium from this engagement; its line in the register stays."),
        Line.Of("媒体", "Medium", words.Medium(act.Medium)),
    ];

    internal static IEnumerable<Words> Lines(DestroyMedium act, FactWording words) =>
    [
        new("二人の立会いのもとで媒体を破壊します。機械では測れないため、申告として記録します。", "A medium is destroyed before two witnesses; no machine can measure it, so it is recorded as declared."),
        Line.Of("媒体", "Medium", words.Medium(act.Medium)),
        act.CarryOut is { } id ? ApplicationActs.CarryOut(id) : Line.Of("持出番号", "Carry-out", Line.None),
        Line.Of("方法", "Method", MediaWording.Of(act.How)),
    ];

    internal static IEnumerable<Words> Lines(TakeInventory act, FactWording words) =>
    [
        new("保管場所の媒体を数え、台帳と照合します。ここにないものは、ただちに警報となります。", "I count the media at home against the register; what is not named here raises an alarm at once."),
        Line.Of("あった媒体", "Found", words.Media(act.Present)),
        Line.Of("本数", "Number", new Words($"{act.Present.Length}本", act.Present.Length == 1 ? "1 medium" : $"{act.Present.Length} media")),
    ];

    internal static IEnumerable<Words> Lines(WriteOffMedium act, FactWording words) =>
    [
        new("棚卸しで見つからなかった媒体を、亡失として除却します。台帳の記録は残ります。", "I write off a medium that the inventory missed; its line in the register stays."),
        Line.Of("媒体", "Medium", words.Medium(act.Medium)),
    ];

    internal static IEnumerable<Words> Lines(ImportConnection act, FactWording words) =>
    [
        new("端末の接続記録を取り込みます。許可のない接続は、その日のうちに警報となります。", "A line of a device-control log is imported; a connection without a permit raises an alarm the same day."),
        Line.Of("内容", "What was seen", MediaWording.Of(act.Seen.Kind)),
        Line.Of("媒体の製造番号", "Serial number of the medium", act.Seen.Serial),
        Line.Of("端末", "Computer", words.Station(act.Seen.Station)),
        Line.Of("日時（端末の時計）", "When, by its own clock", words.At(act.Seen.At)),
        Line.Of("元の記録の照合値", "Digest of the line", Printed.Short(act.Seen.Line)),
    ];

    private static IEnumerable<Words> Quality(MediumQualified qualified) =>
    [
        Line.Of("書込みと読み戻しの試験", "Tried by writing and reading back", Line.Bytes(qualified.BytesWritten)),
        Line.Of("試験で一致しない箇所", "Mismatches in the trial", Printed.Number(qualified.Mismatches)),
        Line.Of("書込み速度", "Write speed", new Words($"毎秒{Printed.Number(qualified.WriteBytesPerSecond)}バイト", $"{Printed.Number(qualified.WriteBytesPerSecond)} bytes per second")),
        Line.Of("読出し速度", "Read speed", new Words($"毎秒{Printed.Number(qualified.ReadBytesPerSecond)}バイト", $"{Printed.Number(qualified.ReadBytesPerSecond)} bytes per second")),
    ];
}
