using System.Collections.Immutable;

namespace Azukari.Domain.Incidents.Laws;

/// <summary>By when one legal entity has to do one thing under one law.</summary>
/// <param name="Pack">The law.</param>
/// <param name="Edition">The edition that was used.</param>
/// <param name="Organisation">On whom it lies.</param>
/// <param name="Duty">What has to be done.</param>
/// <param name="Start">The moment from which it is counted, in civil time.</param>
/// <param name="Unit">How it is counted.</param>
/// <param name="Amount">How many; 0 where the law gives no number.</param>
/// <param name="Instant">The last moment, where hours are counted.</param>
/// <param name="Nominal">The civil day on which the count ends; the alarm is for this one. Null where the law gives no number.</param>
/// <param name="Due">The last civil day, after rolling over closed days.</param>
/// <param name="Rolls">Whether closed days move the end.</param>
/// <param name="Holidays">The edition of the table of holidays that was used, or null where closed days move nothing.</param>
/// <param name="DaysAreSure">False where the roll went over holidays that are not published yet.</param>
/// <param name="Binding">Statute or guidance.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Unverified">Whether that was not read itself.</param>
public sealed record BreachDeadline(
    LawPackId Pack, string Edition, OrganisationId Organisation, BreachDuty Duty, DateTimeOffset Start, CountUnit Unit, int Amount,
    DateTimeOffset? Instant, DateOnly? Nominal, DateOnly? Due, bool Rolls, string? Holidays, bool DaysAreSure, Binding Binding, string Source, bool Unverified);

/// <summary>R26: the clocks of a law, as a pure function of what is known.</summary>
public static class BreachClocks
{
    /// <summary>The deadlines of one entity under one pack, in the pack's order; none while the entity does not know or no situation holds.</summary>
    /// <remarks>The earliest situation starts them. A situation that joins later may lengthen a clock and never starts it anew.</remarks>
    public static ImmutableArray<BreachDeadline> Of(LawPack pack, BreachFacts facts, ClosedDays closedDays)
    {
        var triggers = Triggers.Of(pack, facts);
        if (triggers.IsEmpty || facts.StartsAt is not { } known) return [];

        var start = facts.Calendar.Civil(triggers.Min(trigger => trigger.Since is { } since && since > known ? since : known));

        return [.. pack.Clocks.Where(clock => Runs(pack, clock, facts)).Select(clock => Deadline(pack, clock, triggers, facts, start, closedDays))];
    }

    private static bool Runs(LawPack pack, PackClock clock, BreachFacts facts) =>
        clock.Roles.Contains(facts.Entity.Role)
        && (clock.PersonsFrom is not { } least || facts.IsOver(least - 1))
        && (clock.PersonsTo is not { } most || !facts.IsOver(most))
        && !(clock.NeedsHighRisk && facts.Risk is RiskAssessment.Unlikely or RiskAssessment.Present)
        && !(clock.EndsWithNoticeToEntrustor && facts.EntrustorNotifiedAt is not null)
        && !(clock.Duty == BreachDuty.NoticeToPersons && facts.ExemptionDemonstrated && pack.Exemption == ExemptionEffect.NoticeToPersons);

    private static BreachDeadline Deadline(
        LawPack pack, PackClock clock, ImmutableArray<Triggered> triggers, BreachFacts facts, DateTimeOffset start, ClosedDays closedDays)
    {
        var amount = clock.LongerFor.Where(longer => triggers.Any(trigger => trigger.Item == longer.Item)).Select(longer => longer.Amount).Append(clock.Amount).Max();
        DateTimeOffset? instant = clock.Unit == CountUnit.Hours ? start.AddHours(amount) : null;
        var nominal = Nominal(clock.Unit, facts.Calendar.DateOf(start), amount) ?? (instant is { } at ? facts.Calendar.DateOf(at) : null);
        var due = nominal is { } end && clock.Rolls ? closedDays.FirstOpen(end) : nominal;
        var sure = !clock.Rolls || nominal is null || closedDays.AreSure(nominal.Value, due!.Value);

        return new(pack.Id, pack.Edition, facts.Entity.Organisation, clock.Duty, start, clock.Unit, amount,
            instant, nominal, due, clock.Rolls, clock.Rolls ? closedDays.Edition : null, sure, clock.Binding, clock.Source, clock.Unverified);
    }

    private static DateOnly? Nominal(CountUnit unit, DateOnly known, int amount) => unit switch
    {
        CountUnit.DaysFromDayOne => known.AddDays(amount - 1),
        CountUnit.DaysAfter => known.AddDays(amount),
        CountUnit.DaysAfterYearEnd => new DateOnly(known.Year, 12, 31).AddDays(amount),
        CountUnit.Hours or CountUnit.NoNumber => null,
    };
}
