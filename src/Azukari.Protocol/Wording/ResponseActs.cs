using Azukari.Domain;
using Azukari.Domain.Incidents;

namespace Azukari.Protocol.Wording;

/// <summary>The response to an incident.</summary>
internal static class ResponseActs
{
    internal static IEnumerable<Words> Lines(AssignTask act, FactWording words) =>
    [
        new("事故への対応の担当と期限を定めます。", "I name who does a task of the response, and by when."),
        Incident(act.Incident, words),
        .. act.Task is { } number ? [Number(number)] : Array.Empty<Words>(),
        Line.Of("対応", "Task", IncidentWording.Of(act.Kind)),
        Line.Of("担当", "Done by", words.Person(act.Owner)),
        Line.Of("期限", "Until", words.At(act.Due)),
    ];

    internal static IEnumerable<Words> Lines(FinishTask act, FactWording words) =>
    [
        new("事故への対応を終えました。証拠を添えます。", "I have done this task of the response; the evidence is attached."),
        .. Task(act.Incident, act.Task, words),
        Line.Of("証拠の書面", "Evidence", Printed.Short(act.Evidence)),
    ];

    internal static IEnumerable<Words> Lines(ExcuseTask act, FactWording words) =>
    [
        new("この対応は行わないこととし、理由を添えます。", "This task of the response is not done; the reason is attached."),
        .. Task(act.Incident, act.Task, words),
        Line.Of("理由の書面", "Reason", Printed.Short(act.Why)),
    ];

    internal static IEnumerable<Words> Lines(SetLawDuty act, FactWording words) =>
    [
        new("法令の期限を、事故への対応に加えます。", "What a law asks is added to the response."),
        Incident(act.Incident, words),
        Line.Of("組織", "Organisation", words.Organisation(act.Law.Organisation)),
        Line.Of("行うこと", "Duty", LawWording.Of(act.Law.Duty)),
        Line.Of("名目の期限", "Nominal day", InstantWording.Of(act.Law.Nominal)),
        Line.Of("最終日", "Last day", InstantWording.Of(act.Law.Last)),
        Line.Of("法令パック", "Law pack", Line.Noted(act.Law.Pack.Value, new Words($"{Line.Same(act.Law.Edition).Ja}版", $"edition {Line.Same(act.Law.Edition).En}"))),
    ];

    internal static IEnumerable<Words> Lines(CloseIncident act, FactWording words) =>
    [
        new("事故を終結します。所有者と受託者の双方の署名が要ります。", "I close the incident; it takes one signature of each side."),
        Incident(act.Incident, words),
        .. (words.Facts.FindIncident(act.Incident)?.Tasks ?? []).Select(task => Line.Of(
            IncidentWording.Of(task.Kind).Ja, IncidentWording.Of(task.Kind).En, task.End switch
            {
                null => new Words("未了", "open"),
                { IsExcuse: true } => new("行わない（理由あり）", "not done, with a reason"),
                _ => new("完了", "done"),
            })),
    ];

    private static IEnumerable<Words> Task(IncidentId incident, int number, FactWording words)
    {
        yield return Incident(incident, words);
        yield return Number(number);
        if (words.Facts.FindIncident(incident)?.Tasks.FirstOrDefault(task => task.Number == number) is { } task) yield return Line.Of("対応", "Task", IncidentWording.Of(task.Kind));
    }

    private static Words Number(int number) => Line.Of("対応番号", "Task number", Printed.Number(number));

    private static Words Incident(IncidentId id, FactWording words) => Line.Of("事故番号", "Incident", words.Facts.FindIncident(id) is { } known
        ? Line.Noted(id.Value, [.. known.Causes.Select(cause => IncidentWording.Of(cause.Cause))])
        : Line.Same(id.Value));
}
