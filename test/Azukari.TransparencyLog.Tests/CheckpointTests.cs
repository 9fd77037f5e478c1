using System.Text;

namespace Azukari.TransparencyLog.Tests;

public sealed class CheckpointTests
{
    private const string Root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    [Theory]
    [InlineData("log.example/city\n0\n" + Root + "\n", 0)]
    [InlineData("go.sum database tree\n15368405\n" + Root + "\n", 15_368_405)]
    [InlineData("市\n9223372036854775807\n" + Root + "\n", long.MaxValue)]
    [InlineData("o\n1\n" + Root + "\nan extension\nand another\n", 1)]
    public void What_is_read_is_written_back_byte_for_byte(string text, long size)
    {
        Checkpoint checkpoint = Checkpoint.Parse(Encoding.UTF8.GetBytes(text));
        Assert.Equal(size, checkpoint.Size);
        Assert.Equal(MerkleTree.EmptyRoot, checkpoint.Root);
        Assert.Equal(text, Encoding.UTF8.GetString(checkpoint.ToText()));
        Assert.Equal(checkpoint, Checkpoint.Parse(checkpoint.ToText()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("o\n1\n")]
    [InlineData("o\n1\n" + Root)]
    [InlineData("\n1\n" + Root + "\n")]
    [InlineData("o\n\n" + Root + "\n")]
    [InlineData("o\n01\n" + Root + "\n")]
    [InlineData("o\n00\n" + Root + "\n")]
    [InlineData("o\n+1\n" + Root + "\n")]
    [InlineData("o\n-1\n" + Root + "\n")]
    [InlineData("o\n 1\n" + Root + "\n")]
    [InlineData("o\n1 \n" + Root + "\n")]
    [InlineData("o\n1.0\n" + Root + "\n")]
    [InlineData("o\n0x1\n" + Root + "\n")]
    [InlineData("o\n١\n" + Root + "\n")]
    [InlineData("o\n9223372036854775808\n" + Root + "\n")]
    [InlineData("o\n99999999999999999999\n" + Root + "\n")]
    [InlineData("o\n18446744073709551616\n" + Root + "\n")]
    [InlineData("o\r\n1\r\n" + Root + "\r\n")]
    [InlineData("o\t\n1\n" + Root + "\n")]
    [InlineData("o\n1\n" + Root + " \n")]
    [InlineData("o\n1\n " + Root + "\n")]
    [InlineData("o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n")] // the last digit has bits nobody reads
    [InlineData("o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n")]
    [InlineData("o\n1\n47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==\n")]
    [InlineData("o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFUA\n")]
    [InlineData("o\n1\n" + Root + "    \n")] // white space in fours, which the framework's decoder skips
    [InlineData("o\n1\n47DE Qpj8 HBSa +/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= \n")]
    [InlineData("o\n1\n\n")]
    [InlineData("o\n1\n" + Root + "\n\n")]
    [InlineData("o\n1\n" + Root + "\nextension")]
    [InlineData("o\n1\n" + Root + "\nextension\n\n")]
    [InlineData("o\n1\n" + Root + "\n\nextension\n")]
    public void A_malformed_checkpoint_is_refused(string text) => Keys.Refused(LogFault.Checkpoint, () => Checkpoint.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void While_a_key_is_replaced_both_sign()
    {
        using NoteSigner next = new(Keys.Origin, NoteAlgorithm.Ed25519, Keys.Seed("next"));
        SignedNote note = new Checkpoint(Keys.Origin, 0, MerkleTree.EmptyRoot).Sign(Keys.Log, next);
        Assert.Equal([Keys.Log.Verifier, next.Verifier], note.Verify(Keys.Log.Verifier, next.Verifier).Select(signature => signature.By));
    }

    [Fact]
    public void A_checkpoint_that_is_not_UTF8_is_refused() =>
        Keys.Refused(LogFault.Checkpoint, () => Checkpoint.Parse([0xff, .. Encoding.UTF8.GetBytes("\n1\n" + Root + "\n")]));

    [Fact]
    public void What_cannot_be_a_checkpoint_is_a_bug()
    {
        Assert.Throws<ArgumentException>(() => new Checkpoint("", 1, MerkleTree.EmptyRoot));
        Assert.Throws<ArgumentException>(() => new Checkpoint("a\nb", 1, MerkleTree.EmptyRoot));
        Assert.Throws<ArgumentException>(() => new Checkpoint("\ud800", 1, MerkleTree.EmptyRoot));
        Assert.Throws<ArgumentException>(() => new Checkpoint("a", 1, MerkleTree.EmptyRoot, "no newline"));
        Assert.Throws<ArgumentException>(() => new Checkpoint("a", 1, MerkleTree.EmptyRoot, "\n"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Checkpoint("a", -1, MerkleTree.EmptyRoot));
    }
}
