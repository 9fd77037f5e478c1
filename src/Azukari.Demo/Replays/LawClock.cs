using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents.Laws;
using Azukari.Protocol.Incidents;

namespace Azukari.Demo.Replays;

/// <summary>What a law pack asks of a party, from when that party knew (R26).</summary>
/// <param name="Party">The party of the file.</param>
/// <param name="KnownAt">When its first person reported, or its entrustee told it.</param>
/// <param name="AlarmAt">The first alarm before, which a person's answer would have made knowledge; or null.</param>
/// <param name="Deadline">What is due, nominally and on the first open day.</param>
internal sealed record LawClock(string Party, DateTimeOffset KnownAt, DateTimeOffset? AlarmAt, BreachDeadline Deadline)
{
    /// <summary>Clocks start with facts: the answers to alarms that a replay assumes start none. They stand as they did at that moment; an entrustee that then tells its entrustor ends some of them.</summary>
    internal static ImmutableArray<LawClock> Of(ReplayFile file, Engagement facts, CarryOut carryOut)
    {
        var told = carryOut with { Alarms = [.. carryOut.Alarms.Select(alarm => alarm with { Answers = [] })] };

        return [.. file.Parties.Where(party => !party.Law.IsEmpty || IsJapan(file)).SelectMany(party => Of(file, facts, told, party))];
    }

    private static IEnumerable<LawClock> Of(ReplayFile file, Engagement facts, CarryOut carryOut, ReplayParty party)
    {
        var judged = BreachJudgement.None with { Kinds = party.Law, EntrusteeNoticeAt = NoticeTo(file, party.Id) };
        var exemption = Exemption.Of(facts, carryOut, PrimitivesOnFile.Shipped.ContentCipherIsListed);
        if (BreachFacts.From(facts, carryOut, party.Organisation, judged, exemption.IsDemonstrated) is not { StartsAt: { } known } breach) yield break;

        var alarm = carryOut.Alarms.FirstOrDefault(alarm => alarm.Mark.At < known)?.Mark.At;
        foreach (var deadline in BreachObligations.Of(LawPacksOnFile.Shipped.Select(document => document.Law), breach, HolidaysOnFile.Shipped).SelectMany(obligation => obligation.Deadlines))
            yield return new(party.Id, known, alarm, deadline);
    }

    private static DateTimeOffset? NoticeTo(ReplayFile file, string party) =>
        file.Steps.FirstOrDefault(step => step.Did == "report" && step.Is("to", party) && step.By.All(id => file.Person(id)?.Party != party))?.At;

    /// <summary>Only there can the kind of party alone tell which law binds it; elsewhere the file must say it.</summary>
    private static bool IsJapan(ReplayFile file) => file.Zone.Id is "Asia/Tokyo" or "Japan";
}
