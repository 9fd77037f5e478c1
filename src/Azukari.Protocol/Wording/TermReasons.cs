namespace Azukari.Protocol.Wording;

/// <summary>R2: dates, deputies, transfers, duties that do nothing, and the waiver of a small town.</summary>
internal static class TermReasons
{
    internal static readonly ReasonText TermOutOfOrder = new(
        new("任期の始まりが、終わりより後です。", "The duty would begin after it ends."),
        new("始まりと終わりの日時を確かめてください。", "Check the first and the last moment."));

    internal static readonly ReasonText DeputyOfNobody = new(
        new("代理される人が、この役割に就いていないか、同じ側の別の人ではありません。", "The deputised person does not hold this duty, or is not another person of the same side."),
        new("その役割に就いている人を、代理される人として選んでください。", "Name somebody who holds the duty in the own right at that time."));

    internal static readonly ReasonText AdministratorActsNot = new(
        new("システム管理者は、手続の役割も監査も担いません。", "An administrator of the installation neither acts nor audits."),
        new("システム管理者でない人に依頼してください。", "Ask somebody who does not administer the installation."));

    internal static readonly ReasonText AuditorActsNot = new(
        new("監査者は、閲覧だけを行います。", "An auditor reads everything and does nothing."),
        new("監査者でない人に依頼してください。", "Ask somebody who does not audit."));

    internal static readonly ReasonText DutyLacking = new(
        new("引き継ぐ人が、この持出で必要な役割に就いていません。", "The successor does not hold the duty that this carry-out needs."),
        new("先に役割へ任命してから、引き継いでください。", "Have the successor appointed to the duty first."));

    internal static readonly ReasonText DutiesCollapse = new(
        new("引き継ぐと、別々の人が担う役割が一人に集まります。", "Two duties that two people keep apart would come into one hand."),
        new("この持出にまだ関わっていない人に引き継いでください。", "Transfer to somebody who has no part in this carry-out yet."));

    internal static readonly ReasonText WaiverTooLong = new(
        new("兼務の特例が、今の会計年度を超えています。", "The waiver would outlive the fiscal year."),
        new("会計年度の末日までの期限にしてください。", "Let it end with the fiscal year at the latest."));
}
