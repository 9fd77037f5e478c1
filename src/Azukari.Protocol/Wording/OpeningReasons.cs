namespace Azukari.Protocol.Wording;

/// <summary>R16, R17 and R18: arrival, release and loading.</summary>
internal static class OpeningReasons
{
    internal static readonly ReasonText ChallengeUnknown = new(
        new("到着確認の問いが、封緘のときに作られたものではありません。", "The arrival question is not one that was made when sealing."),
        new("封緘の記録にある問いで、到着確認をやり直してください。", "Prove the arrival again with a question from the seal receipt."));

    internal static readonly ReasonText AnswerWrong = new(
        new("到着確認の答えが、封緘の記録と合いません。", "The answer to the arrival question does not match the seal receipt."),
        new("媒体を接続し直して、到着確認をもう一度行ってください。続くときは届け出てください。", "Connect the medium again and repeat; if it persists, report it."));

    internal static readonly ReasonText ChallengeUsed = new(
        new("この到着確認の問いは、すでに使われています。", "This arrival question has been used already."),
        new("まだ使っていない問いで行ってください。", "Use a question that has not been used."));

    internal static readonly ReasonText PayloadDiffers = new(
        new("媒体の内容が、封緘したものと異なります。", "What is on the medium is not what was sealed."),
        new("開封せずに、情報セキュリティ管理者に知らせてください。", "Do not open it; tell the security officer."));

    internal static readonly ReasonText NotArrived = new(
        new("到着がまだ証明されていません。", "The arrival has not been proven."),
        new("開封する登録端末で、すべての媒体の到着確認を行ってください。", "Prove the arrival of every medium at the opening station."));

    internal static readonly ReasonText ConfirmationMissing = new(
        new("開封の確認がそろっていません。", "A confirmation of the opening is missing."),
        new("所有者と受託者の一人ずつが、登録端末の前で確認してください。", "Have one person of each side confirm at the station."));

    internal static readonly ReasonText ConfirmerBroughtIt = new(
        new("運んできた側の人は、開封を確認できません。", "Whoever brought it cannot confirm the opening."),
        new("運搬に加わっていない人に確認を依頼してください。", "Ask somebody who took no part in carrying it."));

    internal static readonly ReasonText SideHasConfirmed = new(
        new("この側の開封確認は、すでに済んでいます。", "This side has confirmed the opening already."),
        new("もう一方の側の確認を待ってください。", "Wait for the other side to confirm."));

    internal static readonly ReasonText NotThisHolder = new(
        new("署名した鍵保持者は、この側の鍵保持者ではありません。", "The key holder that signed is not this side's."),
        new("起点に記録された、この側の鍵保持者から行ってください。", "Do it from the key holder that the genesis names for this side."));

    internal static readonly ReasonText ReleasedAlready = new(
        new("この側の鍵の引渡しは、すでに済んでいます。", "This side's key has been released already."),
        new("登録端末から、同じ引渡しをもう一度受け取ってください。", "Fetch the same release again from the station."));

    internal static readonly ReasonText OwnersLayerIsFirst = new(
        new("所有者の鍵の引渡しがまだです。", "The owner's key has not been released yet."),
        new("所有者の引渡しを待ってから、受託者の引渡しを行ってください。", "Wait for the owner's release, then release the contractor's."));

    internal static readonly ReasonText NotReleased = new(
        new("双方の鍵の引渡しがそろっていません。", "The keys of both sides have not been released."),
        new("所有者と受託者の鍵の引渡しを受けてから、投入してください。", "Load only after both sides have released their keys."));

    internal static readonly ReasonText LoadedAlready = new(
        new("投入の完了または開封の中止が、すでに記録されています。", "It has been loaded already, or opening was given up."),
        new("記録を確かめ、消去に進んでください。", "Look it up in the record and go on to erasing."));

    internal static readonly ReasonText LoadDiffers = new(
        new("投入した件数または内容が、封緘の記録と異なります。", "What was loaded differs from the seal receipt."),
        new("投入先に何も残っていないことを確かめ、情報セキュリティ管理者に知らせてください。", "Make sure that nothing stays in the destination, and tell the security officer."));
}
