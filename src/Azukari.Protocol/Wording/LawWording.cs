using Azukari.Domain.Incidents.Laws;

namespace Azukari.Protocol.Wording;

/// <summary>The words of breach law. What a law itself calls a thing stands in its pack; these are ours.</summary>
public static class LawWording
{
    /// <summary>A condition of the exemption for protected data (R27).</summary>
    public static Words Of(ExemptionCondition condition) => condition switch
    {
        ExemptionCondition.OnlyCiphertext => new("媒体には暗号文だけを書き込み、読み戻して確かめたこと", "only ciphertext was written to the media, and read back"),
        ExemptionCondition.KeysElsewhere => new("復号の手段を三者が分けて持ち、媒体と離して管理したこと", "what opens it was kept apart from the media, in three hands"),
        ExemptionCondition.NotReleasedBefore => new("紛失等を知る前に、復号の手段が渡っていないか廃棄されていたこと", "what opens it was never released, or was destroyed, before the loss was known"),
        ExemptionCondition.DestroyedFromAfar => new("復号の手段を遠隔で廃棄し、その日時が記録にあること", "what opens it was destroyed from afar, at a time on record"),
        ExemptionCondition.CipherListed => new("用いた暗号技術が、評価機関の一覧にあることを確認したこと", "the cipher was read on a list of an evaluating body"),
    };

    /// <summary>What an entity is before the law.</summary>
    public static Words Of(EntityKind kind) => kind switch
    {
        EntityKind.PrivateOperator => new("個人情報取扱事業者", "private operator (Japan)"),
        EntityKind.NationalBody => new("国の行政機関等", "State organ (Japan)"),
        EntityKind.LocalBody => new("地方公共団体", "local public body (Japan)"),
        EntityKind.EuEntity => new("EU域内の管理者・処理者", "controller or processor in the EU"),
        EntityKind.UkEntity => new("英国内の管理者・処理者", "controller or processor in the United Kingdom"),
        EntityKind.HipaaEntity => new("HIPAAの適用事業者・業務提携者", "HIPAA covered entity or business associate"),
    };

    /// <summary>Where the entity stands for this data.</summary>
    public static Words Of(ChainRole role) => role switch
    {
        ChainRole.Owner => new("委託元（データの保有者）", "owner of the data"),
        ChainRole.Entrustee => new("委託先", "entrustee"),
    };

    /// <summary>What has to be done.</summary>
    public static Words Of(BreachDuty duty) => duty switch
    {
        BreachDuty.PromptReport => new("速報", "prompt report"),
        BreachDuty.FinalReport => new("確報", "final report"),
        BreachDuty.AuthorityReport => new("監督機関への報告", "report to the authority"),
        BreachDuty.NoticeToEntrustor => new("委託元への通知", "notice to the entrustor"),
        BreachDuty.NoticeToPersons => new("本人への通知", "notice to the persons"),
        BreachDuty.NoticeToMedia => new("報道機関への通知", "notice to the media"),
        BreachDuty.YearlyReport => new("年次の報告", "yearly report"),
    };

    /// <summary>How it is counted.</summary>
    public static Words Of(CountUnit unit) => unit switch
    {
        CountUnit.Hours => new("時間（夜間・休日を含む）", "hours, nights and holidays included"),
        CountUnit.DaysFromDayOne => new("日（初日算入・休日を含む）", "calendar days, the first day included"),
        CountUnit.DaysAfter => new("日（翌日起算・休日を含む）", "calendar days after the day"),
        CountUnit.DaysAfterYearEnd => new("日（年末の翌日起算）", "calendar days after the end of the year"),
        CountUnit.NoNumber => new("速やかに（日数の定めなし）", "without delay; the law gives no number"),
    };

    /// <summary>What stands behind it.</summary>
    public static Words Of(Binding binding) => binding switch
    {
        Binding.Statute => new("法令", "statute"),
        Binding.Guidance => new("ガイドラインの目安", "guidance"),
    };

    /// <summary>What demonstrated protection takes away.</summary>
    public static Words Of(ExemptionEffect effect) => effect switch
    {
        ExemptionEffect.Everything => new("報告と本人への通知の除外", "neither report nor notice"),
        ExemptionEffect.NoticeToPersons => new("本人への通知のみの除外", "no notice to the persons"),
    };

    /// <summary>The risk as assessed.</summary>
    public static Words Of(RiskAssessment risk) => risk switch
    {
        RiskAssessment.NotAssessed => new("未評価", "not assessed"),
        RiskAssessment.Unlikely => new("リスクの生じる可能性は低い", "a risk is unlikely"),
        RiskAssessment.Present => new("リスクあり", "a risk"),
        RiskAssessment.High => new("高いリスクあり", "a high risk"),
    };

    /// <summary>What happened to the data, or may have.</summary>
    public static Words Of(BreachNature nature) => nature switch
    {
        BreachNature.None => new("報告を要する事態なし", "nothing reportable"),
        BreachNature.Leak => new("漏えい（又はそのおそれ）", "leak, or the risk of it"),
        BreachNature.Destruction => new("滅失（又はそのおそれ）", "loss of the content, or the risk of it"),
    };

    /// <summary>The parts of a report, where no pack names them.</summary>
    public static Words Of(ReportItem item) => item switch
    {
        ReportItem.Outline => new("概要", "outline"),
        ReportItem.DataItems => new("データの項目", "items of data"),
        ReportItem.PersonCount => new("本人の数", "number of persons"),
        ReportItem.Cause => new("原因", "cause"),
        ReportItem.SecondaryDamage => new("二次被害又はそのおそれ", "secondary damage or the risk of it"),
        ReportItem.ResponseToPersons => new("本人への対応", "response to the persons"),
        ReportItem.Publication => new("公表", "publication"),
        ReportItem.Prevention => new("再発防止策", "prevention"),
        ReportItem.OtherMatters => new("その他参考となる事項", "other matters"),
        ReportItem.ContactPoint => new("連絡先", "contact point"),
    };

    /// <summary>How an entity came to know.</summary>
    public static Words Of(KnownBy how) => how switch
    {
        KnownBy.Report => new("届出", "report"),
        KnownBy.Acknowledgement => new("警報への応答", "acknowledgement of an alarm"),
    };

    /// <summary>How far an item has come.</summary>
    public static Words Of(ItemState state) => state switch
    {
        ItemState.Unknown => new("不明", "unknown"),
        ItemState.PartlyKnown => new("一部判明", "partly known"),
        ItemState.Known => new("記録により判明", "known from the record"),
        ItemState.Written => new("記入済", "written"),
        ItemState.Excused => new("不明の理由を記入済", "reason given why it is not known"),
    };
}
