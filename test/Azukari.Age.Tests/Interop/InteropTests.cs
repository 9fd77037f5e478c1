using System.Text;

namespace Azukari.Age.Tests;

public sealed class InteropTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(131072)]
    public void The_TypeScript_age_opens_our_post_quantum_files(int size)
    {
        using var identity = HybridIdentity.Generate();
        var plaintext = Sizes.Plaintext(size);

        Assert.Equal(plaintext, Peer.TypeScript("open", identity.EncodeUtf8(), AgeFile.Encrypt(plaintext, [identity.Recipient])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(131072)]
    public void We_open_post_quantum_files_of_the_TypeScript_age(int size)
    {
        using var identity = HybridIdentity.Generate();
        var plaintext = Sizes.Plaintext(size);

        var file = Peer.TypeScript("seal", Encoding.ASCII.GetBytes(identity.Recipient.ToString()), plaintext);

        Assert.Equal(plaintext, AgeFile.Decrypt(file, [identity]));
        Assert.True(AgeFile.Inspect(new MemoryStream(file)).HasExactlyOneHybridStanza);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65537)]
    public void The_TypeScript_age_and_we_open_each_others_classic_files(int size)
    {
        using var identity = X25519Identity.Generate();
        var plaintext = Sizes.Plaintext(size);

        Assert.Equal(plaintext, Peer.TypeScript("open", identity.EncodeUtf8(), AgeFile.Encrypt(plaintext, [identity.Recipient])));
        Assert.Equal(plaintext, AgeFile.Decrypt(Peer.TypeScript("seal", Encoding.ASCII.GetBytes(identity.Recipient.ToString()), plaintext), [identity]));
    }

    [Fact]
    public void The_TypeScript_age_derives_the_same_recipients()
    {
        using var hybrid = HybridIdentity.Generate();
        using var classic = X25519Identity.Generate();

        Assert.Equal(hybrid.Recipient.ToString(), Encoding.ASCII.GetString(Peer.TypeScript("recipient", hybrid.EncodeUtf8(), [])));
        Assert.Equal(classic.Recipient.ToString(), Encoding.ASCII.GetString(Peer.TypeScript("recipient", classic.EncodeUtf8(), [])));
    }

    [Fact]
    public void Passphrases_work_to_and_fro()
    {
        using var identity = new PassphraseIdentity("正しい馬"u8);

        Assert.Equal("key"u8, Peer.TypeScript("reopen", "正しい馬"u8, AgeFile.EncryptWithPassphrase("key"u8, "正しい馬"u8.ToArray(), workFactor: 10)));
        Assert.Equal("key"u8, AgeFile.Decrypt(Peer.TypeScript("close", "正しい馬"u8, "key"u8), [identity]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(131072)]
    public void Stock_age_and_we_open_each_others_classic_files(int size)
    {
        using var identity = X25519Identity.Generate();
        var plaintext = Sizes.Plaintext(size);
        var keyFile = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(keyFile, identity.EncodeUtf8());
            Assert.Equal(plaintext, Peer.Stock(["-d", "-i", keyFile], AgeFile.Encrypt(plaintext, [identity.Recipient])));
            Assert.Equal(plaintext, AgeFile.Decrypt(Peer.Stock(["-r", identity.Recipient.ToString()], plaintext), [identity]));
            var armored = Peer.Stock(["-a", "-r", identity.Recipient.ToString()], plaintext);
            Assert.Equal(armored, AgeArmor.Encode(AgeArmor.Decode(armored)));
        }
        finally
        {
            File.Delete(keyFile);
        }
    }
}
