using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Screens;

/// <summary>Who signs in which duty, and what the rules would say to it: each person in the duty in which they say least against it.</summary>
/// <param name="By">Who is to sign.</param>
/// <param name="Ways">How each of them does, in the same order.</param>
/// <param name="Against">The rules that would speak against it even with all these signatures; empty where it may be signed.</param>
/// <param name="Lacking">What a safety act would lack and be taken without (R35).</param>
public sealed record Casting(ImmutableArray<StatementBy> By, ImmutableArray<SigningWay> Ways, ImmutableArray<Refusal> Against, ImmutableArray<Refusal> Lacking)
{
    /// <param name="facts">The record.</param>
    /// <param name="act">The act as it would be if all went well.</param>
    /// <param name="people">Who signs.</param>
    /// <param name="station">The key of this station, which signs too, for who was here and for what it measures.</param>
    /// <param name="now">The time that the rules see.</param>
    internal static Casting Of(Engagement facts, Act act, IReadOnlyList<Signatory> people, Digest station, DateTimeOffset now)
    {
        var on = Answered.By(facts, act) ?? facts.Genesis!;
        var machine = new MachineSigner(station, on);
        ImmutableArray<SigningWay> ways = [.. people.Select(one => one.Way)];
        IEnumerable<ImmutableArray<StatementBy>> casts = [[]];
        foreach (var one in people) casts = [.. from cast in casts from role in DutiesOf(one.Person, now) select cast.Add(new(one.Key, one.Person.Organisation, one.Person.Id, role))];

        return casts.Select(cast => Rulebook.Decide(facts, new(act, [.. cast.Select(by => SignerOf(by, on, now))], machine), now) switch
        {
            Outcome.Refused refused => new Casting(cast, ways, refused.Refusals, []),
            Outcome.Accepted accepted => new Casting(cast, ways, [], accepted.Missing),
            _ => throw new System.Diagnostics.UnreachableException(),
        }).MinBy(Cost)!;
    }

    /// <summary>Those of the people here against whom the rules say least; a proposal, which the people change.</summary>
    internal static IReadOnlyList<Signatory> Propose(Engagement facts, Act act, IReadOnlyList<Signatory> here, Digest station, DateTimeOffset now) =>
        Subsets([.. here]).MinBy(people => (Cost(Of(facts, act, people, station, now)), people.Length)) is { } best ? best : [];

    private static (int, int) Cost(Casting casting) => (casting.Against.Length, casting.Lacking.Length);

    /// <summary>One or two: more than two sign nothing but a hand-over, and that says itself who.</summary>
    private static IEnumerable<Signatory[]> Subsets(Signatory[] people) =>
        from first in Enumerable.Range(0, people.Length)
        from second in Enumerable.Range(first, people.Length - first)
        select first == second ? new[] { people[first] } : [people[first], people[second]];

    private static IEnumerable<Role> DutiesOf(Person person, DateTimeOffset now) => person.Terms.Where(term => term.Covers(now)).Select(term => term.Role).Append(Role.Member).Distinct();

    /// <summary>As if it were signed now: whether the signature is a good one is for whoever has it.</summary>
    private static Signer SignerOf(StatementBy by, Digest on, DateTimeOffset now) => new(by.Person, by.Organisation, by.Role, by.Key, on, now.AddMinutes(10), by.Key);
}
