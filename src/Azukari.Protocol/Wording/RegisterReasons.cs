namespace Azukari.Protocol.Wording;

/// <summary>R5 and R6: the media register and the catalogue.</summary>
internal static class RegisterReasons
{
    internal static readonly ReasonText MediumNotRegistered = new(
        new("この媒体は、媒体管理台帳に登録されていません。", "This medium is not in the media register."),
        new("登録済みの媒体を選ぶか、情報セキュリティ管理者に登録を依頼してください。", "Choose a registered medium, or ask the security officer to register this one."));

    internal static readonly ReasonText MediumNotAtHome = new(
        new("この媒体は、定められた保管場所に格納されていません。", "This medium is not stored in its home."),
        new("保管責任者が格納し、受渡を記録してから行ってください。", "Have the keeper store it and record the hand-over, then go on."));

    internal static readonly ReasonText MediumInUse = new(
        new("この媒体は、ほかの持出に使われています。", "This medium is in use by another carry-out."),
        new("空いている媒体を選ぶか、その持出の完了を待ってください。", "Choose a free medium, or wait until that carry-out is closed."));

    internal static readonly ReasonText SerialTakenAlready = new(
        new("この製造番号の媒体は、すでに登録されています。", "A medium with this serial number is already registered."),
        new("台帳で管理番号を確かめ、その番号の媒体として使ってください。", "Look up its property number in the register and use it under that number."));

    internal static readonly ReasonText MediumNotQualified = new(
        new("媒体の全体に書き込み、読み戻す試験が済んでいません。", "The medium has not been tried as a whole by writing and reading back."),
        new("空の媒体を登録端末に入れ、試験を終えてから登録してください。", "Put the empty medium into a station, let the trial run to its end, then register it."));

    internal static readonly ReasonText MediumFails = new(
        new("書き込んだとおりに読み戻せない媒体です。", "The medium did not read back as it was written."),
        new("この媒体は使わず、別の媒体を登録してください。", "Set it aside and register another one."));

    internal static readonly ReasonText MediumHasEnded = new(
        new("この媒体は、すでに解除、破壊または亡失として台帳の使用を終えています。", "This medium has left use: released, destroyed or lost."),
        new("ほかの登録済みの媒体を選んでください。", "Choose another registered medium."));

    internal static readonly ReasonText DatasetNotCatalogued = new(
        new("このデータセットは、データ目録にありません。", "This dataset is not in the catalogue."),
        new("目録にあるものを選ぶか、承認者に目録への登録を依頼してください。", "Choose one that is, or ask the approver to add it."));

    internal static readonly ReasonText FieldNotCatalogued = new(
        new("この項目は、データ目録にありません。", "This field is not in the catalogue."),
        new("目録にある項目名を使ってください。", "Use a field name from the catalogue."));

    internal static readonly ReasonText FieldNamedTwice = new(
        new("同じ項目またはデータセットが、二度書かれています。", "The same field or dataset is named twice."),
        new("重複を除いて、一度だけ書いてください。", "Name it once."));

    internal static readonly ReasonText PersonKeyNotAField = new(
        new("本人を識別する項目が、項目の一覧にありません。", "The field that identifies a person is not in the list of fields."),
        new("その項目を一覧に加えるか、一覧にある項目を指定してください。", "Add it to the list, or choose a field that is in the list."));

    internal static readonly ReasonText PersonKeyNotAsked = new(
        new("本人を識別する項目が含まれていません。", "The field that identifies a person is not among those asked for."),
        new("本人数を数えられるように、本人を識別する項目を加えてください。", "Add it, so that the people can be counted."));

    internal static readonly ReasonText FieldInUse = new(
        new("この項目は、有効なひな型または進行中の持出で使われています。", "A template in force or an open carry-out uses this field as it is."),
        new("持出の終了を待ち、ひな型を定め直してから、目録を変更してください。", "Wait until the carry-out has ended, sign the template anew, and then change the catalogue."));
}
