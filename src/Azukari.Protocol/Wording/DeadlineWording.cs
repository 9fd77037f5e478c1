using Azukari.Domain.Incidents.Laws;
using Azukari.Protocol.Incidents;

namespace Azukari.Protocol.Wording;

/// <summary>Deadlines of breach law and who knew when, in words.</summary>
public static class DeadlineWording
{
    /// <summary>One deadline on one line: what, until when, nominal and rolled, how it was counted, and from which edition.</summary>
    public static Words Of(BreachDeadline deadline, LawPackDocument pack)
    {
        var duty = LawWording.Of(deadline.Duty);
        var binding = LawWording.Of(deadline.Binding);
        var (until, counted, where) = (Until(deadline), Counted(deadline), Where(deadline, pack));

        return new($"{duty.Ja}（{binding.Ja}）：{until.Ja}。{counted.Ja}。{where.Ja}", $"{duty.En} ({binding.En}): {until.En}; {counted.En}; {where.En}");
    }

    /// <summary>Since when an organisation knows, with the alarms that nobody had answered then beside it.</summary>
    public static Words Of(EntityKnowledge knowledge, string? zone)
    {
        var known = knowledge is { At: { } at, How: { } how } ? Line.List([InstantWording.Of(at.At, zone), LawWording.Of(how)]) : new("まだ知らない", "does not know yet");
        var alarms = knowledge.AlarmsBefore.Select(alarm => InstantWording.Of(alarm.At, zone)).Distinct().ToArray();
        var beside = alarms.Length == 0 ? new("", "") : new Words($"（その前の警報：{Line.List(alarms).Ja}）", $" (alarms before that: {Line.List(alarms).En})");

        return Line.Of(knowledge.Organisation.Value, knowledge.Organisation.Value, new Words(known.Ja + beside.Ja, known.En + beside.En));
    }

    private static Words Until(BreachDeadline deadline) => deadline switch
    {
        { Instant: { } at } => InstantWording.Of(at, at.Offset),
        { Nominal: { } nominal, Due: { } due } when nominal != due => new(
            $"名目の期限 {Day(nominal).Ja}、閉庁日のため {Day(due).Ja}まで{Unsure(deadline).Ja}", $"nominally {Day(nominal).En}; closed then, so by {Day(due).En}{Unsure(deadline).En}"),
        { Due: { } due } => new($"{Day(due).Ja}まで{Unsure(deadline).Ja}", $"by {Day(due).En}{Unsure(deadline).En}"),
        _ => LawWording.Of(CountUnit.NoNumber),
    };

    private static Words Counted(BreachDeadline deadline)
    {
        var (start, unit) = (InstantWording.Of(deadline.Start, deadline.Start.Offset), LawWording.Of(deadline.Unit));
        return deadline.Unit == CountUnit.NoNumber
            ? new($"起点 {start.Ja}", $"from {start.En}")
            : new($"起点 {start.Ja}から {deadline.Amount}{unit.Ja}", $"{deadline.Amount} {unit.En}, from {start.En}");
    }

    private static Words Where(BreachDeadline deadline, LawPackDocument pack)
    {
        var source = pack.Sources.FirstOrDefault(source => source.Id == deadline.Source);
        var mark = deadline.Unverified ? new Words("・未確認", ", not verified") : new("", "");
        var days = deadline.Holidays is { } edition ? new Words($"、祝日表 {edition}", $", holidays {edition}") : new("", "");
        return new(
            $"{source?.Ja ?? deadline.Source}（{deadline.Pack} {deadline.Edition}版{days.Ja}{mark.Ja}）",
            $"{source?.En ?? deadline.Source} ({deadline.Pack}, edition {deadline.Edition}{days.En}{mark.En})");
    }

    private static Words Unsure(BreachDeadline deadline) => deadline.DaysAreSure ? new("", "") : new("（祝日は未確定、暦を確認）", " (holidays not published yet; look at the calendar)");

    private static Words Day(DateOnly day) => InstantWording.Of(day);
}
