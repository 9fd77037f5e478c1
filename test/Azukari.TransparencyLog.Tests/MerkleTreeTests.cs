namespace Azukari.TransparencyLog.Tests;

public sealed class MerkleTreeTests
{
    public static TheoryData<int> Sizes => [0, 1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 513];

    [Fact]
    public void The_empty_tree_has_the_published_root() => Assert.Equal("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", MerkleTree.EmptyRoot.ToBase64());

    [Fact]
    public void The_empty_entry_has_the_published_leaf_hash() =>
        Assert.Equal("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", MerkleTree.LeafHash([]).ToHex());

    [Theory]
    [InlineData(1022)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(65535)]
    public void A_leaf_hash_covers_every_byte_of_an_entry_of_any_length(int length)
    {
        byte[] entry = new byte[length];
        entry[^1] = 9;
        Assert.Equal(NaiveTree.Mth(new[] { entry }), MerkleTree.LeafHash(entry).ToArray());
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_root_is_that_of_the_RFC(int size)
    {
        byte[][] entries = NaiveTree.Entries(size);
        Assert.Equal(NaiveTree.Mth(entries), MerkleTree.Root(NaiveTree.Leaves(entries)).ToArray());
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Inclusion_proofs_are_those_of_the_RFC(int size)
    {
        byte[][] entries = NaiveTree.Entries(size);
        TreeHash[] leaves = NaiveTree.Leaves(entries);
        foreach (int index in new[] { 0, 1, size / 2, size - 2, size - 1 }.Where(index => index >= 0 && index < size))
        {
            Assert.Equal(NaiveTree.Path(index, entries), MerkleTree.InclusionProof(leaves, index, size).Select(hash => hash.ToArray()));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Consistency_proofs_are_those_of_the_RFC(int size)
    {
        byte[][] entries = NaiveTree.Entries(size);
        TreeHash[] leaves = NaiveTree.Leaves(entries);
        foreach (int old in new[] { 1, 2, 3, 128, 255, 256, 257, size - 1, size }.Where(old => old > 0 && old <= size))
        {
            Assert.Equal(NaiveTree.Proof(old, entries), MerkleTree.ConsistencyProof(leaves, old, size).Select(hash => hash.ToArray()));
        }
    }

    [Fact]
    public void A_compact_range_tells_every_root_on_the_way_and_goes_on_from_what_was_written_down()
    {
        byte[][] entries = NaiveTree.Entries(130);
        TreeHash[] leaves = NaiveTree.Leaves(entries);
        CompactRange range = new();
        for (int size = 0; size < entries.Length; size++)
        {
            Assert.Equal(NaiveTree.Mth(entries.AsSpan(0, size)), range.Root().ToArray());
            Assert.Equal(size, range.Size);
            range = new(range.Size, range.Peaks);
            range.Append(leaves[size]);
        }
    }

    [Fact]
    public void A_compact_range_with_a_wrong_number_of_peaks_is_a_bug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CompactRange(3, [MerkleTree.EmptyRoot]));

    [Fact]
    public void A_proof_beyond_the_tree_is_a_bug()
    {
        TreeHash[] leaves = NaiveTree.Leaves(NaiveTree.Entries(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionProof(leaves, 4, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionProof(leaves, 0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionProof(leaves, -1, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.ConsistencyProof(leaves, 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.ConsistencyProof(leaves, 3, 5));
    }
}
