using Azukari.Domain.Watch;

namespace Azukari.Protocol.Wording;

/// <summary>Deadlines, alarms and whom to call.</summary>
internal static class WatchActs
{
    internal static IEnumerable<Words> Lines(SetCallList act, FactWording words) =>
    [
        new("緊急連絡表を定めます。前の表と置き換わります。", "I set the call list; it replaces the one before."),
        Line.Of("組織", "Organisation", words.Organisation(act.Organisation)),
        Line.Of("開庁時間（平日の8時30分から17時15分）", "Office hours, working days 08:30 to 17:15", words.People(act.Day)),
        Line.Of("夜間", "Nights", words.People(act.Night)),
        Line.Of("閉庁日（土日・祝日等）", "Days on which the offices are closed", words.People(act.Holiday)),
    ];

    internal static IEnumerable<Words> Lines(DeadlinePassed act) =>
    [
        act switch
        {
            { Kind: DeadlineKind.Incident } => new("事故を知らせます。", "An incident; those concerned are told."),
            { Step: 4 } => new("猶予を過ぎたため、鍵を一時停止します。", "The grace has passed; the keys are suspended."),
            _ => new("期限を過ぎたことを知らせます。", "A deadline has passed; those concerned are told."),
        },
        .. Case(act.CarryOut),
        Line.Of("期限", "Deadline", About(act.Kind, act.About)),
        Line.Of("段階", "Step", StepOf(act.Step)),
        .. act.Call > 0 ? [Line.Of("連絡表の順番", "Name on the call list", $"{act.Call}")] : Array.Empty<Words>(),
    ];

    internal static IEnumerable<Words> Lines(AcknowledgeAlarm act) =>
    [
        new("警報を確認しました。所属する組織が知った時点として記録されます。", "I have received the alarm; the record shows when my organisation knew."),
        .. Case(act.CarryOut),
        Line.Of("期限", "Deadline", About(act.Kind, act.About)),
        Line.Of("段階", "Step", StepOf(act.Step)),
    ];

    internal static IEnumerable<Words> Lines(LiftSuspension act, FactWording words) =>
    [
        new("鍵の一時停止を解きます。所有者と受託者の双方の署名が要ります。", "The suspension of the keys ends; it takes one signature of each side."),
        ApplicationActs.CarryOut(act.CarryOut),
        .. words.Facts.Find(act.CarryOut)?.Suspended is { } since ? [Line.Of("鍵の一時停止", "Suspended since", words.At(since.Mark.At))] : Array.Empty<Words>(),
    ];

    private static IEnumerable<Words> Case(Domain.CarryOutId? id) => id is null ? [] : [ApplicationActs.CarryOut(id)];

    private static Words About(DeadlineKind kind, string? about) => WatchWording.Of(kind) is var words && about is null
        ? words
        : new($"{words.Ja}（{Line.Same(about).Ja}）", $"{words.En} ({Line.Same(about).En})");

    private static Words StepOf(int step) => step switch
    {
        1 => new("1 携行者と業務責任者", "1, the custodian and the project manager"),
        2 => new("2 機密情報管理責任者", "2, the executive"),
        3 => new("3 所有者", "3, the owner"),
        4 => new("4 鍵の一時停止", "4, the keys are suspended"),
        _ => new($"{step} 関係者全員（毎日）", $"{step}, everybody, daily"),
    };
}
