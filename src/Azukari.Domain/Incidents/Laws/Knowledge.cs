using System.Collections.Immutable;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.Incidents.Laws;

/// <summary>How a legal entity came to know.</summary>
public enum KnownBy
{
    /// <summary>One of its people reported, or was there when the seal was found not intact.</summary>
    Report,

    /// <summary>One of its people acknowledged an alarm.</summary>
    Acknowledgement,
}

/// <summary>Since when one legal entity knows.</summary>
/// <param name="Organisation">The entity.</param>
/// <param name="At">The place in the record, or null while it does not know.</param>
/// <param name="How">How, or null while it does not know.</param>
/// <param name="AlarmsBefore">Alarms that sounded before that: no knowledge of anybody, and shown beside it.</param>
public sealed record EntityKnowledge(OrganisationId Organisation, Mark? At, KnownBy? How, ImmutableArray<Mark> AlarmsBefore);

/// <summary>R26: <c>knownAt</c> is the first report or human acknowledgement, per legal entity. An alarm that nobody answered is not knowledge.</summary>
public static class Knowledge
{
    /// <summary>Of an incident: that of its case, or who has reported it and answered its own alarms where no permit was given for one.</summary>
    public static ImmutableArray<EntityKnowledge> Of(Engagement facts, Incident incident) => facts.Find(incident.CarryOut) is { Permit: not null } carryOut
        ? Of(facts, carryOut)
        : Of(facts, Reports(incident.Reports), [.. (facts.Find(incident.CarryOut)?.Alarms ?? facts.Alarms).Where(alarm => alarm.Kind == Watch.DeadlineKind.Incident && alarm.About == incident.Id.Value)]);

    /// <summary>Every organisation of the chain, in the order of its name.</summary>
    public static ImmutableArray<EntityKnowledge> Of(Engagement facts, CarryOut carryOut)
    {
        // An alarm after which all was well (late, and then it arrived) says nothing about what happened later.
        var wellAt = LastWell(carryOut)?.At;
        return Of(facts, Reports(carryOut), [.. carryOut.Alarms.Where(alarm => wellAt is null || alarm.Mark.At > wellAt)]);
    }

    private static ImmutableArray<EntityKnowledge> Of(Engagement facts, IEnumerable<(PersonId Person, Mark Mark)> reports, Watch.Alarm[] alarms)
    {
        (PersonId Person, Mark Mark, KnownBy How)[] moments =
        [
            .. reports.Select(report => (report.Person, report.Mark, KnownBy.Report)),
            .. alarms.SelectMany(alarm => alarm.Answers).Select(answer => (answer.Person, answer.Mark, KnownBy.Acknowledgement)),
        ];

        return [.. facts.Chain.Keys.OrderBy(id => id.Value, StringComparer.Ordinal).Select(id =>
        {
            var own = moments.Where(moment => facts.People.GetValueOrDefault(moment.Person)?.Organisation == id).OrderBy(moment => moment.Mark.At).ToArray();
            var first = own.Length > 0 ? own[0].Mark : null;
            return new EntityKnowledge(id, first, own.Length > 0 ? own[0].How : null,
                [.. alarms.Select(alarm => alarm.Mark).Where(sounded => first is null || sounded.At < first.At)]);
        })];
    }

    /// <summary>The last entry before the first report that shows all as it should be; what happened, happened after it.</summary>
    internal static Mark? LastWell(CarryOut carryOut)
    {
        var reported = Reports(carryOut).Min(report => (DateTimeOffset?)report.Mark.At);
        Mark?[] well =
        [
            carryOut.Seal?.Mark, carryOut.Arrival?.Mark, carryOut.Loaded,
            .. (carryOut.Custody?.Legs ?? []).Where(leg => leg.Intact).Select(leg => leg.Mark),
            .. carryOut.Erasure.Values.SelectMany(step => new[] { step.Site?.Mark, step.Cleared?.Mark, step.Verified?.Mark, step.Confirmed }),
        ];

        return well.Where(mark => mark is not null && (reported is null || mark.At < reported)).MaxBy(mark => mark!.At);
    }

    private static IEnumerable<(PersonId Person, Mark Mark)> Reports(CarryOut carryOut) => Reports(carryOut.Losses).Concat(NotIntact(carryOut));

    /// <summary>Whoever had it filed knew; a clock that starts too early does no harm.</summary>
    private static IEnumerable<(PersonId Person, Mark Mark)> Reports(ImmutableArray<LossReport> reports) =>
        reports.Select(report => (report.Reporter, report.Mark)).Concat(reports.Where(report => report.OnBehalfOf is not null).Select(report => (report.OnBehalfOf!, report.Mark)));

    /// <summary>Whoever had it and whoever received it were there when it was seen.</summary>
    private static IEnumerable<(PersonId Person, Mark Mark)> NotIntact(CarryOut carryOut)
    {
        var legs = carryOut.Custody?.Legs ?? [];
        return legs.Zip(legs.Skip(1)).Where(pair => !pair.Second.Intact)
            .SelectMany(pair => pair.First.Holders.Concat(pair.Second.Holders).Select(person => (person, pair.Second.Mark)));
    }
}
