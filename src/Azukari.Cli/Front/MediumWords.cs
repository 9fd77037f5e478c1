using Azukari.RemovableMedia;

namespace Azukari.Cli.Front;

/// <summary>What is wrong with a medium, as words for people: each fault says what happened, and what to do next. Which file or device it was stands behind it.</summary>
internal static class MediumWords
{
    internal static StopException Stop(MediumException wrong)
    {
        var (ja, en, nextJa, nextEn) = Words(wrong.Fault);
        return new(ExitCode.Medium, new Spoken(wrong.Fault.ToString(), $"{ja}（{wrong.Message}）", $"{en} ({wrong.Message})", nextJa, nextEn));
    }

    private static (string Ja, string En, string NextJa, string NextEn) Words(MediumFault fault) => fault switch
    {
        MediumFault.Full => ("媒体の空き容量が足りません。", "the medium is full", "容量の大きい登録媒体を使ってください。", "Use a registered medium with more room."),
        MediumFault.Pulled => ("作業中に媒体が外れました。", "the medium went away while it was in use", "媒体を差し直し、初めからやり直してください。繰り返すときは別の登録媒体を使ってください。", "Plug it in again and start over; if it happens again, use another registered medium."),
        MediumFault.NotMounted => ("指定された場所に媒体がありません。", "there is no medium where it was said to be", "媒体を差し込み、場所を確かめてください。", "Plug it in and check the place."),
        MediumFault.ReadOnly => ("媒体に書き込めません。書込み禁止か、権限がありません。", "the medium cannot be written: it is protected, or this account may not", "書込み禁止を解除し、権限を確かめてください。", "Take off the protection and check the rights."),
        MediumFault.ReadError => ("媒体を読み取れません。", "the medium cannot be read", "読み取った内容は使わないでください。別の読取装置で試し、それでも読めないときは情報セキュリティ管理者に知らせてください。", "Do not rely on what was read. Try another reader; if it cannot be read there either, tell the security officer."),
        MediumFault.WriteError => ("媒体への書込みに失敗しました。", "writing to the medium failed", "この媒体は使わず、別の登録媒体でやり直してください。", "Do not use this medium; start over with another registered one."),
        MediumFault.FlushError => ("媒体に書き込まれたことを確認できません。書き込んだものは無効です。", "the medium did not confirm what it was given; nothing written to it counts", "この媒体は使わず、別の登録媒体でやり直してください。", "Do not use this medium; start over with another registered one."),
        MediumFault.Exists => ("媒体に同じ名前のファイルがあります。", "there is a file of that name on the medium", "別の託送物が入っていないか確かめ、消去してから使ってください。", "See whether it holds another consignment, and erase it before use."),
        MediumFault.Mismatch => ("媒体の中身が、あるはずのものと違います。", "what is on the medium is not what should be there", "使わずに保管し、情報セキュリティ管理者に知らせてください。", "Store it unused and tell the security officer."),
        MediumFault.WrongSerial => ("別の媒体が入っています。", "another medium is in the reader", "管理番号と製造番号を確かめ、正しい媒体を差し込んでください。", "Check its property and serial numbers and plug in the right one."),
        MediumFault.NoSerial => ("媒体の製造番号が分かりません。", "the medium has no serial number", "製造番号のある登録媒体を使ってください。", "Use a registered medium that has one."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
