using System.Globalization;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Protocol.Wording;

namespace Azukari.Cli.Screens;

/// <summary>What the page calls a deed, and how it says what came of it: with the numbers, or why not and what now.</summary>
internal static class DeedWords
{
    internal static Words Title(DeedKind kind) => kind switch
    {
        DeedKind.Seal => new("封緘する", "Seal"),
        DeedKind.HandOver => new("受け渡す", "Hand over"),
        DeedKind.Arrive => new("到着を確かめる", "Prove the arrival"),
        DeedKind.Confirm => new("開封に同意する", "Confirm the opening"),
        DeedKind.Open => new("開封して投入する", "Open and load"),
        DeedKind.GiveUp => new("開封せず鍵を廃棄する", "Give up and destroy the key"),
        DeedKind.EraseAtSite => new("この場で消去する", "Erase here"),
        DeedKind.Clear => new("媒体全体を消去する", "Clear the medium"),
        DeedKind.Look => new("消去を検証する", "Verify the erasure"),
        DeedKind.Verify => new("証拠を検証する", "Verify the evidence"),
        DeedKind.AddKey => new("端末用の鍵を加える", "Add a key for stations"),
        DeedKind.Register => new("媒体を登録する", "Register a medium"),
    };

    /// <summary>What will happen when the button is pressed.</summary>
    internal static Words Explained(DeedKind kind) => kind switch
    {
        DeedKind.Seal => new("二人がこの端末の前で署名してから、許可されたデータを暗号化して媒体に書き、読み返して確かめます。", "Two people sign in front of this station; then what is permitted is encrypted onto the media and read back."),
        DeedKind.HandOver => new("渡す人と受け取る人が署名します。", "Whoever gives and whoever receives sign."),
        DeedKind.Arrive => new("媒体の中身が封緘時と同じで、欠けていないことを、鍵を使わずに確かめます。署名は要りません。", "Without any key it is proven that the media hold what was sealed, complete. Nobody signs."),
        DeedKind.Confirm => new("双方から一人ずつ、この端末の前で署名します。運んできた人は署名できません。", "One person of each side signs in front of this station; nobody who brought it can."),
        DeedKind.Open => new("双方の鍵保持者から鍵を受け取り、データを投入先に入れ、この端末の鍵を廃棄します。", "Both key holders release their keys, the rows go into the destination, and this station's key is destroyed."),
        DeedKind.GiveUp => new(
            "データを投入せずに、この端末の鍵を廃棄します。署名は要りません。廃棄した鍵は元に戻せず、この持出はもう開封できません。媒体が壊れているなど、開封しないと決めたときに押してください。",
            "Nothing is loaded, and this station's key is destroyed. Nobody signs. It cannot be undone: this carry-out is never opened then. Press it when it is decided not to open, for instance because a medium is broken."),
        DeedKind.EraseAtSite => new("二人がこの端末の前で署名してから、媒体の中身を上書きして消し、読み返して確かめます。", "Two people sign in front of this station; then what is on the medium is overwritten, read back and taken off."),
        DeedKind.Clear => new("この端末の前で署名してから、媒体全体を上書きします。時間がかかります。", "Somebody signs in front of this station; then the whole medium is overwritten, which takes its time."),
        DeedKind.Look => new("消去した人とは別の人が、別の端末で、何も残っていないことを確かめます。", "Another person looks on another station that nothing is left."),
        DeedKind.AddKey => new(
            "本人のセキュリティキーで、登録端末の画面で署名するための鍵を作ります。本人と、同じ組織のもう一人が、この端末の前で署名します。記録が届いた登録端末では、ネットワークがなくても、触れるだけで署名できます。",
            "A key for signing at the screens of stations is made in your own security key. You and one more of your organisation sign in front of this station. At every station that has the record a touch signs then, without any network."),
        DeedKind.Register => new(
            "情報セキュリティ管理者が署名してから、媒体の空き領域すべてに書き込み、読み返して、容量と製造番号を確かめます。時間がかかります。",
            "The owner's security officer signs; then all free space of the medium is written and read back, for its capacity and its serial number. That takes its time."),
        DeedKind.Verify => new("だれにも尋ねず、記録と署名がそろっていることを、この端末だけで確かめます。", "Without asking anybody, this station verifies the record and its signatures."),
    };

    /// <summary>How somebody signs here.</summary>
    internal static Words Way(SigningWay way) => way switch
    {
        SigningWay.KeyFile => new("鍵ファイルで", "with a key file"),
        SigningWay.Touch => new("鍵に触れて", "by touching a key"),
        SigningWay.Telephone => new("電話で", "by telephone"),
    };

