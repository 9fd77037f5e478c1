using System.Text;

namespace Azukari.Age.Tests;

public sealed class IdentityFileTests
{
    [Fact]
    public void An_identity_travels_with_the_comment_that_binds_it()
    {
        using var identity = HybridIdentity.Generate();

        using var file = IdentityFile.Parse(IdentityFile.Write(identity, "manifest-sha256: 0a0b"));

        Assert.Equal(["manifest-sha256: 0a0b"], file.Comments);
        Assert.Equal(identity.Recipient, Assert.IsType<HybridIdentity>(Assert.Single(file.Identities)).Recipient);
    }

    [Fact]
    public void Both_kinds_and_empty_lines_are_read_in_order()
    {
        using var hybrid = HybridIdentity.Generate();
        using var classic = X25519Identity.Generate();

        using var file = IdentityFile.Parse([.. "# a\n\n#b\n"u8, .. classic.EncodeUtf8(), (byte)'\n', .. hybrid.EncodeUtf8()]);

        Assert.Equal(["a", "b"], file.Comments);
        Assert.Collection(file.Identities, first => Assert.IsType<X25519Identity>(first), second => Assert.IsType<HybridIdentity>(second));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("AGE-SECRET-KEY-1\n")]
    [InlineData("key\n")]
    public void Anything_else_is_refused(string text) =>
        Assert.Throws<FormatException>(() => IdentityFile.Parse(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void An_endless_file_is_refused()
    {
        using var identity = X25519Identity.Generate();
        byte[] Lines(int empty) => [.. identity.EncodeUtf8(), .. Enumerable.Repeat((byte)'\n', empty)];

        using var longest = IdentityFile.Parse(Lines(1023));
        Assert.Throws<FormatException>(() => IdentityFile.Parse(Lines(1024)));
    }

    [Fact]
    public void A_comment_cannot_smuggle_a_line()
    {
        using var identity = HybridIdentity.Generate();
        Assert.Throws<ArgumentException>(() => IdentityFile.Write(identity, "a\nAGE-SECRET-KEY-1"));
    }

    [Fact]
    public void A_passphrase_opens_what_it_closed_and_no_other_does()
    {
        var file = AgeFile.EncryptWithPassphrase("roll"u8, "正しい馬"u8.ToArray(), workFactor: 10);
        using var right = new PassphraseIdentity("正しい馬"u8);
        using var wrong = new PassphraseIdentity("wrong"u8);
        using var timid = new PassphraseIdentity("正しい馬"u8, maxWorkFactor: 9);

        Assert.Equal("roll"u8, AgeFile.Decrypt(file, [right]));
        Assert.Equal(AgeFault.NoMatch, Assert.Throws<AgeException>(() => AgeFile.Decrypt(file, [wrong])).Fault);
        Assert.Equal(AgeFault.HeaderFailure, Assert.Throws<AgeException>(() => AgeFile.Decrypt(file, [timid])).Fault);
    }
}
