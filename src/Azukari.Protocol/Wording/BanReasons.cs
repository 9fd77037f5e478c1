namespace Azukari.Protocol.Wording;

/// <summary>R8: the ban in principle.</summary>
internal static class BanReasons
{
    internal static readonly ReasonText BannedInPrinciple = new(
        new("持出しは原則禁止です。承認された申請のないデータは、媒体に書き込めません。", "Carrying out is banned in principle; nothing without a granted application is written to a medium."),
        new("まずオンラインでの送付を検討し、媒体が必要なときは持出申請をしてください。", "Consider sending it online first; if a medium is needed, apply."));

    internal static readonly ReasonText NoPolicyInForce = new(
        new("有効な持出方針がありません。", "No policy is in force."),
        new("承認者に、今年度の方針への署名を依頼してください。", "Ask the approver to sign the policy for this fiscal year."));

    internal static readonly ReasonText AloneIsNotAMethod = new(
        new("一人での持ち運びは、運搬方法として認められません。", "Carrying alone is not a method."),
        new("オンライン、セキュリティ便、職員同行のいずれかを選んでください。", "Choose online delivery, a secured courier or accompanied carriage."));

    internal static readonly ReasonText OnlineNeedsNoMedium = new(
        new("方法がオンラインなのに、媒体が選ばれています。", "The method is online, but media are named."),
        new("媒体を外すか、別の方法を選んでください。", "Take the media out, or choose another method."));

    internal static readonly ReasonText AccompaniedNeedsTwo = new(
        new("職員同行には、所有者の職員を含む二人以上の携行者が必要です。", "Accompanied carriage needs at least two people, one of them the owner's."),
        new("所有者の職員を含めて、二人以上を挙げてください。", "Name two people or more, one of them of the owner."));

    internal static readonly ReasonText CourierNotNamed = new(
        new("方法がセキュリティ便なのに、運送業者が示されていません。", "The method is courier, but no courier is named."),
        new("承認された運送業者を示してください。", "Name an approved courier."));

    internal static readonly ReasonText CourierNotApproved = new(
        new("この運送業者は、この持出のために承認されていません。", "This courier is not approved for this carry-out."),
        new("持出許可にある運送業者に渡すか、業者の承認を受けて申請し直してください。", "Give it to the courier that the permit names, or have this one approved and apply again."));

    internal static readonly ReasonText NoTemplateInForce = new(
        new("有効な目的別ひな型が示されていません。", "No purpose template in force is named."),
        new("有効なひな型を選ぶか、承認者に署名を依頼してください。", "Choose a template in force, or ask the approver to sign one."));

    internal static readonly ReasonText FieldBeyondTemplate = new(
        new("この項目は、目的別ひな型の範囲を超えています。", "This field is beyond the purpose template."),
        new("項目を外すか、必要な理由を別に書いてください。", "Leave it out, or give its own reason."));

    internal static readonly ReasonText WindowTooLong = new(
        new("持出の期間が、方針の上限より長くなっています。", "The carry-out would last longer than the policy allows."),
        new("期間を短くしてください。", "Make the time shorter."));

    internal static readonly ReasonText CrossingNotAllowed = new(
        new("このネットワーク区分の間の持出は、方針で認められていません。", "The policy does not allow moving data between these network layers."),
        new("別の拠点を選ぶか、承認者に相談してください。", "Choose other sites, or speak with the approver."));

    internal static readonly ReasonText BeyondFiscalYear = new(
        new("有効期限が、今年度の末日を超えています。", "It would be valid beyond the end of this fiscal year."),
        new("有効期限を年度の末日までにしてください。翌年度の分は、翌年度に署名してください。", "Let it end with the fiscal year, and sign the next one when that year has begun."));

    internal static readonly ReasonText ClassesLapsed = new(
        new("このデータセットの区分は、有効期限が過ぎています。", "The classes of this dataset have lapsed."),
        new("承認者に、今年度の区分で目録に登録し直すよう依頼してください。", "Ask the approver to sign its entry in the catalogue for this fiscal year."));
}
