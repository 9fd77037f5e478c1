using System.Text;

namespace Azukari.TransparencyLog.Tests;

/// <summary>Who must have signed, as a table.</summary>
public sealed class TrustPolicyTests
{
    private static readonly Checkpoint Seven = new(Keys.Origin, 7, MerkleTree.LeafHash("seven"u8));
    private static readonly Dictionary<char, NoteSigner> Signers = new() { ['c'] = Keys.City, ['k'] = Keys.Contractor, ['t'] = Keys.Third };

    [Theory]
    [InlineData("quorum none", "", true)]
    [InlineData("quorum city", "c", true)]
    [InlineData("quorum city", "kt", false)]
    [InlineData("group both all city contractor\nquorum both", "ck", true)]
    [InlineData("group both all city contractor\nquorum both", "ct", false)]
    [InlineData("group both all city contractor\nquorum both", "kt", false)]
    [InlineData("group both all city contractor\nquorum both", "", false)]
    [InlineData("group one any city contractor\nquorum one", "k", true)]
    [InlineData("group one any city contractor\nquorum one", "t", false)]
    [InlineData("group two 2 city contractor third\nquorum two", "ct", true)]
    [InlineData("group two 2 city contractor third\nquorum two", "c", false)]
    [InlineData("group two 2 city contractor third\nquorum two", "ckt", true)]
    [InlineData("group one any city contractor\ngroup deep all one third\nquorum deep", "kt", true)]
    [InlineData("group one any city contractor\ngroup deep all one third\nquorum deep", "ck", false)]
    [InlineData("group one any city contractor\ngroup deep all one third\nquorum deep", "t", false)]
    [InlineData("group a 1 city\ngroup b all a\nquorum b", "c", true)]
    public void A_quorum_is_met_or_not(string quorum, string cosigners, bool satisfied)
    {
        var verdict = Policy(quorum).Judge(Note(cosigners));
        Assert.Equal(satisfied, verdict is PolicyVerdict.Satisfied);
        Assert.Equal(satisfied, verdict is not PolicyVerdict.QuorumMissing);
        Assert.Equal(cosigners.Select(letter => Name(letter)), verdict.Seen.Select(sighting => sighting.Witness));
        Assert.Equal("ckt".Except(cosigners).Select(Name), verdict.Missing);
        Assert.Equal(Seven, verdict.Checkpoint);
    }

    [Fact]
    public void The_verdict_tells_when_each_witness_saw_it_last()
    {
        SignedNote note = Keys.Sign(Seven).Cosigned(Keys.City, 50).Cosigned(Keys.City, 70).Cosigned(Keys.City, 60);
        Assert.Equal([new("city", 70)], Policy("quorum city").Judge(note).Seen);
    }

    [Fact]
    public void Cosignatures_do_not_make_up_for_the_log() =>
        Assert.IsType<PolicyVerdict.LogMissing>(Policy("quorum city").Judge(new(Seven.ToText(), [Keys.City.Cosign(Seven.ToText(), 1)])));

    [Fact]
    public void A_witness_named_like_the_log_does_not_speak_for_it()
    {
        using NoteSigner namesake = new(Keys.Origin, NoteAlgorithm.CosignatureV1, Keys.Seed("namesake"));
        TrustPolicy policy = new([new(Keys.Log.Verifier)], [new("w", namesake.Verifier)], [], "w");
        Assert.IsType<PolicyVerdict.LogMissing>(policy.Judge(new(Seven.ToText(), [namesake.Cosign(Seven.ToText(), 1)])));
    }

    [Fact]
    public void A_log_signs_for_its_own_origin_only()
    {
        using NoteSigner other = Keys.Signer("other.example", NoteAlgorithm.Ed25519);
        TrustPolicy policy = new([new(Keys.Log.Verifier), new(other.Verifier)], [], [], TrustPolicy.NoQuorum);
        Assert.IsType<PolicyVerdict.Satisfied>(policy.Judge(Keys.Sign(Seven)));
        Assert.IsType<PolicyVerdict.LogMissing>(policy.Judge(Keys.Sign(Seven, other)));
    }

    [Fact]
    public void A_log_that_the_policy_does_not_name_counts_for_nothing()
    {
        using NoteSigner impostor = new(Keys.Origin, NoteAlgorithm.Ed25519, Keys.Seed("impostor"));
        Assert.IsType<PolicyVerdict.LogMissing>(Policy("quorum none").Judge(Keys.Sign(Seven, impostor)));
    }

    [Fact]
    public void One_false_cosignature_condemns_the_note()
    {
        NoteSignature good = Keys.City.Cosign(Seven.ToText(), 1);
        SignedNote note = Keys.Sign(Seven).With(new NoteSignature(good.Name, good.KeyId, new byte[72]));
        Keys.Refused(LogFault.Signature, () => Policy("quorum none").Judge(note));
    }

    [Fact]
    public void A_signed_text_that_is_no_checkpoint_is_refused() =>
        Keys.Refused(LogFault.Checkpoint, () => Policy("quorum none").Judge(new("a\n"u8, [Keys.Log.Sign("a\n"u8)])));

    private static string Name(char letter) => letter switch { 'c' => "city", 'k' => "contractor", _ => "third" };

    private static TrustPolicy Policy(string end) => TrustPolicy.Parse(Encoding.UTF8.GetBytes(
        $"""
        log {Keys.Log.Verifier}
        witness city {Keys.City.Verifier}
        witness contractor {Keys.Contractor.Verifier}
        witness third {Keys.Third.Verifier}
        {end}

        """));

    private static SignedNote Note(string cosigners) =>
        cosigners.Aggregate(Keys.Sign(Seven), (note, letter) => note.Cosigned(Signers[letter], 1_700_000_000 + letter));
}
