using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;

namespace Azukari.Domain.Watch;

/// <summary>Something that must happen, from when it could and until when.</summary>
/// <param name="Kind">What.</param>
/// <param name="Began">Since when; alarms before belong to an earlier time that it was due.</param>
/// <param name="Due">Until when.</param>
/// <param name="About">The id that it is about, or null.</param>
internal sealed record Stage(DeadlineKind Kind, DateTimeOffset Began, DateTimeOffset Due, string? About = null);

/// <summary>R15: which deadlines a carry-out runs under, in every state that it can be in.</summary>
internal static class Stages
{
    /// <summary>What is due for the engagement as a whole.</summary>
    internal static IEnumerable<Stage> Of(Engagement facts) => OfIncidents(facts, null).Concat(RegisterStages.OfMedia(facts)).Concat(RegisterStages.OfReviews(facts)).Concat(RegisterStages.OfKeys(facts));

    internal static IEnumerable<Stage> Of(Engagement facts, CarryOut carryOut) => OfIncidents(facts, carryOut.Id).Concat(RegisterStages.OfCopies(carryOut)).Concat(OfCase(facts, carryOut));

    /// <summary>An incident is due at once and each of its tasks in its time, and no end of its case ends them.</summary>
    private static IEnumerable<Stage> OfIncidents(Engagement facts, CarryOutId? carryOut) =>
        facts.Incidents.Where(incident => incident.IsOpen && incident.CarryOut == carryOut).SelectMany(incident => incident.Tasks
            .Where(task => task.End is null)
            .Select(task => new Stage(DeadlineKind.Response, task.Set.At, task.Due, ResponseTasks.About(incident, task)))
            .Prepend(new(DeadlineKind.Incident, incident.TellAt, incident.TellAt, incident.Id.Value)));

    private static IEnumerable<Stage> OfCase(Engagement facts, CarryOut carryOut)
    {
        var clock = facts.Clock;

        var owed = OfUrgency(facts, carryOut);
        if (carryOut.HasEnded || carryOut.Plan.Window is not { } window) return owed;
        if (carryOut.Seal is null) return owed.Append(new(DeadlineKind.PermitUnused, carryOut.Asked.At, window.OutBy));

        return owed.Concat(OfKeys(carryOut, window, clock)).Concat(OfJourney(facts, carryOut, window, clock));
    }

    /// <summary>What was granted in a hurry is signed for, even after it has come home.</summary>
    private static IEnumerable<Stage> OfUrgency(Engagement facts, CarryOut carryOut) => carryOut.Urgent is { Mark.At: var granted } && !Permits.UrgentRules.Missing(carryOut).IsEmpty
        ? [new(DeadlineKind.UrgentSignatures, granted, facts.Calendar.NextWorkingDayEnd(granted))]
        : [];

    /// <summary>What a report has begun.</summary>
    private static IEnumerable<Stage> OfKeys(CarryOut carryOut, Applications.CarryWindow window, ClockPolicy clock)
    {
        if (carryOut is { Suspended: { Why: SuspensionCause.Loss, Answered: null } suspended, KillOrdered: null })
            yield return new(DeadlineKind.LossAnswer, suspended.Mark.At, suspended.Mark.At.AddMinutes(clock.LossMinutes));

        if (carryOut is { IsReleased: true, Loaded: null, GaveUp: null })
            yield return new(DeadlineKind.Loading, carryOut.Released.Values.Max(mark => mark.At), window.WorkEnds);
    }

    /// <summary>Where the media should be by now.</summary>
    private static IEnumerable<Stage> OfJourney(Engagement facts, CarryOut carryOut, Applications.CarryWindow window, ClockPolicy clock)
    {
        var custody = carryOut.Custody!;
        var sealedAt = carryOut.Seal!.Mark.At;
        var isErased = Home.IsErased(facts, carryOut);

        if (!Home.Remaining(facts, carryOut).Any())
        {
            // Nothing is left to come home; what is owed is the end that both sides sign.
            var destroyedAt = ErasedAt(facts, carryOut);
            yield return new(DeadlineKind.Sanitising, destroyedAt, destroyedAt.AddDays(clock.SanitiseDays));
        }
        else if (Home.IsStored(facts, carryOut))
        {
            // Put back unopened or come home: from here on it is the erasure that is owed.
            if (custody.HasLeft || isErased) yield return new(DeadlineKind.Sanitising, custody.Now.Mark.At, custody.Now.Mark.At.AddDays(clock.SanitiseDays));
            else yield return new(DeadlineKind.Departure, sealedAt, window.OutBy);
        }
        else if (isErased)
        {
            var erasedAt = ErasedAt(facts, carryOut);
            yield return new(DeadlineKind.Homecoming, erasedAt, erasedAt.AddHours(clock.HomeHours));
        }
        else
        {
            if (!custody.HasLeft) yield return new(DeadlineKind.Departure, sealedAt, window.OutBy);
            else if (ReachedDestination(carryOut) is not { } arrived) yield return new(DeadlineKind.Arrival, sealedAt, window.OpenBy);
            else if (!carryOut.IsReleased) yield return new(DeadlineKind.Opening, arrived, Earlier(arrived.AddMinutes(clock.OpenMinutes), window.OpenBy));

            if (custody.HasLeft) yield return new(DeadlineKind.SiteErasure, sealedAt, EraseBy(carryOut, window, clock));
        }
    }

    /// <summary>Within two hours of opening, and never later than the stated end of the work and half an hour, nor than what was asked for.</summary>
    private static DateTimeOffset EraseBy(CarryOut carryOut, Applications.CarryWindow window, ClockPolicy clock)
    {
        var latest = Earlier(window.EraseBy, window.WorkEnds.AddMinutes(clock.AfterWorkMinutes));
        return carryOut.IsReleased ? Earlier(latest, carryOut.Released.Values.Max(mark => mark.At).AddMinutes(clock.EraseMinutes)) : latest;
    }

    private static DateTimeOffset? ReachedDestination(CarryOut carryOut) =>
        carryOut.Custody!.Legs.Skip(1).FirstOrDefault(leg => leg.AtDestination)?.Mark.At ?? (carryOut.Arrived.IsEmpty ? null : carryOut.Arrival?.Mark.At);

    /// <summary>When the last payload was overwritten or its medium destroyed.</summary>
    private static DateTimeOffset ErasedAt(Engagement facts, CarryOut carryOut) => carryOut.Seal!.Measured.Volumes.Max(volume =>
        Home.IsDestroyed(facts, volume.Medium) ? facts.Media[volume.Medium].Destroyed!.Mark.At
        : carryOut.Erasure[volume.Medium] is var steps ? (steps.Site ?? steps.Cleared)!.Mark.At : default);

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;
}
