using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Opening;
using Azukari.Domain.People;
using Azukari.Protocol.Signatures;

namespace Azukari.Protocol.Ledger;

/// <summary>From signatures to facts: what the rules are given has been checked against the keys that the record knows, or that the act itself introduces.</summary>
/// <remarks>
/// A signature by a key that is known must fit, or the whole message is refused. A signature by a key that nobody knows is passed on unchecked: the rules then speak (R1, R30), since an
/// unknown key is nobody's, and no act is accepted over that.
/// </remarks>
public static class ActVerifier
{
    /// <summary>A key of the record is read and imported once, however many signatures it has made there.</summary>
    private static readonly ConditionalWeakTable<SigningKeyFact, PublicKey> Imported = [];

    /// <summary>Checks every signature and returns what the rules decide on.</summary>
    /// <exception cref="ProtocolException">A signature does not fit its key and bytes, or a stated hash is not the hash of what stands beside it.</exception>
    public static Attempt Verify(Engagement facts, SignedAct signed)
    {
        if (facts.Founding is { } founding && founding.Engagement != signed.Engagement)
            throw new ProtocolException(ProtocolFault.OtherEngagement, $"the message is for engagement '{signed.Engagement}'");

        var introduced = KeysIn(signed.Act);
        foreach (var key in introduced) CheckKey(key);
        if (signed.Act is ProveArrival { Measured: var measured }) CheckAnswer(measured);

        var said = Statement.Split(signed.Act).Said; // The same for everybody who signed it.
        var signers = signed.People.Select(person => Verify(facts, signed, said, person, introduced)).ToImmutableArray();
        var machine = signed.Machine is { } signature ? Verify(facts, signed, signature, signers, introduced) : null;
        return new(signed.Act, signers, machine);
    }

    private static Signer Verify(Engagement facts, SignedAct signed, JsonObject said, PersonSignature signature, ImmutableArray<SigningKeyFact> introduced)
    {
        var by = signature.By;
        var bytes = Statement.BytesFor(signed.Engagement, ActNames.Of(signed.Act), said, by, signature.On, signature.Until);

        if (Find(facts, introduced, by.Key) is { } key && !Fits(signature, key, bytes))
            throw new ProtocolException(ProtocolFault.BadSignature, $"the signature of '{by.Person}' does not fit");

        return new(by.Person, by.Organisation, by.Role, by.Key, signature.On, signature.Until, Statement.DigestOf(bytes));
    }

    /// <summary>A passkey signs as a passkey, at its own origin, and no other key does.</summary>
    private static bool Fits(PersonSignature signature, SigningKeyFact key, byte[] statement) => (key.Origin, signature.Form) switch
    {
        ({ } origin, SignatureForm.Passkey) => Passkey.Verify(signature.Signature.AsSpan(), ImportedOf(key), WebOrigin.Parse(origin), Statement.DigestOf(statement).Bytes()),
        (null, SignatureForm.Sshsig) => Sshsig.Verify(signature.Signature.AsSpan(), ImportedOf(key), Statement.Namespace, statement),
        _ => false,
    };

    private static MachineSigner Verify(
        Engagement facts, SignedAct signed, MachineSignature signature, ImmutableArray<Signer> people, ImmutableArray<SigningKeyFact> introduced)
    {
        var bytes = Statement.BytesForMachine(signed.Engagement, signed.Act, signature.Key, signature.On, people.Select(person => person.Statement));

        if (Find(facts, introduced, signature.Key) is { } key && (key.Origin is not null || !Sshsig.Verify(signature.Signature.AsSpan(), ImportedOf(key), ActNames.MachineNamespace(signed.Act), bytes)))
            throw new ProtocolException(ProtocolFault.BadSignature, $"the signature of machine '{signature.Key}' does not fit");

        return new(signature.Key, signature.On);
    }

    private static SigningKeyFact? Find(Engagement facts, ImmutableArray<SigningKeyFact> introduced, Digest id) =>
        KnownKeys(facts).Concat(introduced).FirstOrDefault(key => key.Id == id);

    /// <summary>Every signing key that the record leads to.</summary>
    public static IEnumerable<SigningKeyFact> KnownKeys(Engagement facts) => facts.People.Values.Select(person => person.Key)
        .Concat(facts.People.Values.Select(person => person.KeyAtStations).OfType<SigningKeyFact>())
        .Concat(facts.Stations.Values.Select(station => station.Key))
        .Concat(facts.Founding is { } founding ? [founding.Owner.HolderKey, founding.Contractor.HolderKey] : []);

    private static ImmutableArray<SigningKeyFact> KeysIn(Act act) => act switch
    {
        FoundEngagement found => [found.Owner.RootKey, found.Owner.HolderKey, found.Contractor.RootKey, found.Contractor.HolderKey],
        ApproveOrganisation approve => [approve.Key],
        EnrolPerson enrol => [enrol.Key],
        ReplaceKey replace => [replace.Key],
        AddKeyAtStations added => [added.Key],
        EnrolStation enrol => [enrol.Key],
        _ => [],
    };

    private static PublicKey ImportedOf(SigningKeyFact key) => Imported.GetValue(key, read => PublicKey.Parse(read.Ssh));

    private static void CheckKey(SigningKeyFact key)
    {
        if (PublicKey.Parse(key.Ssh).KeyId != key.Id.Value) throw new ProtocolException(ProtocolFault.KeyMismatch, $"'{key.Id}' is not the key beside it");
        if (key.Origin is { } origin) WebOrigin.Parse(origin);
    }

    private static void CheckAnswer(ArrivalMeasured measured)
    {
        if (Digests.Sha256(measured.Answer.Bytes()) != measured.AnswerDigest) throw new ProtocolException(ProtocolFault.AnswerMismatch, "the arrival's answer is not what its digest says");
    }
}
