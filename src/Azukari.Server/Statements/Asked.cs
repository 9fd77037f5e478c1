using System.Buffers.Text;
using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;

namespace Azukari.Server.Statements;

/// <summary>What one person is asked to sign: the act with the signatures that it has, in which duty, and what the rules would say to it.</summary>
/// <param name="SoFar">The act with the signatures that it has.</param>
/// <param name="By">Who is asked, and in which duty.</param>
/// <param name="On">The leaf of the entry that the act answers.</param>
/// <param name="Until">The last moment at which the statement counts.</param>
/// <param name="Against">The rules that would speak against it even with every signature; empty where it may be signed.</param>
/// <param name="Awaited">The signatures that would still be missing.</param>
/// <param name="Noted">What a safety act would lack and be taken without (R35).</param>
public sealed record Asked(
    SignedAct SoFar, StatementBy By, Digest On, DateTimeOffset Until, ImmutableArray<Refusal> Against, ImmutableArray<Refusal> Awaited, ImmutableArray<Refusal> Noted)
{
    /// <summary>A statement that counts alone is signed when it is read.</summary>
    internal static readonly TimeSpan Alone = TimeSpan.FromMinutes(10);

    /// <summary>Others have to be found first; for an enrolment, the representative on another day.</summary>
    internal static readonly TimeSpan WithOthers = TimeSpan.FromDays(1), Enrolment = TimeSpan.FromDays(7);

    /// <summary>Nothing that we give out counts longer.</summary>
    internal static readonly TimeSpan Longest = Enrolment;

    /// <summary>The exact bytes.</summary>
    public byte[] Statement => Protocol.Ledger.Statement.BytesFor(SoFar.Engagement, SoFar.Act, By, On, Until);

    /// <summary>What the passkey signs: the digest of the statement, in base64url.</summary>
    public string Challenge => Base64Url.EncodeToString(Protocol.Ledger.Statement.DigestOf(Statement).Bytes());

    /// <summary>Asks a person of the engagement to begin an act, in the duty in which the rules say least against it.</summary>
    internal static Asked Of(Engagement facts, Person person, Act act, DateTimeOffset now) => Best(
        facts, new(facts.Founding!.Engagement, act, [], null), person, Answered.By(facts, act) ?? Replay.Nothing, now, until: null);

    /// <summary>Asks a person to add to what others have signed.</summary>
    internal static Asked Of(Engagement facts, Person person, SignedAct soFar, DateTimeOffset now) => Best(
        facts, soFar, person, soFar.People[0].On, now, soFar.People[0].Until);

    /// <summary>Asks whoever an act gives a key to prove it (R1).</summary>
    internal static Asked Of(Engagement facts, Act act, StatementBy newcomer, DateTimeOffset now) => With(
        facts, new(facts.Founding!.Engagement, act, [], null), newcomer, facts.Genesis!, now, now + Enrolment);

    /// <summary>Asks a root person to sign the genesis, before which no record knows anybody.</summary>
    internal static Asked OfGenesis(SignedAct soFar, StatementBy root, DateTimeOffset now) =>
        With(Engagement.Nothing, soFar, root, Replay.Nothing, now, soFar.People.IsEmpty ? now + Enrolment : soFar.People[0].Until);

    /// <summary>What still speaks against an act with the signatures that it has.</summary>
    internal static IReadOnlyList<Refusal> Missing(Engagement facts, SignedAct soFar, DateTimeOffset now) =>
        Rulebook.Decide(facts, new(soFar.Act, [.. SignersOf(soFar)]), now) is Outcome.Refused refused ? refused.Refusals : [];

    private static Asked Best(Engagement facts, SignedAct soFar, Person person, Digest on, DateTimeOffset now, DateTimeOffset? until)
    {
        var duties = person.Terms.Where(term => term.Covers(now)).Select(term => term.Role).Append(Role.Member).Distinct();
        return duties.Select(role => With(facts, soFar, new(person.Key.Id, person.Organisation, person.Id, role), on, now, until))
            .MinBy(asked => (asked.Against.Length, asked.Awaited.Length, asked.Noted.Length))!;
    }

    private static Asked With(Engagement facts, SignedAct soFar, StatementBy by, Digest on, DateTimeOffset now, DateTimeOffset? until)
    {
        var asked = new Asked(soFar, by, on, until ?? now + Alone, [], [], []);
        Signer[] signers = [.. SignersOf(soFar), SignerOf(soFar, by, on, asked.Until)];
        switch (Rulebook.Decide(facts, new(soFar.Act, [.. signers], StationAct.SignerOf(facts, soFar.Act, on)), now))
        {
            case Outcome.Accepted accepted:
                return asked with { Noted = accepted.Missing };
            case Outcome.Refused refused:
                var awaited = refused.Refusals.Where(AwaitedSignature.Is).ToImmutableArray();
                return asked with { Until = until ?? now + WithOthers, Awaited = awaited, Against = [.. refused.Refusals.Except(awaited)] };
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static IEnumerable<Signer> SignersOf(SignedAct soFar) => soFar.People.Select(person => SignerOf(soFar, person.By, person.On, person.Until));

    private static Signer SignerOf(SignedAct act, StatementBy by, Digest on, DateTimeOffset until) => new(
        by.Person, by.Organisation, by.Role, by.Key, on, until, Protocol.Ledger.Statement.DigestOf(Protocol.Ledger.Statement.BytesFor(act.Engagement, act.Act, by, on, until)));
}
