using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Azukari.Testing;
using Azukari.TransparencyLog;

namespace Azukari.Evidence.Tests;

/// <summary>A real engagement in four entries: founded, two people of the city enrolled, the second with a passkey, the first seen. Real keys, real log, two real witnesses.</summary>
internal sealed class SmallEngagement : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9));
    private static readonly EngagementId Id = new("small-1");

    private readonly SigningKey cityRoot = SigningKey.Generate(), contractorRoot = SigningKey.Generate(), ownerHolder = SigningKey.Generate(), contractorHolder = SigningKey.Generate();
    private readonly NoteSigner log = NoteSigner.Generate("small.invalid/log", NoteAlgorithm.Ed25519);
    private readonly NoteSigner ownerWitness = NoteSigner.Generate("small.invalid/owner", NoteAlgorithm.CosignatureV1), contractorWitness = NoteSigner.Generate("small.invalid/contractor", NoteAlgorithm.CosignatureV1);
    private readonly List<IDisposable> more = [];

    internal SmallEngagement()
    {
        Add(Signed(Founding, Replay.Nothing, (cityRoot, "p-city", "city", Role.Representative), (contractorRoot, "p-contractor", "contractor", Role.Representative)));
        Enrol("p-officer");
        EnrolPasskey("p-witness");
        Add(Signed(new SeePerson(new("p-officer"), EmploymentDocument.EmployeeCard), Genesis, (cityRoot, "p-city", "city", Role.Representative)));
    }

    internal List<byte[]> Entries { get; } = [];

    internal Engagement Facts { get; private set; } = Engagement.Nothing;

    internal Digest Genesis => new(MerkleTree.LeafHash(Entries[0]).ToHex());

    internal byte[] Bundle() => Bundle(log, ownerWitness, contractorWitness);

    internal byte[] BundleWithoutContractor() => Bundle(log, ownerWitness);

    /// <summary>An entry that the rules would refuse, put in behind their back and signed by log and witnesses all the same.</summary>
    internal void Smuggle()
    {
        // Somebody of the contractor's sees the city's witness: not theirs to do.
        var act = Signed(new SeePerson(new("p-witness"), EmploymentDocument.EmployeeCard), Genesis, (contractorRoot, "p-contractor", "contractor", Role.Representative));
        Entries.Add(new Entry(Entries.Count, Start.AddMinutes(Entries.Count), act, []).Write());
    }

    public void Dispose()
    {
        cityRoot.Dispose();
        contractorRoot.Dispose();
        ownerHolder.Dispose();
        contractorHolder.Dispose();
        log.Dispose();
        ownerWitness.Dispose();
        contractorWitness.Dispose();
        more.ForEach(key => key.Dispose());
    }

    private FoundEngagement Founding => new(
        Id, "Asia/Tokyo", Side("city", "p-city", cityRoot, ownerHolder, ownerWitness), Side("contractor", "p-contractor", contractorRoot, contractorHolder, contractorWitness), log.Verifier.Name, log.Verifier.ToString());

    private byte[] Bundle(NoteSigner signer, params NoteSigner[] witnesses)
    {
        var leaves = Entries.Select(entry => MerkleTree.LeafHash(entry)).ToArray();
        var note = new Checkpoint(log.Verifier.Name, leaves.Length, MerkleTree.Root(leaves)).Sign(signer);
        note = note.With(witnesses.Select(witness => witness.Cosign(note.Text.Span, Start.ToUnixTimeSeconds())));
        return new EvidenceBundle(null, [.. Entries.Select(entry => (ReadOnlyMemory<byte>)entry)], note.ToBytes(), []).Write();
    }

    private void Enrol(string person)
    {
        var key = SigningKey.Generate();
        more.Add(key);
        var act = new EnrolPerson(new(person), new("city"), Signing.Fact(key.PublicKey, KeyForm.Software));
        Add(Signed(act, Genesis, (key, person, "city", Role.Member), (cityRoot, "p-city", "city", Role.Representative)));
    }

    private void EnrolPasskey(string person)
    {
        var passkey = new SoftPasskey();
        more.Add(passkey);
        var origin = WebOrigin.Parse("https://azukari.city.example");
        var fact = Signing.Fact(PublicKey.FromSpki(passkey.PublicKey), origin);
        var act = new EnrolPerson(new(person), new("city"), fact);
        var by = new StatementBy(fact.Id, new("city"), new(person), Role.Member);
        var answer = passkey.Sign(origin.Value, Statement.DigestOf(Statement.BytesFor(Id, act, by, Genesis, Start.AddDays(1))).Bytes());
        var touched = new PersonSignature(by, Genesis, Start.AddDays(1), SignatureForm.Passkey, [.. Passkey.Pack(answer.AuthenticatorData, answer.ClientData, answer.Signature)]);
        var root = Signed(act, Genesis, (cityRoot, "p-city", "city", Role.Representative));
        Add(root with { People = [touched, .. root.People] });
    }

    private void Add(SignedAct act)
    {
        var entry = new Entry(Entries.Count, Start.AddMinutes(Entries.Count), act, []).Write();
        Facts = Replay.Next(Facts, entry, new(MerkleTree.LeafHash(entry).ToHex()));
        Entries.Add(entry);
    }

    private static FoundingSide Side(string organisation, string root, SigningKey rootKey, SigningKey holder, NoteSigner witness) =>
        new(new(organisation), new(root), Signing.Fact(rootKey.PublicKey, KeyForm.Software), Signing.Fact(holder.PublicKey, KeyForm.Software), witness.Verifier.ToString());

    private static SignedAct Signed(Act act, Digest on, params (SigningKey Key, string Person, string Organisation, Role Role)[] signers) => new(
        Id, act, [.. signers.Select(signer => Signing.ByPerson(Id, act, new(new(signer.Key.PublicKey.KeyId), new(signer.Organisation), new(signer.Person), signer.Role), on, Start.AddDays(1), signer.Key))], null);
}
