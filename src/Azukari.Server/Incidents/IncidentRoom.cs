using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.Incidents.Laws;
using Azukari.Domain.Watch;
using Azukari.Protocol.Incidents;

namespace Azukari.Server.Incidents;

/// <summary>What everybody at the table needs to see at once: what was on it, who had it, whether it can be read, who knows since when, and by when what has to be done.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="CarryOut">Its case, or null.</param>
/// <param name="Contents">What was on it (R24); null where nothing was sealed.</param>
/// <param name="Knowledge">Since when each organisation knows (R26).</param>
/// <param name="Duties">What the laws ask of each organisation that knows.</param>
/// <param name="Exemption">Whether the record proves that the data was protected (R27); null where nothing was sealed.</param>
/// <param name="Unanswered">Alarms about it that the viewer was told of and has not answered.</param>
public sealed record IncidentRoom(
    Incident Incident, CarryOut? CarryOut, Contents? Contents, ImmutableArray<EntityKnowledge> Knowledge, ImmutableArray<EntityDuties> Duties, Exemption? Exemption, ImmutableArray<Alarm> Unanswered)
{
    internal static IncidentRoom Of(Engagement facts, Incident incident, PersonId viewer)
    {
        var carryOut = facts.Find(incident.CarryOut);
        var exemption = carryOut?.Seal is null ? null : Exemption.Of(facts, carryOut, PrimitivesOnFile.Shipped.ContentCipherIsListed);
        var knowledge = Azukari.Domain.Incidents.Laws.Knowledge.Of(facts, incident);
        return new(
            incident, carryOut, carryOut is null ? null : Contents.Of(carryOut), knowledge,
            carryOut is null ? [] : [.. knowledge.Where(entity => entity.At is not null).Select(entity => EntityDuties.Of(facts, carryOut, entity.Organisation, exemption)).OfType<EntityDuties>()],
            exemption, [.. AlarmsOf(facts, incident, carryOut).Where(alarm => alarm.Told.Contains(viewer) && alarm.Answers.All(answer => answer.Person != viewer))]);
    }

    private static IEnumerable<Alarm> AlarmsOf(Engagement facts, Incident incident, CarryOut? carryOut) =>
        carryOut?.Alarms ?? facts.Alarms.Where(alarm => alarm.About == incident.Id.Value);
}

/// <summary>What every law asks of one organisation.</summary>
public sealed record EntityDuties(OrganisationId Organisation, ImmutableArray<LawDeadline> Deadlines)
{
    internal static EntityDuties? Of(Engagement facts, CarryOut carryOut, OrganisationId organisation, Exemption? exemption)
    {
        if (BreachFacts.From(facts, carryOut, organisation, BreachJudgement.None, exemption?.IsDemonstrated == true) is not { } breach) return null;

        var packs = LawPacksOnFile.Shipped;
        return new(organisation,
        [
            .. BreachObligations.Of(packs.Select(pack => pack.Law), breach, HolidaysOnFile.Shipped)
                .SelectMany(duty => duty.Deadlines.Select(deadline => new LawDeadline(deadline, packs.First(pack => pack.Law == duty.Pack))))
                .OrderBy(law => law.Deadline.Nominal ?? DateOnly.MaxValue),
        ]);
    }
}

/// <summary>A deadline with the law that sets it.</summary>
public sealed record LawDeadline(BreachDeadline Deadline, LawPackDocument Pack);
