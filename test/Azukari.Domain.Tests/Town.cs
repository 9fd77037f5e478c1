using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Azukari.Domain.Tests;

/// <summary>A small town and the companies it entrusts: one engagement, driven only through <see cref="Rulebook.Decide"/> and <see cref="History.After"/>.</summary>
/// <remarks>A step such as <c>Seal()</c> builds a correct attempt for the facts and the clock as they stand;
/// a test changes what it is about and lets the town judge it.</remarks>
internal sealed partial class Town
{
    private readonly List<Recorded> _record = [];
    private int _statements;

    /// <summary>What makes its leaves its own, where a test has several engagements.</summary>
    internal string Salt { get; init; } = "";

    /// <summary>What the rules have said on this thread since somebody began to listen; null while nobody does.</summary>
    [field: ThreadStatic]
    internal static HashSet<(Rule Rule, Reason Reason)>? Heard { get; set; }

    internal Engagement Facts { get; set; } = Engagement.Nothing;

    internal DateTimeOffset Clock { get; set; } = Setup;

    internal IReadOnlyList<Recorded> Record => _record;

    internal CarryOut Case => Facts.Find(CaseId) ?? throw new InvalidOperationException("nothing was asked for");

    internal static Digest Hash(string text) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    internal static SigningKeyFact KeyOf(Code who) => new(Hash($"key of {who}"), $"sk-ecdsa {who}", KeyForm.Hardware);

    internal static Digest LeafAt(long seq) => Hash($"leaf {seq}");

    internal Town At(DateTimeOffset clock)
    {
        Clock = clock;
        return this;
    }

    /// <summary>Lets an act count and returns what a safety act was accepted without.</summary>
    internal ImmutableArray<Refusal> Do(Attempt attempt)
    {
        var outcome = Decide(attempt);
        Assert.True(outcome is Outcome.Accepted, outcome is Outcome.Refused no ? string.Join(", ", no.Refusals) : "");
        Write(attempt);

        return ((Outcome.Accepted)outcome).Missing;
    }

    /// <summary>Writes down what was accepted.</summary>
    internal void Write(Attempt attempt)
    {
        var entry = new Recorded(Facts.NextSeq, Clock, Salt.Length == 0 ? LeafAt(Facts.NextSeq) : Hash($"leaf {Salt} {Facts.NextSeq}"), attempt);
        _record.Add(entry);
        Facts = Facts.After(entry);
    }

    /// <summary>The refusals of an act that must not count.</summary>
    internal ImmutableArray<Refusal> Refused(Attempt attempt) => Assert.IsType<Outcome.Refused>(Decide(attempt)).Refusals;

    /// <summary>Exactly these rules speak, for these reasons, and no others.</summary>
    internal void Refuses(Attempt attempt, params (Rule Rule, Reason Reason)[] exactly) => Same(exactly, Refused(attempt));

    /// <summary>The act counts, and its entry says that exactly this was missing.</summary>
    internal void AcceptsWithout(Attempt attempt, params (Rule Rule, Reason Reason)[] exactly) => Same(exactly, Do(attempt));

    internal void Accepts(Attempt attempt) => Assert.Empty(Do(attempt));

    internal Outcome Decide(Attempt attempt)
    {
        var outcome = Rulebook.Decide(Facts, attempt, Clock);
        var said = outcome switch
        {
            Outcome.Accepted yes => yes.Missing,
            Outcome.Refused no => no.Refusals,
            _ => [],
        };
        Heard?.UnionWith(said.Select(refusal => (refusal.Rule, refusal.Because)));

        return outcome;
    }

    /// <summary>A person's good signature under an act: own key, own organisation, on the entry that the act answers, good for ten minutes.</summary>
    internal Signer Sign(Act act, PersonId person, Role role) => new(
        person, EmployerOf(person), role, (Facts.People.GetValueOrDefault(person)?.Key ?? KeyOf(person)).Id, Answered.By(Facts, act) ?? LeafAt(0), Clock.AddMinutes(10),
        Hash($"statement {Facts.NextSeq} {_statements++} {person}"));

    internal Attempt By(Act act, Digest? machine, params (PersonId Person, Role Role)[] hands) => new(
        act, [.. hands.Select(hand => Sign(act, hand.Person, hand.Role))], machine is null ? null : new(machine, Answered.By(Facts, act) ?? LeafAt(0)));

    private static void Same((Rule, Reason)[] expected, ImmutableArray<Refusal> actual) =>
        Assert.Equal(expected.Distinct().Order(), actual.Select(refusal => (refusal.Rule, refusal.Because)).Distinct().Order());
}
