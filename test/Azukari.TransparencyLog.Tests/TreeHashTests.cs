namespace Azukari.TransparencyLog.Tests;

public sealed class TreeHashTests
{
    private const string Hex = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Fact]
    public void A_hash_is_a_value_with_two_spellings()
    {
        TreeHash hash = TreeHash.ParseHex(Hex);
        Assert.Equal(MerkleTree.EmptyRoot, hash);
        Assert.Equal(hash, TreeHash.ParseBase64(hash.ToBase64()));
        Assert.Equal(hash, new TreeHash(hash.ToArray()));
        Assert.Equal(hash.GetHashCode(), MerkleTree.EmptyRoot.GetHashCode());
        Assert.Equal(Hex, hash.ToHex());
        Assert.Equal(Hex, $"{hash}");
    }

    [Fact]
    public void Hashes_that_differ_in_any_bit_differ()
    {
        for (int bit = 0; bit < 256; bit++)
        {
            byte[] bytes = MerkleTree.EmptyRoot.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(MerkleTree.EmptyRoot, new TreeHash(bytes));
            Assert.Equal(bytes, new TreeHash(bytes).ToArray());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" " + Hex)]
    [InlineData(Hex + "00")]
    [InlineData("E3B0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void No_other_hexadecimal_is_read(string text) => Keys.Refused(LogFault.Hash, () => TreeHash.ParseHex(text));

    [Theory]
    [InlineData("")]
    [InlineData("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=")]
    [InlineData("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("47DEQpj8HBSa+/TImW+5 CeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("AAAA")]
    public void No_other_base64_is_read(string text) => Keys.Refused(LogFault.Hash, () => TreeHash.ParseBase64(text));

    [Fact]
    public void Any_other_length_is_a_bug()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeHash(new byte[31]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TreeHash(new byte[33]));
    }
}
