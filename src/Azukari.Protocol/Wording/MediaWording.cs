using Azukari.Domain.Closing;
using Azukari.Domain.Erasure;
using Azukari.Domain.Media;

namespace Azukari.Protocol.Wording;

/// <summary>What people read about media, their erasure and their ends. A choice without words does not compile.</summary>
public static class MediaWording
{
    /// <summary>How a medium is destroyed.</summary>
    public static Words Of(DestructionMethod how) => how switch
    {
        DestructionMethod.Shredded => new("細断・粉砕", "shredded"),
        DestructionMethod.Incinerated => new("焼却", "incinerated"),
        DestructionMethod.Melted => new("溶解", "melted"),
    };

    /// <summary>How a medium left use.</summary>
    public static Words Of(MediumEndKind kind) => kind switch
    {
        MediumEndKind.Released => new("解除", "released"),
        MediumEndKind.Destroyed => new("破壊", "destroyed"),
        MediumEndKind.Lost => new("亡失", "lost"),
    };

    /// <summary>What device control saw.</summary>
    public static Words Of(DeviceEventKind kind) => kind switch
    {
        DeviceEventKind.Connected => new("媒体の接続", "a medium was connected"),
        DeviceEventKind.Exported => new("媒体への書出し", "files were written to a medium"),
        DeviceEventKind.Blocked => new("媒体の接続の遮断", "a medium was kept out"),
    };

    /// <summary>The level that was reached, and no more.</summary>
    public static Words Of(SanitisationLevel level) => level switch
    {
        SanitisationLevel.None => new("水準なし（媒体全体は消去されていません）", "no level; the medium as a whole is not sanitised"),
        SanitisationLevel.Clear => new("Clear（ホストによる全体の上書き。Purge にはなりません）", "Clear, an overwrite by a host and never Purge"),
        SanitisationLevel.Purge => new("Purge（研究設備でも復元は困難）", "Purge, infeasible to recover in a laboratory"),
        SanitisationLevel.Destroy => new("Destroy（媒体の破壊）", "Destroy, the medium is no more"),
    };

    /// <summary>The technique.</summary>
    public static Words Of(SanitisationTechnique technique) => technique switch
    {
        SanitisationTechnique.None => new("該当なし", "none"),
        SanitisationTechnique.Overwrite => new("上書きと読み戻し", "overwrite, read back"),
        SanitisationTechnique.CryptographicErase => new("暗号化消去", "cryptographic erase"),
        SanitisationTechnique.Destruction => new("物理的破壊（申告）", "physical destruction, declared"),
    };

    /// <summary>A condition of cryptographic erasure.</summary>
    public static Words Of(EraseCondition condition) => condition switch
    {
        EraseCondition.Strength => new("128ビット以上の強度で封緘し、復号して確かめたこと", "sealed with at least 128 bits and decrypted again to check"),
        EraseCondition.NeverPlain => new("平文が一度も記録されていないこと", "nothing readable was ever stored on it"),
        EraseCondition.KeysDead => new("鍵のすべての写しが廃棄されたこと", "every copy of every key is dead"),
        EraseCondition.Validated => new("実装について独立した検証があること", "the implementation is validated by somebody independent"),
    };

    /// <summary>What a certificate should state.</summary>
    public static Words Of(CertificateItem item) => item switch
    {
        CertificateItem.Maker => new("製造者", "maker"),
        CertificateItem.Model => new("型式", "model"),
        CertificateItem.OwnSerial => new("装置から読み取った製造番号", "serial number read from the device"),
        CertificateItem.WholeMedium => new("媒体全体の消去または破壊", "erasure or destruction of the whole medium"),
        CertificateItem.FreeSpace => new("空き領域の消去", "erasure of the free space"),
        CertificateItem.Tool => new("消去に用いたプログラムと版", "tool and version"),
        CertificateItem.Eraser => new("消去した人", "who erased"),
        CertificateItem.EraserPresent => new("消去した人が端末の前にいたこと", "that the eraser was present"),
        CertificateItem.Verification => new("別の人による別の端末での検証", "verification by another person on another device"),
        CertificateItem.WholeLook => new("検証が媒体全体に及んだこと", "that the verification went through the whole medium"),
        CertificateItem.Concurrence => new("情報セキュリティ管理者の確認", "concurrence of the security officer"),
        CertificateItem.KeysDead => new("すべての鍵の廃棄", "death of every key"),
    };

    /// <summary>Where data of a carry-out stays readable.</summary>
    public static Words Of(CopyKind kind) => kind switch
    {
        CopyKind.AtDestination => new("利用先の複製", "copy at the destination"),
        CopyKind.ExtractAtSource => new("抽出元の抽出データ", "extract at the source"),
    };

    /// <summary>A kind of record that is kept for a time of its own.</summary>
    public static Words Of(RecordKind kind) => kind switch
    {
        RecordKind.CarryOuts => new("持出の記録", "records of carry-outs"),
        RecordKind.Media => new("媒体管理台帳と消去証明", "media register and certificates"),
        RecordKind.StaffNames => new("従事者の氏名", "names of staff"),
        RecordKind.Incidents => new("事故の記録", "records of incidents"),
        RecordKind.TraceIndex => new("照合用の索引", "index for tracing"),
    };
}
