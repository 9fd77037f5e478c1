namespace Azukari.Protocol.Wording;

/// <summary>Sentences of breach reports and notices that no law writes for us.</summary>
public static class ReportSentences
{
    /// <summary>Said wherever a deadline or a draft is shown.</summary>
    public static Words NoLegalAdvice { get; } = new(
        "期限と案は法令の資料から計算した目安であり、法律上の助言ではありません。", "Deadlines and drafts are computed from material on the law; this is no legal advice.");

    /// <summary>R27: unless every condition is proven by entries.</summary>
    public static Words NotExempt { get; } = new("暗号化等による報告の除外：要件を満たすことは示されていません。", "Exemption for protected data: not demonstrated.");

    /// <summary>R27: every condition is proven by entries.</summary>
    public static Words Exempt { get; } = new("暗号化等による報告の除外：要件を満たすことが記録で示されています。", "Exemption for protected data: demonstrated by entries of the record.");

    /// <summary>What an item says while nobody knows.</summary>
    public static Words Unknown { get; } = new("不明（確認中）", "unknown, being looked into");
}
