namespace Azukari.TransparencyLog.Tests;

/// <summary>Every proof up to 64 leaves: it holds, it is that of the RFC, and no change to it holds.</summary>
public sealed class MerkleProofTests
{
    private const int Largest = 64;
    private static readonly byte[][] Entries = NaiveTree.Entries(Largest);
    private static readonly TreeHash[] Leaves = NaiveTree.Leaves(Entries);
    private static readonly TreeHash[] Roots = [.. Enumerable.Range(0, Largest + 1).Select(size => new TreeHash(NaiveTree.Mth(Entries.AsSpan(0, size))))];

    [Fact]
    public void Every_inclusion_proof_holds_and_no_mutation_of_it_does()
    {
        for (int size = 1; size <= Largest; size++)
        {
            for (int index = 0; index < size; index++)
            {
                var proof = MerkleTree.InclusionProof(Leaves, index, size);
                Assert.Equal(NaiveTree.Path(index, Entries.AsSpan(0, size)), proof.Select(hash => hash.ToArray()));
                Assert.True(MerkleTree.VerifyInclusion(Leaves[index], index, size, proof, Roots[size]));
                Assert.All(Mutations(proof), wrong => Assert.False(MerkleTree.VerifyInclusion(Leaves[index], index, size, wrong, Roots[size])));
            }
        }
    }

    [Fact]
    public void An_inclusion_proof_holds_for_one_index_one_leaf_and_one_root()
    {
        for (int size = 1; size <= Largest; size++)
        {
            for (int index = 0; index < size; index++)
            {
                var proof = MerkleTree.InclusionProof(Leaves, index, size);
                for (int other = -1; other <= size; other++)
                {
                    Assert.Equal(other == index, MerkleTree.VerifyInclusion(Leaves[index], other, size, proof, Roots[size]));
                }

                Assert.False(MerkleTree.VerifyInclusion(Leaves[(index + 1) % Largest], index, size, proof, Roots[size]));
                Assert.False(MerkleTree.VerifyInclusion(Leaves[index], index, size, proof, Roots[size - 1]));
            }
        }
    }

    [Fact]
    public void Every_consistency_proof_holds_and_no_mutation_of_it_does()
    {
        for (int size = 0; size <= Largest; size++)
        {
            for (int old = 0; old <= size; old++)
            {
                var proof = MerkleTree.ConsistencyProof(Leaves, old, size);
                Assert.Equal(old == 0 ? [] : NaiveTree.Proof(old, Entries.AsSpan(0, size)), proof.Select(hash => hash.ToArray()));
                Assert.True(MerkleTree.VerifyConsistency(old, Roots[old], size, Roots[size], proof));
                Assert.All(Mutations(proof), wrong => Assert.False(MerkleTree.VerifyConsistency(old, Roots[old], size, Roots[size], wrong)));
            }
        }
    }

    [Fact]
    public void A_consistency_proof_holds_for_no_other_root()
    {
        TreeHash other = MerkleTree.LeafHash("other"u8);
        for (int size = 1; size <= Largest; size++)
        {
            for (int old = 0; old <= size; old++)
            {
                var proof = MerkleTree.ConsistencyProof(Leaves, old, size);
                Assert.False(MerkleTree.VerifyConsistency(old, other, size, Roots[size], proof));
                Assert.Equal(old == 0, MerkleTree.VerifyConsistency(old, Roots[old], size, other, proof));
            }
        }
    }

    [Fact]
    public void A_proof_does_not_hold_for_a_tree_that_claims_to_be_higher()
    {
        for (int size = 1; size <= Largest; size++)
        {
            for (int old = 1; old <= size; old++)
            {
                Assert.False(MerkleTree.VerifyInclusion(Leaves[old - 1], old - 1, 4 * size, MerkleTree.InclusionProof(Leaves, old - 1, size), Roots[size]));
                Assert.False(MerkleTree.VerifyConsistency(old, Roots[old], 4 * size, Roots[size], MerkleTree.ConsistencyProof(Leaves, old, size)));
            }
        }
    }

    [Fact]
    public void Sizes_that_make_no_sense_are_refused()
    {
        Assert.False(MerkleTree.VerifyConsistency(-1, Roots[0], 4, Roots[4], []));
        Assert.False(MerkleTree.VerifyConsistency(4, Roots[4], 3, Roots[3], []));
        Assert.False(MerkleTree.VerifyConsistency(2, Roots[2], 1, Roots[2], []));
        Assert.False(MerkleTree.VerifyInclusion(Leaves[0], 0, 0, [], Leaves[0]));
        Assert.False(MerkleTree.VerifyInclusion(Leaves[0], -1, 1, [], Leaves[0]));
        Assert.False(MerkleTree.VerifyInclusion(Leaves[0], 1, 1, [], Leaves[0]));
        Assert.False(MerkleTree.VerifyInclusion(Leaves[0], 0, long.MaxValue, [.. Enumerable.Repeat(Leaves[0], 64)], Leaves[0]));
        Assert.False(MerkleTree.VerifyConsistency(1, Leaves[0], long.MaxValue, Leaves[0], [.. Enumerable.Repeat(Leaves[0], 64)]));
        Assert.False(MerkleTree.VerifyConsistency(3, Leaves[0], 5, Leaves[0], []));
    }

    [Fact]
    public void The_empty_tree_has_one_root_only() => Assert.False(MerkleTree.VerifyConsistency(0, Leaves[0], 0, Leaves[0], []));

    private static IEnumerable<IReadOnlyList<TreeHash>> Mutations(IReadOnlyList<TreeHash> proof)
    {
        for (int i = 0; i < proof.Count; i++)
        {
            for (int at = 0; at < TreeHash.Length; at++)
            {
                byte[] bytes = proof[i].ToArray();
                bytes[at] ^= 0x10;
                yield return [.. proof.Take(i), new(bytes), .. proof.Skip(i + 1)];
            }

            yield return [.. proof.Take(i), .. proof.Skip(i + 1)];
            yield return [.. proof.Take(i), proof[i], proof[i], .. proof.Skip(i + 1)];
        }

        yield return [.. proof, MerkleTree.EmptyRoot];
        yield return [MerkleTree.EmptyRoot, .. proof];
    }
}
