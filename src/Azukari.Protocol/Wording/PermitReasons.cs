namespace Azukari.Protocol.Wording;

/// <summary>R9 and R10: who must sign, and what is outside a permit.</summary>
internal static class PermitReasons
{
    internal static readonly ReasonText MethodDiffers = new(
        new("運搬方法が、許可された方法と違います。", "It would travel by another method than the permitted one."),
        new("許可された方法で運ぶか、変更を申請してください。", "Carry it as permitted, or ask for an amendment."));

    internal static readonly ReasonText ProjectManagerMissing = new(
        new("業務責任者の署名がありません。", "The project manager's signature is missing."),
        new("業務責任者に署名を依頼してください。", "Ask the project manager to sign."));

    internal static readonly ReasonText InformationManagerMissing = new(
        new("機密情報管理責任者の署名がありません。", "The confidential information manager's signature is missing."),
        new("機密情報管理責任者に署名を依頼してください。", "Ask the confidential information manager to sign."));

    internal static readonly ReasonText ApproverMissing = new(
        new("承認者の署名がありません。", "The approver's signature is missing."),
        new("所有者の承認者に署名を依頼してください。", "Ask the owner's approver to sign."));

    internal static readonly ReasonText RepresentativeMissing = new(
        new("この手続を行える代表者の署名がありません。", "The signature of the representative concerned is missing."),
        new("当事者である組織の代表者に署名を依頼してください。", "Ask the representative of the organisation concerned to sign."));

    internal static readonly ReasonText SecurityOfficerMissing = new(
        new("情報セキュリティ管理者の署名がありません。", "The security officer's signature is missing."),
        new("所有者の情報セキュリティ管理者に署名を依頼してください。", "Ask the owner's security officer to sign."));

    internal static readonly ReasonText StationSignatureMissing = new(
        new("この手続を行う登録端末または鍵保持者の署名がありません。", "The signature of the station or key holder that did this is missing."),
        new("登録端末または鍵保持者から行ってください。", "Do it from the enrolled station or the key holder."));

    internal static readonly ReasonText NotEndorsed = new(
        new("機密情報管理責任者の確認がまだです。", "The confidential information manager has not endorsed it yet."),
        new("機密情報管理責任者の確認を待ってから、承認してください。", "Wait for the endorsement, then approve."));

    internal static readonly ReasonText DecidedAlready = new(
        new("この申請は、すでに確認または決定されています。", "This application has been endorsed or decided already."),
        new("記録を確かめてください。変更が要るときは、新しく申請してください。", "Look it up in the record; for a change, apply anew."));

    internal static readonly ReasonText NoPermit = new(
        new("この持出には、持出許可がありません。", "There is no permit for this carry-out."),
        new("持出番号を確かめ、許可が出てから行ってください。", "Check the carry-out number, and go on when a permit has been granted."));

    internal static readonly ReasonText FieldNotPermitted = new(
        new("許可されていない項目が含まれています。", "A field is included that the permit does not name."),
        new("その項目を除いて、封緘をやり直してください。", "Leave the field out and seal again."));

    internal static readonly ReasonText FieldsDiffer = new(
        new("項目またはその順序が、持出許可と異なります。", "The fields or their order differ from the permit."),
        new("持出許可のとおりの項目で、封緘をやり直してください。", "Seal again with exactly the fields of the permit."));

    internal static readonly ReasonText PeopleTooMany = new(
        new("本人数が、持出許可の上限を超えています。", "There are more people than the permit allows."),
        new("抽出条件を確かめてください。人数が必要なときは、申請し直してください。", "Check the extract; if so many are needed, apply again."));

    internal static readonly ReasonText MediumNotPermitted = new(
        new("封緘または到着した媒体が、持出許可の媒体と合いません。", "The media sealed or arrived are not those of the permit."),
        new("許可された媒体を、一つずつ使ってください。", "Use the permitted media, each once."));

    internal static readonly ReasonText SerialDiffers = new(
        new("媒体の製造番号が、記録されたものと異なります。", "The medium's serial number differs from the one in the record."),
        new("管理番号のラベルを確かめ、記録された媒体を接続してください。", "Check the label and connect the medium that the record names."));

    internal static readonly ReasonText StationNotPermitted = new(
        new("この端末は、持出許可にある登録端末ではありません。", "This is not the station that the permit names."),
        new("持出許可にある登録端末で行ってください。", "Do it at the station that the permit names."));

    internal static readonly ReasonText TooEarly = new(
        new("まだ開始の日時になっていません。", "It is too early: the permitted time has not begun."),
        new("持出許可の開始日時を待ってください。", "Wait until the permitted time begins."));

    internal static readonly ReasonText TooLate = new(
        new("期限の日時を過ぎています。", "It is too late: the permitted time has passed."),
        new("続けるには申請し直してください。消去、返却、届出は期限後も行えます。", "To go on, apply again. Erasing, bringing home and reporting stay open."));

    internal static readonly ReasonText KeysDiffer = new(
        new("封緘に使われた鍵が、持出許可の鍵と異なります。", "It was sealed to other keys than those of the permit."),
        new("持出許可の鍵で、封緘をやり直してください。", "Seal again to the keys of the permit."));

    internal static readonly ReasonText CustodianNotPermitted = new(
        new("この人は、持出許可の携行者に入っていません。", "This person is not among the custodians of the permit."),
        new("持出許可にある携行者に渡してください。", "Hand it to a custodian whom the permit names."));
}
