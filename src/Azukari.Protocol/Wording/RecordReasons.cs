namespace Azukari.Protocol.Wording;

/// <summary>R30: signatures and the record itself.</summary>
internal static class RecordReasons
{
    internal static readonly ReasonText StatementExpired = new(
        new("署名の有効期限が過ぎています。", "The signature has expired."),
        new("内容を確かめて、署名し直してください。", "Read it again and sign again."));

    internal static readonly ReasonText StatementOnOther = new(
        new("署名が、今の記録に対するものではありません。", "The signature answers another entry than the one in question."),
        new("最新の記録を表示して、署名し直してください。", "Load the newest record and sign again."));

    internal static readonly ReasonText StatementUsed = new(
        new("この署名は、すでに一度使われています。", "This signature has been used already."),
        new("もう一度行うときは、新しく署名してください。", "To do it once more, make a new signature."));

    internal static readonly ReasonText KeyNotThePersons = new(
        new("署名の鍵が、その人の登録された鍵と異なります。", "The signature was made with another key than the person's enrolled one."),
        new("登録された鍵で署名してください。", "Sign with the enrolled key."));

    internal static readonly ReasonText MachineNotEnrolled = new(
        new("署名した端末または鍵保持者が登録されていません。", "The machine that signed is not enrolled."),
        new("登録端末から行うか、情報セキュリティ管理者にこの端末の登録を依頼してください。", "Use an enrolled station, or ask the security officer to enrol this one."));

    internal static readonly ReasonText NotFounded = new(
        new("この委託業務の起点が、まだ記録されていません。", "This engagement has no genesis yet."),
        new("所有者と受託者の代表者が、先に起点に署名してください。", "Have the representatives of both sides sign the genesis first."));

    internal static readonly ReasonText FoundedAlready = new(
        new("この委託業務の起点は、すでに記録されています。", "This engagement has its genesis already."),
        new("今の起点を使ってください。別の業務のときは、別の名前で始めてください。", "Use the one that exists; for other work, begin under another name."));
}
