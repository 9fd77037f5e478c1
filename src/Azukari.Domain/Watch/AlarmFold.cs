using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;

namespace Azukari.Domain.Watch;

/// <summary>What follows when a deadline has passed, and when somebody has answered.</summary>
internal static class AlarmFold
{
    internal static Engagement Passed(Engagement before, DeadlinePassed act, Mark mark)
    {
        if (before.Find(act.CarryOut) is not { } carryOut) return before with { Alarms = before.Alarms.Add(Sent(before, null, act, mark)) };

        return act.Kind switch
        {
            DeadlineKind.PermitUnused => CarryOutFold.Bound(before.With(carryOut with { Voided = mark }), carryOut.Plan.Media, null),
            DeadlineKind.LossAnswer => before.With(carryOut with { KillOrdered = mark, Alarms = carryOut.Alarms.Add(Sent(before, carryOut, act, mark)) }),
            DeadlineKind.UrgentSignatures => IncidentFold.Opened(
                before.With(carryOut with { Alarms = carryOut.Alarms.Add(Sent(before, carryOut, act, mark)) }), carryOut.Id, IncidentCause.SignaturesMissing, mark),
            _ => before.With(carryOut with
            {
                Alarms = carryOut.Alarms.Add(Sent(before, carryOut, act, mark)),
                Suspended = act is { Step: Deadlines.Suspending, Call: 0 } ? new(mark, SuspensionCause.Overdue) : carryOut.Suspended,
            }),
        };
    }

    internal static Engagement Acknowledged(Engagement before, AcknowledgeAlarm act, PersonId person, Mark mark)
    {
        Alarm Answered(Alarm alarm) => alarm with { Answers = alarm.Answers.Add(new(mark, person)) };
        var answered = AlarmRules.Unanswered(AlarmRules.Sounded(before, act.CarryOut, act.Kind, act.About, act.Step), person);

        if (answered is null) return before;
        return before.Find(act.CarryOut) is { } carryOut
            ? before.With(carryOut with { Alarms = carryOut.Alarms.Replace(answered, Answered(answered)) })
            : before with { Alarms = before.Alarms.Replace(answered, Answered(answered)) };
    }

    private static Alarm Sent(Engagement before, CarryOut? carryOut, DeadlinePassed act, Mark mark) => new(
        mark, act.Kind, act.About, act.Step, act.Call, Recipients.Of(before, carryOut, act, mark.At), act is { Step: 1, Call: 0 } ? Recipients.Custodians(carryOut) : []);
}
