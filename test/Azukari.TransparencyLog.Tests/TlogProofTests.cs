using System.Text;

namespace Azukari.TransparencyLog.Tests;

public sealed class TlogProofTests
{
    private static readonly TreeHash[] Leaves = NaiveTree.Leaves(NaiveTree.Entries(7));
    private static readonly TrustPolicy Policy = new([new(Keys.Log.Verifier)], [new("city", Keys.City.Verifier)], [], "city");

    [Theory]
    [InlineData(0, "")]
    [InlineData(6, "extra data")]
    public void A_proof_is_written_read_and_verified(int index, string extra)
    {
        byte[] file = Proof(index, Encoding.UTF8.GetBytes(extra)).ToBytes();
        TlogProof read = TlogProof.Parse(file);
        Assert.Equal(file, read.ToBytes());
        Assert.Equal(index, read.Index);
        Assert.Equal(extra, Encoding.UTF8.GetString(read.Extra.Span));
        var proven = Assert.IsType<ProofVerdict.Proven>(read.Verify(Leaves[index], Policy));
        Assert.Equal(new Sighting("city", 1000), Assert.Single(proven.By.Seen));
    }

    [Fact]
    public void The_file_has_the_layout_of_the_specification()
    {
        string file = Encoding.UTF8.GetString(Proof(6, [1, 2]).ToBytes());
        string[] lines = file.Split('\n');
        Assert.Equal("c2sp.org/tlog-proof@v1", lines[0]);
        Assert.Equal("extra AQI=", lines[1]);
        Assert.Equal("index 6", lines[2]);
        Assert.Equal(MerkleTree.InclusionProof(Leaves, 6, 7).Select(hash => hash.ToBase64()), lines[3..5]);
        Assert.Equal(["", Keys.Origin, "7"], lines[5..8]);
    }

    [Fact]
    public void Another_leaf_is_not_included() =>
        Assert.Equal(7, Assert.IsType<ProofVerdict.NotIncluded>(Proof(3).Verify(Leaves[4], Policy)).Checkpoint.Size);

    [Fact]
    public void A_proof_without_the_witness_is_untrusted()
    {
        TlogProof bare = new(3, MerkleTree.InclusionProof(Leaves, 3, 7), Keys.Sign(new(Keys.Origin, 7, MerkleTree.Root(Leaves))));
        Assert.IsType<PolicyVerdict.QuorumMissing>(Assert.IsType<ProofVerdict.Untrusted>(bare.Verify(Leaves[3], Policy)).Because);
    }

    [Fact]
    public void No_flipped_bit_leaves_a_proof_that_proves()
    {
        byte[] file = Proof(3).ToBytes();
        for (int i = 0; i < file.Length; i++)
        {
            byte[] flipped = [.. file];
            flipped[i] ^= 1;
            Assert.False(Proves(flipped, Leaves[3]), $"byte {i}");
        }
    }

    [Fact]
    public void No_cut_leaves_a_proof_that_proves()
    {
        byte[] file = Proof(3).ToBytes();
        Assert.True(Proves(file, Leaves[3]));
        for (int length = 0; length < file.Length; length++)
        {
            Assert.False(Proves(file[..length], Leaves[3]), $"length {length}");
        }
    }

    [Theory]
    [InlineData("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2")]
    [InlineData("c2sp.org/tlog-proof@v1\n", "")]
    [InlineData("index 3\n", "")]
    [InlineData("index 3", "index 03")]
    [InlineData("index 3", "index -3")]
    [InlineData("index 3", "index  3")]
    [InlineData("index 3", "Index 3")]
    [InlineData("index 3", "index 3 ")]
    [InlineData("index 3", "index 3\r")]
    [InlineData("index 3", "extra \nindex 3")]
    [InlineData("index 3", "extra AQI\nindex 3")]
    [InlineData("index 3", "extra AQJ=\nindex 3")]
    [InlineData("index 3", "extra AQ I=   \nindex 3")]
    [InlineData("index 3", "extra AQI=\nextra AQI=\nindex 3")]
    [InlineData("index 3", "index 3\nextra AQI=")]
    [InlineData("index 3", "index 3\nAAAA")]
    public void A_malformed_proof_is_refused(string find, string replace)
    {
        string file = Encoding.UTF8.GetString(Proof(3).ToBytes());
        Keys.Refused(LogFault.Proof, () => TlogProof.Parse(Encoding.UTF8.GetBytes(file.Replace(find, replace, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_path_longer_than_any_tree_is_refused()
    {
        string file = Encoding.UTF8.GetString(Proof(3).ToBytes());
        byte[] Longer(int by)
        {
            string more = string.Concat(Enumerable.Repeat(Leaves[0].ToBase64() + "\n", by));
            return Encoding.UTF8.GetBytes(file.Replace("index 3\n", "index 3\n" + more, StringComparison.Ordinal));
        }

        Assert.Equal(63, TlogProof.Parse(Longer(60)).Path.Count);
        Keys.Refused(LogFault.Proof, () => TlogProof.Parse(Longer(61)));
    }

    private static bool Proves(byte[] file, TreeHash leaf)
    {
        try
        {
            return TlogProof.Parse(file).Verify(leaf, Policy) is ProofVerdict.Proven;
        }
        catch (LogException)
        {
            return false;
        }
    }

    private static TlogProof Proof(int index, byte[]? extra = null) => new(
        index,
        MerkleTree.InclusionProof(Leaves, index, 7),
        Keys.Sign(new(Keys.Origin, 7, MerkleTree.Root(Leaves))).Cosigned(Keys.City, 1000),
        extra);
}
