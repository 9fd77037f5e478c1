using System.Security.Cryptography;
using System.Text;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Azukari.TransparencyLog;

namespace Azukari.Web.Bench;

/// <summary>Writes one engagement's record: every act is signed with real keys, decided by the rules and written as the service would have written it.</summary>
internal sealed class Clerk(string engagement, Keys keys, DateTimeOffset begins)
{
    private readonly EngagementId name = new(engagement);

    internal string Engagement => engagement;

    internal Engagement Facts { get; private set; } = Azukari.Domain.Engagements.Engagement.Nothing;

    internal DateTimeOffset Clock { get; private set; } = begins;

    /// <summary>The entries that nobody has taken yet.</summary>
    internal List<(long Seq, byte[] Bytes)> Written { get; } = [];

    /// <summary>The log over all of them.</summary>
    internal CompactRange Tree { get; } = new();

    internal SigningKey KeyOf(string who) => keys.Of(engagement, who);

    internal SigningKeyFact FactOf(string who) => Signing.Fact(KeyOf(who).PublicKey, KeyForm.Software);

    internal static Digest Hash(string text) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    /// <summary>Turns the clock to that moment; a record is never turned back.</summary>
    internal void At(DateTimeOffset at) => Clock = at > Clock ? at : Clock;

    internal void Do(Act act, string? machine, params (string Person, Role Role)[] hands)
    {
        var (on, until) = (Answered.By(Facts, act) ?? Replay.Nothing, Clock.AddMinutes(10));
        var signed = new SignedAct(name, act, [.. hands.Select(hand => Signing.ByPerson(name, act, By(hand.Person, hand.Role), on, until, KeyOf(hand.Person)))], null);
        if (machine is not null) signed = Signing.ByMachine(signed, on, KeyOf(machine));

        // The signatures were made a moment ago; the service checks every one of them when it reads the record.
        var attempt = new Attempt(act, [.. signed.People.Select(person => new Signer(person.By.Person, person.By.Organisation, person.By.Role, person.By.Key, on, until, StatementOf(act, person)))], signed.Machine is { } by ? new(by.Key, on) : null);
        if (Rulebook.Decide(Facts, attempt, Clock) is not Outcome.Accepted accepted)
            throw new InvalidOperationException($"{engagement} {Clock:u} {act}: {string.Join(", ", ((Outcome.Refused)Rulebook.Decide(Facts, attempt, Clock)).Refusals)}");

        var entry = new Entry(Facts.NextSeq, Clock, signed, accepted.Missing);
        var bytes = entry.Write();
        var leaf = MerkleTree.LeafHash(bytes);
        Facts = Facts.After(new(entry.Seq, Clock, new(leaf.ToHex()), attempt));
        Tree.Append(leaf);
        Written.Add((entry.Seq, bytes));
    }

    private StatementBy By(string person, Role role) => new(new(KeyOf(person).PublicKey.KeyId), new(person[0] == 'o' ? "city" : "contractor"), new(person), role);

    private Digest StatementOf(Act act, PersonSignature signature) => Statement.DigestOf(Statement.BytesFor(name, act, signature.By, signature.On, signature.Until));
}

/// <summary>Everybody's key: one for each person of an engagement, and one for whoever is the same person in all of them.</summary>
internal sealed class Keys
{
    /// <summary>A city has one security officer: the same passkey in every engagement.</summary>
    internal const string Everywhere = "o-officer";

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, SigningKey> made = new();

    internal SigningKey Of(string engagement, string who) => made.GetOrAdd(who == Everywhere ? who : $"{engagement} {who}", _ => SigningKey.Generate());
}
