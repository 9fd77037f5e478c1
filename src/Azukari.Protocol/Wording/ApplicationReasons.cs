namespace Azukari.Protocol.Wording;

/// <summary>R7: what an application must state.</summary>
internal static class ApplicationReasons
{
    internal static readonly ReasonText PurposeNotStated = new(
        new("持出の目的と必要性が書かれていません。", "The purpose and the necessity are not stated."),
        new("目的、必要性、媒体以外の方法が使えない理由を書いてください。", "State the purpose, the necessity, and why no channel without media will do."));

    internal static readonly ReasonText NothingAskedFor = new(
        new("持ち出す項目が選ばれていません。", "No field has been chosen."),
        new("データセットと、必要な項目を選んでください。", "Choose the datasets and the fields that are needed."));

    internal static readonly ReasonText PeopleNotCounted = new(
        new("本人数の見込みがないか、上限が見込みより少なくなっています。", "The planned number of people is missing, or the limit is below it."),
        new("本人数を数え、見込みと上限を書いてください。", "Count the people, and state the plan and the limit."));

    internal static readonly ReasonText MarginTooLarge = new(
        new("本人数の上限が、方針で認められた余裕を超えています。", "The limit on people is further above the plan than the policy allows."),
        new("上限を下げるか、見込みを数え直してください。", "Lower the limit, or count the plan again."));

    internal static readonly ReasonText NoMedium = new(
        new("使う媒体が選ばれていません。", "No medium has been chosen."),
        new("登録済みの媒体を選ぶか、方法をオンラインにしてください。", "Choose a registered medium, or choose online as the method."));

    internal static readonly ReasonText TooManyMedia = new(
        new("媒体の本数が、方針の上限を超えています。", "There are more media than the policy allows."),
        new("本数を減らすか、申請を分けてください。", "Use fewer media, or split the application."));

    internal static readonly ReasonText SiteUnknown = new(
        new("拠点が登録されていないか、示されていません。", "The site is not registered, or none is named."),
        new("登録済みの拠点を選ぶか、情報セキュリティ管理者に登録を依頼してください。", "Choose a registered site, or ask the security officer to register it."));

    internal static readonly ReasonText StationUnknown = new(
        new("この端末は、登録端末ではありません。", "This computer is not an enrolled station."),
        new("登録端末を選ぶか、情報セキュリティ管理者に端末の登録を依頼してください。", "Choose an enrolled station, or ask the security officer to enrol it."));

    internal static readonly ReasonText StationElsewhere = new(
        new("この登録端末は、申請にある拠点とは別の拠点にあります。", "This station is at another site than the application says."),
        new("拠点と端末の組合せを直してください。", "Choose a site and a station that belong together."));

    internal static readonly ReasonText MethodNotStated = new(
        new("運搬方法が書かれていません。", "It does not say how the data will travel."),
        new("運搬方法の欄で、オンライン、セキュリティ便、職員同行から一つを選んでください。", "Fill in the method: online, secured courier or accompanied."));

    internal static readonly ReasonText WindowNotStated = new(
        new("持出の日時が書かれていません。", "The times of the carry-out are not stated."),
        new("封緘開始、持出、開封、作業終了、消去の日時を書いてください。", "State when it is sealed, leaves, is opened, when the work ends and when it is erased."));

    internal static readonly ReasonText WindowOutOfOrder = new(
        new("持出の日時の順序が合っていません。", "The times of the carry-out are out of order."),
        new("封緘開始、持出、開封、作業終了、消去の順になるように直してください。", "Put them in order: seal, leave, open, end of work, erase."));

    internal static readonly ReasonText NoCustodians = new(
        new("携行者が挙げられていません。", "Nobody is named to carry and keep it."),
        new("登録済みの人から携行者を選んでください。", "Name custodians who are enrolled."));

    internal static readonly ReasonText AskedAlready = new(
        new("この持出番号は、すでに申請に使われています。", "This carry-out number has been used for an application already."),
        new("新しい番号で申請してください。", "Apply under a new number."));

    internal static readonly ReasonText NotAsked = new(
        new("この番号の持出は、申請されていません。", "No application has been made under this number."),
        new("持出番号を確かめるか、業務責任者に申請を依頼してください。", "Check the carry-out number, or ask the project manager to apply."));
}
