using Azukari.Domain;
using Azukari.Protocol.Signatures;

namespace Azukari.Protocol.Ledger;

/// <summary>Making signatures: the counterpart of <see cref="ActVerifier"/>.</summary>
public static class Signing
{
    /// <summary>The key as the record names it.</summary>
    public static SigningKeyFact Fact(PublicKey key, KeyForm form) => new(new Digest(key.KeyId), key.ToString(), form);

    /// <summary>A passkey as the record names it: it signs at this origin only.</summary>
    public static SigningKeyFact Fact(PublicKey key, WebOrigin origin) => Fact(key, KeyForm.Hardware) with { Origin = origin.Value };

    /// <summary>A person's signature under an act.</summary>
    public static PersonSignature ByPerson(EngagementId engagement, Act act, StatementBy by, Digest on, DateTimeOffset until, SigningKey key) =>
        new(by, on, until, SignatureForm.Sshsig, [.. Sshsig.Sign(key, Statement.Namespace, Statement.BytesFor(engagement, act, by, on, until))]);

    /// <summary>Adds a machine's signature, over the people's statements as they stand.</summary>
    public static SignedAct ByMachine(SignedAct signed, Digest on, SigningKey key)
    {
        var people = signed.People.Select(person => Statement.DigestOf(Statement.BytesFor(signed.Engagement, signed.Act, person.By, person.On, person.Until)));
        var id = new Digest(key.PublicKey.KeyId);
        var bytes = Statement.BytesForMachine(signed.Engagement, signed.Act, id, on, people);
        return signed with { Machine = new(id, on, [.. Sshsig.Sign(key, ActNames.MachineNamespace(signed.Act), bytes)]) };
    }
}
