namespace Azukari.Protocol.Wording;

/// <summary>R11 and R12: sealing. R14: hand-overs.</summary>
internal static class SealingReasons
{
    internal static readonly ReasonText OperatorMissing = new(
        new("作業者の署名がありません。", "The operator's signature is missing."),
        new("作業者に署名を依頼してください。", "Ask the operator to sign."));

    internal static readonly ReasonText WitnessMissing = new(
        new("立会者の署名がありません。", "The witness's signature is missing."),
        new("所有者の立会者に、その場での署名を依頼してください。", "Ask the owner's witness to be present and sign."));

    internal static readonly ReasonText PresenceNotShown = new(
        new("登録端末の前にいたことが示されていません。", "It is not shown that the signers were at the station."),
        new("登録端末の画面に出る番号を使い、その場で署名してください。", "Sign at the station, with the code on its screen."));

    internal static readonly ReasonText KeyOnlyAtStations = new(
        new("端末用の鍵の署名は、登録端末の署名とともにのみ数えます。", "A signature by a key for stations counts only beside a station's own."),
        new("登録端末の画面で署名してください。ほかの場所では、いつもの鍵で署名してください。", "Sign at the screen of a station; anywhere else with the usual key."));

    internal static readonly ReasonText SealedAlready = new(
        new("この持出は、すでに封緘されています。", "This carry-out has been sealed already."),
        new("封緘の記録を確かめてください。やり直すときは、新しく申請してください。", "Look at the seal receipt; to seal anew, apply anew."));

    internal static readonly ReasonText NotReadBack = new(
        new("書き込んだ内容の読み戻し確認ができていません。", "What was written has not been read back and verified."),
        new("媒体を確かめ、封緘をやり直してください。", "Check the medium and seal again."));

    internal static readonly ReasonText CountsDoNotAdd = new(
        new("データセット、分冊ごとの件数と、全体の件数・本人数が合いません。", "The counts of the datasets, of the volumes and of the whole do not fit together."),
        new("抽出をやり直し、件数を確かめてから封緘してください。", "Extract again, check the counts, then seal."));

    internal static readonly ReasonText NotSealed = new(
        new("この持出は、まだ封緘されていません。", "This carry-out has not been sealed yet."),
        new("持出番号を確かめ、封緘が済んでから行ってください。", "Check the carry-out number, and go on after sealing."));

    internal static readonly ReasonText GiverNotCustodian = new(
        new("署名した人は、いま媒体を持っている人でも、受け取る人でもありません。", "A signer is neither the present custodian nor a receiver."),
        new("いま持っている人と受け取る人が署名してください。", "Have the present custodian and the receiver sign."));

    internal static readonly ReasonText GiverMissing = new(
        new("渡す人または届け出る人の署名がありません。", "The signature of the person who hands over or reports is missing."),
        new("渡す人または届け出る人が署名してください。", "Have the person who hands over or reports sign."));

    internal static readonly ReasonText ReceiverMissing = new(
        new("受け取る人の署名、または運送業者の追跡番号か受領番号がありません。", "The receiver's signature, or the courier's tracking or receipt number, is missing."),
        new("受け取る人が署名してください。運送業者のときは、渡す人が両方の番号を記して署名してください。",
            "Have the receiver sign; for a courier, the giver notes both numbers and signs."));

    internal static readonly ReasonText ReceiverNotAuthorised = new(
        new("この人は、受け取る人として認められていません。", "This person is not authorised to receive it."),
        new("持出許可にある携行者か、保管責任者に渡してください。", "Hand it to a custodian of the permit or to a keeper."));

    internal static readonly ReasonText CustodiansTooFew = new(
        new("携行者の人数または受渡の場所が、運搬方法の条件に合いません。", "The number of custodians, or the place of the hand-over, does not meet the transfer method."),
        new("封緘した拠点で、方法が求める人数の携行者に渡してください。", "Hand it over where it was sealed, to as many people as the method asks for."));

    internal static readonly ReasonText SealNumberDiffers = new(
        new("封印番号が封緘の記録と異なるか、封印に異常があります。", "The seal number differs from the record, or the seal is not intact."),
        new("持ち出さず、番号をもう一度確かめてください。異常があるときは、すぐに届け出てください。", "Do not take it out; read the number again, and report at once if the seal is not intact."));

    internal static readonly ReasonText MediumNotInCarryOut = new(
        new("この媒体は、この持出のものではありません。", "This medium does not belong to this carry-out."),
        new("媒体の管理番号と持出番号を確かめてください。", "Check the property number and the carry-out number."));

    internal static readonly ReasonText NobodyReceives = new(
        new("受渡の相手が一つに決まっていないか、受渡の記録がない媒体があります。", "The hand-over has no single receiver, or a medium has no hand-over in the record."),
        new("すべての媒体をまとめ、相手を一つにして受渡を記録してください。", "Record one hand-over of all the media, to people or to a courier."));
}
