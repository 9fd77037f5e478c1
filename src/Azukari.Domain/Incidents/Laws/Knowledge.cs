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

/// <summary>An alarm of the watch (R15), and the person's answer to it.</summary>
/// <param name="Raised">Its place in the record.</param>
/// <param name="Acknowledged">The place of the acknowledgement, or null.</param>
/// <param name="By">Who acknowledged, or null.</param>
public sealed record RaisedAlarm(Mark Raised, Mark? Acknowledged = null, PersonId? By = null);

/// <summary>Since when one legal entity knows.</summary>
/// <param name="Organisation">The entity.</param>
/// <param name="At">The place in the record, or null while it does not know.</param>
/// <param name="How">How, or null while it does not know.</param>
/// <param name="AlarmsBefore">Alarms raised before that: no knowledge of anybody, and shown beside it.</param>
public sealed record EntityKnowledge(OrganisationId Organisation, Mark? At, KnownBy? How, ImmutableArray<Mark> AlarmsBefore);

/// <summary>R26: <c>knownAt</c> is the first report or human acknowledgement, per legal entity. An alarm that nobody answered is not knowledge.</summary>
public static class Knowledge
{
    /// <summary>Every organisation of the chain, in the order of its name.</summary>
    public static ImmutableArray<EntityKnowledge> Of(Engagement facts, CarryOut carryOut) => Of(facts, carryOut, AlarmsOf(carryOut));

    /// <summary>The same, with these alarms.</summary>
    public static ImmutableArray<EntityKnowledge> Of(Engagement facts, CarryOut carryOut, ImmutableArray<RaisedAlarm> alarms)
    {
        (PersonId Person, Mark Mark, KnownBy How)[] moments =
        [
            .. carryOut.Losses.Select(report => (report.Reporter, report.Mark, KnownBy.Report)),
            .. NotIntact(carryOut),
            .. alarms.Where(alarm => alarm is { Acknowledged: not null, By: not null }).Select(alarm => (alarm.By!, alarm.Acknowledged!, KnownBy.Acknowledgement)),
        ];

        return [.. facts.Chain.Keys.OrderBy(id => id.Value, StringComparer.Ordinal).Select(id =>
        {
            var own = moments.Where(moment => facts.People.GetValueOrDefault(moment.Person)?.Organisation == id).OrderBy(moment => moment.Mark.At).ToArray();
            var first = own.Length > 0 ? own[0].Mark : null;
            return new EntityKnowledge(id, first, own.Length > 0 ? own[0].How : null,
                [.. alarms.Select(alarm => alarm.Raised).Where(raised => first is null || raised.At < first.At).OrderBy(raised => raised.At)]);
        })];
    }

    /// <summary>Whoever had it and whoever received it were there when it was seen.</summary>
    private static IEnumerable<(PersonId Person, Mark Mark, KnownBy How)> NotIntact(CarryOut carryOut)
    {
        var legs = carryOut.Custody?.Legs ?? [];
        return legs.Zip(legs.Skip(1)).Where(pair => !pair.Second.Intact)
            .SelectMany(pair => pair.First.Holders.Concat(pair.Second.Holders).Select(person => (person, pair.Second.Mark, KnownBy.Report)));
    }

    /// <summary>The watch's alarms about this carry-out, with their acknowledgements.</summary>
    private static ImmutableArray<RaisedAlarm> AlarmsOf(CarryOut carryOut) => [];
}
