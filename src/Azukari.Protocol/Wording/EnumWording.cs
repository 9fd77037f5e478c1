using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.Media;
using Azukari.Domain.People;
using Azukari.Domain.Permits;

namespace Azukari.Protocol.Wording;

/// <summary>The choices that people see and make. A choice without words does not compile.</summary>
public static class EnumWording
{
    /// <summary>A side of the engagement.</summary>
    public static Words Of(Side side) => side switch
    {
        Side.Owner => new("所有者", "owner"),
        Side.Contractor => new("受託者", "contractor"),
    };

    /// <summary>How data travels.</summary>
    public static Words Of(TransferMethod method) => method switch
    {
        TransferMethod.Online => new("オンライン（暗号文のみ）", "online, ciphertext only"),
        TransferMethod.Courier => new("セキュリティ便（追跡あり）", "secured courier with tracking"),
        TransferMethod.Accompanied => new("職員同行（所有者の職員を含む二人以上）", "accompanied, two people, one of them the owner's"),
        TransferMethod.Alone => new("一人での持ち運び（認められません）", "alone, which is not a method"),
        TransferMethod.NotStated => new("記載なし", "not stated"),
    };

    /// <summary>A part of a plan.</summary>
    public static Words Of(PlanPart part) => part switch
    {
        PlanPart.Purpose => new("目的・必要性", "purpose and necessity"),
        PlanPart.Data => new("データと項目", "data and fields"),
        PlanPart.Handling => new("抽出範囲・保管・消去", "rows, keeping and erasure"),
        PlanPart.People => new("本人数", "number of people"),
        PlanPart.Method => new("運搬方法", "method"),
        PlanPart.Media => new("媒体", "media"),
        PlanPart.Places => new("拠点と端末", "sites and stations"),
        PlanPart.Window => new("日時", "times"),
        PlanPart.Custodians => new("携行者と運送業者", "custodians and courier"),
    };

    /// <summary>An end of the window.</summary>
    public static Words Of(WindowEnd end) => end switch
    {
        WindowEnd.OutBy => new("持出期限", "time to leave"),
        WindowEnd.OpenBy => new("開封期限", "time to open"),
        WindowEnd.WorkEnds => new("作業終了", "end of the work"),
        WindowEnd.EraseBy => new("現地消去の期限", "time to erase at the site"),
    };

    /// <summary>A kind of medium.</summary>
    public static Words Of(MediumKind kind) => kind switch
    {
        MediumKind.Flash => new("フラッシュメモリ（USBメモリ、カード）", "flash, a USB stick or card"),
        MediumKind.Disk => new("磁気ディスク", "magnetic disk"),
        MediumKind.WriteOnce => new("書換不可の光ディスク", "write-once disc"),
        MediumKind.Tape => new("磁気テープ", "tape"),
    };

    /// <summary>Which rows leave.</summary>
    public static Words Of(RowRange range) => range switch
    {
        RowRange.Everything => new("全件", "every row"),
        RowRange.Filtered => new("条件による抽出", "those for which a condition holds"),
        RowRange.ChangedSince => new("前回からの差分", "what changed since an earlier delivery"),
    };

    /// <summary>How the media end, as planned.</summary>
    public static Words Of(PlannedErasure erasure) => erasure switch
    {
        PlannedErasure.Overwrite => new("上書き消去", "overwritten"),
        PlannedErasure.Destroy => new("物理破壊（2名立会い）", "destroyed before two witnesses"),
    };

    /// <summary>A layer of the municipal networks.</summary>
    public static Words Of(NetworkLayer layer) => layer switch
    {
        NetworkLayer.MyNumber => new("個人番号利用事務系", "My Number network"),
        NetworkLayer.Lgwan => new("LGWAN接続系", "LGWAN network"),
        NetworkLayer.Isolated => new("独立系（外部接続なし）", "isolated network"),
        NetworkLayer.Internet => new("インターネット接続系", "internet network"),
    };

    /// <summary>How sensitive a field is.</summary>
    public static Words Of(FieldClass kind) => kind switch
    {
        FieldClass.Identifier => new("識別情報", "identifier"),
        FieldClass.Contact => new("連絡先", "contact"),
        FieldClass.Financial => new("口座・財産", "financial"),
        FieldClass.Tax => new("税", "tax"),
        FieldClass.Welfare => new("福祉", "welfare"),
        FieldClass.SpecialCare => new("要配慮個人情報", "special care"),
        FieldClass.MyNumber => new("個人番号", "My Number"),
    };

