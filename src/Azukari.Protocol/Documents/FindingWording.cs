namespace Azukari.Protocol.Documents;

/// <summary>What can be wrong with a spreadsheet, in both languages. A sentence never repeats what stood in the cell.</summary>
internal static class FindingWording
{
    internal static FindingText NotInEncoding { get; } = new("not-in-encoding",
        new("この文字コード（CP932）では表せない文字があります。", "The encoding (CP932) does not hold a character of this cell."),
        new("文字コードにUTF-8を指定して出力してください。", "Export it as UTF-8."));

    internal static FindingText NotText { get; } = new("not-text",
        new("ファイルをUTF-8としてもCP932としても読めません。", "The file is neither UTF-8 nor CP932."),
        new("Excelの「CSV UTF-8（コンマ区切り）」で保存し直してください。", "Save it again as “CSV UTF-8 (comma delimited)”."));

    internal static FindingText NotCsv { get; } = new("not-csv",
        new("引用符の使い方が正しくないため、この行から先を読めません。", "A quotation mark is out of place; nothing can be read from this row on."),
        new("この行を直し、ExcelのCSVとして保存し直してください。", "Mend this row and save the file as CSV again."));

    internal static FindingText NoRows { get; } = new("no-rows",
        new("見出しの下に行がありません。", "There is no row below the labels."),
        new("登録する行を入力してください。", "Fill in the rows to be registered."));

    internal static FindingText ColumnMissing { get; } = new("column-missing",
        new("必要な列がありません。", "A column that is needed is missing."),
        new("この見出しの列を追加してください。出力した台帳の見出しが使えます。", "Add a column with this label; an exported register shows the labels."));

    internal static FindingText ColumnTwice { get; } = new("column-twice",
        new("同じ見出しの列が二つあります。", "Two columns have this label."),
        new("一つにまとめてください。", "Keep one of them."));

    internal static FindingText Blank { get; } = new("blank",
        new("必要な項目が空欄です。", "A cell that is needed is empty."),
        new("値を入力してください。", "Fill it in."));

    internal static FindingText NotCode { get; } = new("not-a-code",
        new("番号として使えない文字が含まれています。", "This is no code."),
        new("半角の英小文字、数字、「.」「-」で64文字までにしてください。", "Use 1 to 64 of a-z, 0-9, “.” and “-”."));

    internal static FindingText NotDate { get; } = new("not-a-date",
        new("日付として読めないか、存在しない日付です。", "This is no date, or there is no such day."),
        new("「令和8年4月1日」又は「2026-04-01」の形で入力してください。元号の期間も確かめてください。", "Write it as 2026-04-01 or 令和8年4月1日, and check that the era had that day."));

    internal static FindingText NotNumber { get; } = new("not-a-number",
        new("数として読めません。", "This is no number."),
        new("0以上の整数を入力してください。", "Write a whole number, not negative."));

    internal static FindingText NotChoice { get; } = new("not-a-choice",
        new("選べる言葉ではありません。", "This is none of the words that can be chosen."),
        new("台帳と同じ言葉で入力してください。", "Use the words that the register uses."));

    internal static FindingText NotParticular { get; } = new("not-one-line",
        new("長すぎるか、表示できない文字が含まれています。", "It is too long, or holds a character that is not shown."),
        new("200文字までの一行で入力してください。", "Write at most 200 characters on one line."));

    internal static FindingText Unknown { get; } = new("unknown",
        new("この番号は記録にありません。", "The record does not know this code."),
        new("番号を確かめるか、先に登録してください。", "Check the code, or have it registered first."));

    internal static FindingText Twice { get; } = new("twice",
        new("同じものがほかの行にあります。", "Another row says the same."),
        new("どちらか一方を削除してください。", "Remove one of them."));

    internal static FindingText Contradicts { get; } = new("contradicts",
        new("ほかの行又は記録と食い違っています。", "It contradicts another row, or the record."),
        new("どちらが正しいかを確かめて直してください。", "Find out which is right and mend it."));

    internal static FindingText Order { get; } = new("order",
        new("終わりの日が始まりの日より前です。", "The last day is before the first."),
        new("日付の順序を直してください。", "Put the days in their order."));

    internal static FindingText WrongSide { get; } = new("wrong-side",
        new("この組織の人が就ける役割ではありません。", "Nobody of this organisation can have this duty."),
        new("役割又は所属を確かめてください。", "Check the duty and the organisation."));

    internal static FindingText SerialDiffers { get; } = new("serial-differs",
        new("台帳のシリアル番号と一致しません。", "It differs from the register's serial number."),
        new("現物を確かめてください。先頭の0が失われていないかも確かめてください。", "Look at the medium itself, and whether leading zeros were lost."));

    internal static FindingText NotInFile { get; } = new("not-in-file",
        new("台帳にある媒体が、このファイルにありません。", "A medium of the register is not in the file."),
        new("現物を探し、見つからなければ届け出てください。", "Look for the medium; report it if it is not there."));

    internal static FindingText NeedsStation { get; } = new("needs-station",
        new("この媒体は台帳にありません。", "The register does not know this medium."),
        new("登録には端末での測定が必要です。azukari enrol medium で登録してください。", "A station has to measure it: register it with azukari enrol medium."));

    internal static IEnumerable<FindingText> All =>
    [
        NotInEncoding, NotText, NotCsv, NoRows, ColumnMissing, ColumnTwice, Blank, NotCode, NotDate, NotNumber, NotChoice, NotParticular,
        Unknown, Twice, Contradicts, Order, WrongSide, SerialDiffers, NotInFile, NeedsStation,
    ];
}
