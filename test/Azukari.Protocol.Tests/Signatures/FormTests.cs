using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Azukari.Testing;

namespace Azukari.Protocol.Tests.Signatures;

/// <summary>A key signs in the form that stands beside it in the record, and in no other.</summary>
public sealed class FormTests : IDisposable
{
    private static readonly EngagementId Id = new("benefits");
    private static readonly WebOrigin At = WebOrigin.Parse("https://azukari.city.example");
    private static readonly Digest On = Digests.Sha256("the founding"u8);
    private static readonly DateTimeOffset Until = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9));

    private readonly SoftPasskey passkey = new();
    private readonly SigningKey file = SigningKey.Generate();

    private SigningKeyFact Touched => Signing.Fact(PublicKey.FromSpki(passkey.PublicKey), At);

    private SigningKeyFact Kept => Signing.Fact(file.PublicKey, KeyForm.Software);

    [Fact]
    public void A_passkey_signs_a_statement_and_travels_as_every_signature_does()
    {
        var signed = ByPasskey(Touched);

        Assert.Equal(Touched.Id, Verified(SignedAct.Read(signed.Write())).Signers.Single().Key);
    }

    [Fact]
    public void A_passkey_that_the_record_takes_for_a_file_does_not_count() => Refused(ProtocolFault.BadSignature, ByPasskey(Touched with { Origin = null }));

    [Fact]
    public void A_passkey_of_another_origin_does_not_count() => Refused(ProtocolFault.BadSignature, ByPasskey(Touched with { Origin = "https://azukari.other.example" }));

    [Fact]
    public void A_key_file_does_not_sign_for_a_passkey() => Refused(ProtocolFault.BadSignature, ByFile(Kept with { Origin = At.Value }));

    [Fact]
    public void A_signature_that_calls_itself_another_form_does_not_count()
    {
        var signed = ByFile(Kept);
        Refused(ProtocolFault.BadSignature, signed with { People = [signed.People[0] with { Form = SignatureForm.Passkey }] });
    }

    [Fact]
    public void An_origin_at_which_no_passkey_signs_is_not_enrolled() => Refused(ProtocolFault.Malformed, ByPasskey(Touched with { Origin = "https://192.168.0.1" }));

    [Fact]
    public void A_machine_has_no_passkey()
    {
        var act = new EnrolStation(new("seal-1"), new("site-1"), Kept with { Origin = At.Value });
        Refused(ProtocolFault.BadSignature, Signing.ByMachine(new(Id, act, [], null), On, file));
    }

    public void Dispose()
    {
        passkey.Dispose();
        file.Dispose();
    }

    private static Attempt Verified(SignedAct signed) => ActVerifier.Verify(Engagement.Nothing, signed);

    private static void Refused(ProtocolFault fault, SignedAct signed) => Assert.Equal(fault, Assert.Throws<ProtocolException>(() => Verified(signed)).Fault);

    private static EnrolPerson Enrolment(SigningKeyFact key) => new(new("o-officer"), new("city"), key);

    private static StatementBy By(SigningKeyFact key) => new(key.Id, new("city"), new("o-officer"), Role.Member);

    private SignedAct ByFile(SigningKeyFact fact) => new(Id, Enrolment(fact), [Signing.ByPerson(Id, Enrolment(fact), By(fact), On, Until, file)], null);

    private SignedAct ByPasskey(SigningKeyFact fact)
    {
        var challenge = Statement.DigestOf(Statement.BytesFor(Id, Enrolment(fact), By(fact), On, Until)).Bytes();
        var answer = passkey.Sign(At.Value, challenge);
        return new(Id, Enrolment(fact), [new(By(fact), On, Until, SignatureForm.Passkey, [.. Passkey.Pack(answer.AuthenticatorData, answer.ClientData, answer.Signature)])], null);
    }
}