    /// <summary>What a row stands for.</summary>
    public static Words Of(DatasetUnit unit) => unit switch
    {
        DatasetUnit.People => new("1件＝1人", "one row is one person"),
        DatasetUnit.Households => new("1件＝1世帯", "one row is one household"),
        DatasetUnit.Records => new("1件＝1記録", "one row is one record"),
    };

    /// <summary>What is reported.</summary>
    public static Words Of(LossKind kind) => kind switch
    {
        LossKind.Lost => new("紛失", "lost"),
        LossKind.Stolen => new("盗難", "stolen"),
        LossKind.Misdelivered => new("誤配", "misdelivered"),
        LossKind.SealBroken => new("封印の異常", "seal not intact"),
        LossKind.FoundByOthers => new("第三者による発見", "found by somebody else"),
    };

    /// <summary>How far a key's destruction went, and no further.</summary>
    public static Words Of(DestructionLevel level) => level switch
    {
        DestructionLevel.OverwrittenFile => new("鍵ファイルを上書きして削除（古い写しが残る可能性あり）", "file overwritten and removed; the file system may keep older copies"),
        DestructionLevel.Memory => new("メモリ上の鍵を消去（保存されたことなし）", "zeroed in memory; it was never stored"),
        DestructionLevel.Device => new("鍵を出さない装置による削除（装置の申告）", "deleted by a device that gives no keys out, as the device says"),
    };

    /// <summary>Why a key was destroyed.</summary>
    public static Words Of(DestructionCause cause) => cause switch
    {
        DestructionCause.Loaded => new("投入完了", "the rows were loaded"),
        DestructionCause.Loss => new("紛失等の届出", "a loss was reported"),
        DestructionCause.WindowEnded => new("期限の到来", "the window ended"),
        DestructionCause.SuspensionUnanswered => new("一時停止への応答なし", "a suspension was not answered"),
        DestructionCause.GaveUp => new("開封の中止", "the opening was given up"),
        DestructionCause.Withdrawn => new("持出の取下げ", "the carry-out was withdrawn"),
        DestructionCause.AttestedDead => new("喪失を申告済みの鍵の発見", "it had been attested as dead and was found"),
        DestructionCause.TooOld => new("鍵の保存期間の満了", "the key was too old"),
    };

    /// <summary>The state of a key at one end.</summary>
    public static Words Of(EndState state) => state switch
    {
        EndState.Alive => new("有効", "alive"),
        EndState.Suspended => new("一時停止", "suspended"),
        EndState.Pending => new("廃棄待ち（記録はまだ）", "destruction pending"),
        EndState.Dead => new("廃棄済（記録あり）", "dead, evidenced"),
        EndState.DeadAttested => new("廃棄済（双方の申告、機器の記録なし）", "dead, attested by both sides"),
        EndState.Unknown => new("不明", "unknown"),
    };

    /// <summary>Why an application was declined.</summary>
    public static Words Of(DeclineReason why) => why switch
    {
        DeclineReason.NotNecessary => new("目的に必要なデータではないため", "the purpose does not need the data"),
        DeclineReason.OnlineWillDo => new("媒体を使わない方法で足りるため", "a channel without media will do"),
        DeclineReason.TooMuch => new("本人数または項目が目的に対して多いため", "more people or fields than the purpose needs"),
        DeclineReason.Window => new("期間が長いか、日時が適当でないため", "the time is too long or badly chosen"),
        DeclineReason.Arrangement => new("人、媒体または場所の見直しが要るため", "the people, media or places need another choice"),
    };

    /// <summary>What kind of party an organisation is.</summary>
    public static Words Of(OrganisationKind kind) => kind switch
    {
        OrganisationKind.PublicBody => new("公的機関", "public body"),
        OrganisationKind.Company => new("企業", "company"),
        OrganisationKind.Courier => new("運送業者", "courier"),
    };

    /// <summary>What was shown as proof of employment.</summary>
    public static Words Of(EmploymentDocument document) => document switch
    {
        EmploymentDocument.EmployeeCard => new("社員証", "employee card"),
        EmploymentDocument.HealthInsurance => new("健康保険の資格確認書", "health insurance confirmation"),
        EmploymentDocument.EmployersCertificate => new("在籍証明書", "employer's certificate"),
    };

    /// <summary>Where a signing key lives.</summary>
    public static Words Of(KeyForm form) => form switch
    {
        KeyForm.Software => new("ソフトウェア鍵（試験用）", "software key, for tests"),
        KeyForm.Hardware => new("ハードウェア鍵", "hardware key"),
    };
}
