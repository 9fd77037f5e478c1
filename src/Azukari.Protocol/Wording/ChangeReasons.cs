namespace Azukari.Protocol.Wording;

/// <summary>R9: what an amendment and an extension can and cannot change.</summary>
internal static class ChangeReasons
{
    internal static readonly ReasonText NothingAmended = new(
        new("変更された箇所がありません。", "Nothing has been changed."),
        new("変える箇所を直してから、署名を依頼してください。", "Change what is to change, and then ask for the signatures."));

    internal static readonly ReasonText FixedBySeal = new(
        new("この箇所は、封緘の後は変更できません。", "This part cannot be changed once it is sealed."),
        new("携行者のほかを変えるときは、持ち帰って消去し、新しく申請してください。", "To change more than who carries it, bring it home, erase it and apply anew."));

    internal static readonly ReasonText LaterIsExtension = new(
        new("許可された期限を、変更の手続で遅らせることはできません。", "An amendment does not put off a deadline that has been granted."),
        new("期限を延ばすときは、期限の延長を申請してください。", "To put a deadline off, ask for an extension."));

    internal static readonly ReasonText NotAnExtension = new(
        new("期限の延長になっていません。", "This puts no deadline off, or changes something else of the times."),
        new("延ばす期限だけを遅い日時にしてください。ほかの変更は、変更の手続で行ってください。", "Set only the deadlines concerned to a later time; for other changes, amend the plan."));

    internal static readonly ReasonText ExtendedAlready = new(
        new("この期限は、すでに一度延長されています。", "This deadline has been put off once already."),
        new("期限までに終えられないときは、消去して持ち帰り、新しく申請してください。", "If it cannot be done in time, erase it, bring it home and apply anew."));

    internal static readonly ReasonText UrgencyNotStated = new(
        new("緊急とする理由が書かれていません。", "It does not say why it cannot wait."),
        new("待てない理由を書くか、通常の手続で申請してください。", "State why it cannot wait, or apply in the usual way."));

    internal static readonly ReasonText NotUrgent = new(
        new("この持出は、緊急承認によるものではありません。", "This carry-out was not granted urgently."),
        new("持出番号を確かめてください。通常の申請は、責任者確認から進めてください。", "Check the carry-out number; an ordinary application goes on with its endorsement."));

    internal static readonly ReasonText SignatureNotMissing = new(
        new("この役割の追認は、済んでいるか、必要ありません。", "This duty has signed already, or nothing more became of the carry-out."),
        new("追認が残っている役割を、記録で確かめてください。", "See in the record whose signature is still missing."));
}
