using Azukari.Domain.Engagements;

namespace Azukari.Domain.Watch;

/// <summary>R15: an alarm sounds when it is due, once, and is answered by those who were told.</summary>
internal static class AlarmRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, DeadlinePassed act, DateTimeOffset now)
    {
        if (act.CarryOut is { } id && facts.Find(id) is null)
        {
            yield return new(Rule.R7, Reason.NotAsked, id.Value);
            yield break;
        }

        // Two nodes of the service, or one that starts again, get a refusal here and no second alarm.
        var next = (facts.Find(act.CarryOut) is { } carryOut ? Deadlines.Of(facts, carryOut) : Deadlines.OfWhole(facts)).FirstOrDefault(deadline => deadline.Passed == act);
        if (next is null) yield return Sounded(facts, act.CarryOut, act.Kind, act.About, act.Step).Any(alarm => alarm.Call >= act.Call) ? new(Rule.R15, Reason.SoundedAlready) : new(Rule.R15, Reason.NotDueYet);
        else if (now < next.Due) yield return new(Rule.R15, Reason.NotDueYet);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, AcknowledgeAlarm act, Attempt attempt)
    {
        var sounded = Sounded(facts, act.CarryOut, act.Kind, act.About, act.Step).ToArray();
        if (sounded.Length == 0)
        {
            yield return new(Rule.R15, Reason.NoSuchAlarm, act.CarryOut?.Value);
            yield break;
        }

        foreach (var signer in attempt.Signers)
        {
            if (sounded.All(alarm => !alarm.Told.Contains(signer.Person))) yield return new(Rule.R15, Reason.NotToldOfIt, signer.Person.Value);
            else if (Unanswered(sounded, signer.Person) is null) yield return new(Rule.R15, Reason.AcknowledgedAlready, signer.Person.Value);
        }
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, SetCallList act, Attempt attempt)
    {
        foreach (var signer in attempt.Signers.Where(signer => signer.Organisation != act.Organisation)) yield return new(Rule.R1, Reason.PersonActsForAnother, signer.Person.Value);
        if (act.Day.IsEmpty || act.Night.IsEmpty || act.Holiday.IsEmpty) yield return new(Rule.R15, Reason.CallListEmpty);

        foreach (var name in act.Day.Concat(act.Night).Concat(act.Holiday).Distinct())
        {
            if (!facts.People.TryGetValue(name, out var person)) yield return new(Rule.R1, Reason.PersonNotEnrolled, name.Value);
            else if (person.Organisation != act.Organisation) yield return new(Rule.R1, Reason.PersonActsForAnother, name.Value);
        }
    }

    internal static IEnumerable<Alarm> Sounded(Engagement facts, CarryOutId? carryOut, DeadlineKind kind, string? about, int step) =>
        (carryOut is null ? facts.Alarms : facts.Find(carryOut)?.Alarms ?? []).Where(alarm => (alarm.Kind, alarm.About, alarm.Step) == (kind, about, step));

    /// <summary>The latest of these alarms that this person was told of and has not answered.</summary>
    internal static Alarm? Unanswered(IEnumerable<Alarm> sounded, PersonId person) =>
        sounded.LastOrDefault(alarm => alarm.Told.Contains(person) && alarm.Answers.All(answer => answer.Person != person));
}
