namespace Azukari.TransparencyLog.Tests;

/// <summary>tlog-witness as a table: what the witness knows, what it is asked, what it answers.</summary>
public sealed class WitnessStateTests
{
    private static readonly TreeHash[] Leaves = NaiveTree.Leaves(NaiveTree.Entries(20));
    private static readonly TreeHash Other = MerkleTree.LeafHash("other"u8);

    [Theory]
    [InlineData(0, 0, 0, 200)]
    [InlineData(0, 0, 1, 200)]
    [InlineData(0, 0, 20, 200)]
    [InlineData(5, 5, 5, 200)]
    [InlineData(5, 5, 20, 200)]
    [InlineData(8, 8, 9, 200)]
    [InlineData(5, 0, 20, 409)]
    [InlineData(5, 4, 20, 409)]
    [InlineData(5, 6, 20, 409)]
    [InlineData(5, 0, 0, 409)]
    [InlineData(5, 4, 4, 409)]
    [InlineData(5, 5, 4, 400)]
    [InlineData(0, 1, 0, 400)]
    [InlineData(20, 20, 5, 400)]
    public void Sizes_decide(int known, int old, int next, int status)
    {
        var decision = WitnessState.Decide(Known(known), Request(old, next));
        Assert.Equal(status, decision.Status);
        if (decision is WitnessDecision.Conflict conflict)
        {
            Assert.Equal(known, conflict.Size);
        }

        if (decision is WitnessDecision.Cosign cosign)
        {
            Assert.Equal(next, cosign.Next.Size);
            Assert.Equal(Root(next), cosign.Next.Root);
            Assert.Equal(Keys.Origin, cosign.Next.Origin);
            Assert.Equal([Keys.Log.Verifier], cosign.Next.Keys);
        }
    }

    [Fact]
    public void An_unknown_origin_is_not_found()
    {
        Assert.IsType<WitnessDecision.UnknownOrigin>(WitnessState.Decide(null, Request(0, 5)));
        Assert.IsType<WitnessDecision.UnknownOrigin>(WitnessState.Decide(WitnessState.New("another", Keys.Log.Verifier), Request(0, 5)));
    }

    [Fact]
    public void A_checkpoint_that_the_log_did_not_sign_is_forbidden_before_anything_of_the_state_is_told()
    {
        using NoteSigner stranger = Keys.Signer("stranger.example", NoteAlgorithm.Ed25519);
        AddCheckpointRequest request = new(3, [], Keys.Sign(new(Keys.Origin, 2, Root(2)), stranger));
        Assert.IsType<WitnessDecision.Forbidden>(WitnessState.Decide(Known(5), request));
    }

    [Fact]
    public void A_false_signature_of_the_log_is_forbidden_even_beside_a_good_one()
    {
        SignedNote note = Keys.Sign(new(Keys.Origin, 5, Root(5)));
        NoteSignature good = note.Signatures[0];
        SignedNote spoilt = note.With(new NoteSignature(good.Name, good.KeyId, new byte[64]));
        Assert.IsType<WitnessDecision.Forbidden>(WitnessState.Decide(Known(0), new(0, [], spoilt)));
    }

    [Fact]
    public void While_a_key_is_replaced_either_may_sign()
    {
        using NoteSigner next = new(Keys.Origin, NoteAlgorithm.Ed25519, Keys.Seed("next"));
        WitnessState both = WitnessState.New(Keys.Origin, Keys.Log.Verifier, next.Verifier);
        Assert.IsType<WitnessDecision.Cosign>(WitnessState.Decide(both, Request(0, 5)));
        Assert.IsType<WitnessDecision.Cosign>(WitnessState.Decide(both, new(0, [], Keys.Sign(new(Keys.Origin, 5, Root(5)), next))));
    }

    [Fact]
    public void Strange_lines_beside_the_logs_own_do_not_matter() =>
        Assert.IsType<WitnessDecision.Cosign>(WitnessState.Decide(Known(0), new(0, [], Keys.Sign(new(Keys.Origin, 5, Root(5))).Cosigned(Keys.City, 1))));

    [Fact]
    public void The_same_size_with_another_root_is_a_fork() =>
        Assert.IsType<WitnessDecision.Unprocessable>(WitnessState.Decide(Known(5), Request(5, 5, root: Other)));

    [Fact]
    public void An_empty_tree_with_another_root_is_no_tree() =>
        Assert.IsType<WitnessDecision.Unprocessable>(WitnessState.Decide(Known(0), Request(0, 0, root: Other)));

    [Fact]
    public void A_proof_that_does_not_hold_is_unprocessable()
    {
        var proof = MerkleTree.ConsistencyProof(Leaves, 5, 20);
        Assert.IsType<WitnessDecision.Unprocessable>(WitnessState.Decide(Known(5), Request(5, 20, proof: [])));
        Assert.IsType<WitnessDecision.Unprocessable>(WitnessState.Decide(Known(5), Request(5, 20, proof: [.. proof, Other])));
        Assert.IsType<WitnessDecision.Unprocessable>(WitnessState.Decide(Known(5), Request(5, 20, proof: [Other, .. proof.Skip(1)])));
        Assert.IsType<WitnessDecision.Unprocessable>(WitnessState.Decide(Known(5), Request(5, 20, root: Other)));
        Assert.IsType<WitnessDecision.Unprocessable>(WitnessState.Decide(Known(5), Request(5, 5, proof: [Other])));
        Assert.IsType<WitnessDecision.Unprocessable>(WitnessState.Decide(Known(0), Request(0, 20, proof: [Other])));
    }

    [Fact]
    public void A_history_of_requests_never_rolls_back()
    {
        WitnessState state = Known(0);
        foreach (int next in new[] { 1, 1, 2, 8, 9, 20 })
        {
            int old = (int)state.Size;
            state = Assert.IsType<WitnessDecision.Cosign>(WitnessState.Decide(state, Request(old, next))).Next;
            Assert.Equal(old == next ? 200 : 409, WitnessState.Decide(state, Request(old, next)).Status);
        }
    }

    private static TreeHash Root(int size) => MerkleTree.Root(Leaves[..size]);

    private static WitnessState Known(int size) => new(Keys.Origin, [Keys.Log.Verifier], size, Root(size));

    private static AddCheckpointRequest Request(int old, int next, IReadOnlyList<TreeHash>? proof = null, TreeHash? root = null) =>
        new(old, proof ?? (old <= next ? MerkleTree.ConsistencyProof(Leaves, old, next) : []), Keys.Sign(new(Keys.Origin, next, root ?? Root(next))));
}
