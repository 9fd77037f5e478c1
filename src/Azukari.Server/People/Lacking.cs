using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;

namespace Azukari.Server.People;

/// <summary>What keeps people from being named in an application now, as the rules say it (R1 to R4), person by person.</summary>
/// <param name="Lacks">Everybody who has not left, with what speaks against each; empty where nothing does.</param>
/// <param name="First">The owner's first person, as long as the second has not confirmed that one; else null.</param>
public sealed record Lacking(ImmutableSortedDictionary<string, ImmutableArray<Refusal>> Lacks, PersonId? First)
{
    internal static Lacking Of(Engagement facts, DateTimeOffset now) => new(facts.People.Values.Where(person => person.Left is null)
        .ToImmutableSortedDictionary(person => person.Id.Value, person => StandingRules.Against(facts, person.Id, now).ToImmutableArray(), StringComparer.Ordinal), facts.FirstUnmet?.Id);

    /// <summary>Who has not acknowledged the manual in force (R3).</summary>
    public IReadOnlyList<string> Manual => WhoLacks(Reason.ManualNotAcknowledged);

    /// <summary>Who has no valid course (R4); asked of the contractor's chain.</summary>
    public IReadOnlyList<string> Training => WhoLacks(Reason.TrainingNotRecorded, Reason.TrainingExpired);

    /// <summary>Whom the owner's officer, or the second the first, has not seen (R1).</summary>
    public IReadOnlyList<string> Seen => [.. WhoLacks(Reason.PersonNotSeenByOfficer), .. First is null ? Array.Empty<string>() : [First.Value]];

    /// <summary>Who stands on no list of this quarter (R1).</summary>
    public IReadOnlyList<string> Listed => WhoLacks(Reason.ListNotSignedThisQuarter, Reason.PersonNotOnList);

    /// <summary>What speaks against a person.</summary>
    public ImmutableArray<Refusal> Against(PersonId person) => Lacks.GetValueOrDefault(person.Value, []);

    private string[] WhoLacks(params Reason[] reasons) => [.. Lacks.Where(one => one.Value.Any(refusal => reasons.Contains(refusal.Because))).Select(one => one.Key)];
}
