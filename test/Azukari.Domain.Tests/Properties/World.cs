using System.Collections.Immutable;
using Azukari.Domain.People;

namespace Azukari.Domain.Tests.Properties;

/// <summary>One engagement while a history happens in it: what is known, what time it is, and who could do something now.</summary>
/// <remarks>It is driven only through <see cref="Rulebook.Decide"/> and <see cref="History.After"/>.</remarks>
internal sealed class World(Town town, Tape tape)
{
    /// <summary>The case of nobody.</summary>
    private static readonly CarryOut Phantom = new(new("carry-x"), Plan, new(Setup, Hash("nowhere")), Manager);

    private int _names;
    private object? _register; // Asked for at every step and seldom changed.
    private PersonId[] _everybody = [];

    internal Tape Tape => tape;

    internal Town Town => town;

    internal Engagement Facts => town.Facts;

    internal DateTimeOffset Clock { get => town.Clock; set => town.Clock = value; }

    internal List<Step> Steps { get; } = [];

    /// <summary>Whether everybody is finishing: nothing new begins, and what is left goes its way to an end.</summary>
    internal bool IsClosing => Steps.Count >= ClosesAt;

    /// <summary>The number of steps after which everybody finishes.</summary>
    internal int ClosesAt { get; init; } = int.MaxValue;

    /// <summary>The cases that this holds for, asked of one after the other in order: a question that reads the tape, asked in the order of an unordered register, would not be repeatable.</summary>
    internal IReadOnlyList<CarryOut> Cases(Func<CarryOut, bool> sensible) => [.. Facts.CarryOuts.Values.OrderBy(carryOut => carryOut.Id.Value, StringComparer.Ordinal).Where(sensible)];

    /// <summary>Any case at all, also one that does not exist.</summary>
    internal IReadOnlyList<CarryOut> AnyCase => [.. Cases(_ => true), Phantom];

    internal IReadOnlyList<PersonId> Everybody
    {
        get
        {
            if (!ReferenceEquals(_register, Facts.People)) (_register, _everybody) = (Facts.People, [.. Facts.People.Keys.Append(Crowd.Stranger).OrderBy(person => person.Value, StringComparer.Ordinal)]);
            return _everybody;
        }
    }

    internal string Fresh(string prefix) => $"{prefix}-{Facts.NextSeq}-{_names++}";

    internal T Any<T>(params IReadOnlyList<T> of) => tape.Any(of);

    /// <summary>Somebody who holds the duty and is fit to be named, mostly; now and then anybody who holds it.</summary>
    internal PersonId Who(Role role, Side? side = null, params PersonId?[] not)
    {
        var holding = Everybody.Where(id => Holds(id, role) && (side is null || Facts.SideOf(id) == side)).ToArray();
        var fit = tape.Chance(92) ? holding.Where(id => !not.Contains(id) && IsFit(id)).ToArray() : holding;

        return fit.Length > 0 ? Any(fit) : holding.Length > 0 ? Any(holding) : Any(Everybody);
    }

    internal bool IsFit(PersonId person) => !StandingRules.Against(Facts, person, Clock).Any();

    internal bool Holds(PersonId id, Role role) => Facts.People.TryGetValue(id, out var person) && person.Holds(role, Clock);

    /// <summary>The first of these duties that the person has; the last of them where there is none.</summary>
    internal (PersonId, Role) As(PersonId person, params Role[] roles) => (person, roles.Append(roles[^1]).First(role => Holds(person, role) || role == roles[^1]));

    internal Attempt By(Act act, Digest? machine, params (PersonId Person, Role Role)[] hands) => town.By(act, machine, hands);

    /// <summary>Lets the rules judge an attempt, and writes it down where they accept it.</summary>
    internal Outcome Offer(Attempt attempt, string? spoiled = null)
    {
        Clock = Rulebook.Time(Facts, Clock);
        var before = Facts;
        var outcome = Rulebook.Decide(before, attempt, Clock);
        if (outcome is Outcome.Accepted) town.Write(attempt);
        Steps.Add(new(before, attempt, Clock, outcome, Facts, spoiled));

        return outcome;
    }

    /// <summary>Some signature, where a spoil needs one to change.</summary>
    internal static Attempt Signed(Attempt attempt, int at, Func<Signer, Signer> change) => attempt with { Signers = attempt.Signers.SetItem(at, change(attempt.Signers[at])) };
}