    /// <summary>What came of it.</summary>
    internal static Words Done(DeedKind kind, JsonObject answer) => kind switch
    {
        DeedKind.Seal => new(
            $"封緘しました。{Number(answer, "people")}人、{Number(answer, "records")}件、媒体{answer["media"]!.AsArray().Count}個。封緘番号 {answer["sealNumber"]}",
            $"Sealed: {Number(answer, "people")} people, {Number(answer, "records")} records, {answer["media"]!.AsArray().Count} medium/media. Seal number {answer["sealNumber"]}"),
        DeedKind.Arrive => new(
            $"到着を証明しました。媒体 {Names(answer["media"])} の中身は封緘時と同じです。", $"The arrival is proven: {Names(answer["media"])} holds exactly what was sealed."),
        DeedKind.Open when answer.ContainsKey("asked") => new("開封の依頼を書き出しました。運んで、返信を持ち帰ってください。", "The request is written. Carry it, and bring the answer back."),
        DeedKind.Open => new(
            $"投入しました。{Number(answer, "people")}人、{Number(answer, "records")}件。この端末の鍵は廃棄しました。", $"Loaded: {Number(answer, "people")} people, {Number(answer, "records")} records. This station's key is destroyed."),
        DeedKind.GiveUp => new("データは投入していません。この端末の鍵を廃棄しました。", "Nothing was loaded. This station's key is destroyed."),
        DeedKind.EraseAtSite or DeedKind.Clear => new(
            $"消去しました。媒体 {answer["medium"]}、{Number(answer, "bytes")}バイト、読み返しの不一致 {Number(answer, "mismatches")}件。", $"Erased: medium {answer["medium"]}, {Number(answer, "bytes")} bytes, {Number(answer, "mismatches")} mismatches when read back."),
        DeedKind.Look => new(
            $"確かめました。媒体 {answer["medium"]} の{Number(answer, "bytes")}バイトに、残っていたものは{Number(answer, "mismatches")}件です。", $"Looked through: {Number(answer, "mismatches")} findings in {Number(answer, "bytes")} bytes of medium {answer["medium"]}."),
        DeedKind.Register => new($"登録しました。製造番号 {answer["serial"]}", $"Registered: serial number {answer["serial"]}."),
        DeedKind.Verify => new(
            $"検証しました。記録{Number(answer, "entries")}件、人の署名{Number(answer, "personSignatures")}件、機器の署名{Number(answer, "machineSignatures")}件。欠けも差し替えもありません。",
            $"Verified: {Number(answer, "entries")} entries, {Number(answer, "personSignatures")} signatures of people and {Number(answer, "machineSignatures")} of machines; nothing is missing or exchanged."),
        DeedKind.HandOver or DeedKind.Confirm or DeedKind.AddKey => answer["recorded"] is JsonArray { Count: > 0 } recorded
            ? recorded[0]!["seq"] is { } seq ? new($"記録しました（{seq}番）。", $"Recorded as entry {seq}.") : new("サーバーが預かりました。記録の復元が済むと記録されます。", "The service keeps it; it is recorded once the record is whole again.")
            : new("署名を書き出しました。", "The signatures are written down."),
    };

    /// <summary>Why it did not come to that, as the verb says it.</summary>
    internal static IReadOnlyList<Why> WhyNot(Deed deed, VerbEnd end) => end.Answer["why"] is JsonArray { Count: > 0 } why
        ? [.. why.Select(each => new Why($"{each!["code"]}", new($"{each["ja"]}", $"{each["en"]}"), new($"{each["nextJa"]}", $"{each["nextEn"]}")))]
        : deed.IsStopped || end.Exit == ExitCode.Interrupted
            ? [new("interrupted", new("中断しました。途中のものは残していません。", "Interrupted; nothing half done is left."), new("もう一度始められます。", "It can be begun again."))]
            : [new("ended", new("途中で終わりました。", "It ended before it was done."), new("もう一度始めてください。続くようであれば端末の管理者に知らせてください。", "Begin again; if it happens again, tell whoever looks after this station."))];

    private static string Number(JsonObject answer, string name) => (answer[name]?.GetValue<long>() ?? 0).ToString("N0", CultureInfo.InvariantCulture);

    private static string Names(JsonNode? list) => string.Join(", ", list!.AsArray());
}

/// <summary>One reason why something was not done.</summary>
/// <param name="Code">Its stable code.</param>
/// <param name="Says">What is wrong.</param>
/// <param name="Next">What to do.</param>
public sealed record Why(string Code, Words Says, Words Next);
