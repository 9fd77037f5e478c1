namespace Azukari.Protocol.Wording;

/// <summary>R7 and R8: rows, the reason for a medium, keeping, erasure, results.</summary>
internal static class HandlingReasons
{
    internal static readonly ReasonText RowsNotStated = new(
        new("どの行を持ち出すか（全件、条件、差分）が書かれていません。", "It does not say which rows leave: all, filtered, or what changed."),
        new("抽出範囲を選び、条件による場合は条件を、差分の場合は前回の持出番号を書いてください。", "Choose the rows; state the condition for a filter, the earlier carry-out for a difference."));

    internal static readonly ReasonText NothingDelivered = new(
        new("差分の起点にした持出は、この持出先に同じデータを届けたことが確認されていません。", "The earlier carry-out is not known to have delivered these datasets to this destination."),
        new("投入が確認された持出を選ぶか、全件で申請してください。", "Choose one whose loading was confirmed, or ask for every row."));

    internal static readonly ReasonText ResultsOfNothing = new(
        new("結果を戻す元の持出が、この逆の経路で完了していません。", "The carry-out whose results go back was not loaded at the site that these leave, from the site they go to."),
        new("元の持出番号と、持出元・持出先を確かめてください。", "See to the number of the earlier carry-out and to both sites."));

    internal static readonly ReasonText KeepingNotStated = new(
        new("持出先での保管場所が書かれていません。", "It does not say where it is kept at the destination."),
        new("施錠できる保管場所を書いてください。", "State the locked place."));

    internal static readonly ReasonText ErasureNotStated = new(
        new("作業後の媒体の消去方法が書かれていません。", "It does not say how the media end."),
        new("上書き消去か物理破壊かを選んでください。", "Choose overwriting or destruction."));

    internal static readonly ReasonText ErasureUnsuited = new(
        new("この媒体は上書きできません。", "This medium cannot be overwritten."),
        new("消去方法を物理破壊にするか、別の媒体を選んでください。", "Plan its destruction, or choose another medium."));

    internal static readonly ReasonText MediumReasonMissing = new(
        new("媒体を使わない方法で足りない理由が書かれていません。", "It gives no reason why no channel without media will do."),
        new("まずオンラインでの受渡しを検討し、できない場合は理由を書いてください。", "Consider online delivery first; where it will not do, state why."));
}
