using System.Security.Cryptography;
using System.Text;

namespace Azukari.Age.Tests;

public sealed class RoundTripTests
{
    public static TheoryData<int> Sizes => [0, 1, 65_535, 65_536, 65_537, 131_072, 32 * 65_536, 32 * 65_536 + 1, 3_000_000];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void What_was_written_is_read_and_a_cut_or_longer_file_is_refused(int size)
    {
        using var identity = HybridIdentity.Generate();
        var plain = RandomNumberGenerator.GetBytes(size);
        var file = AgeFile.Encrypt(plain, identity.Recipient);

        Assert.Equal(plain, AgeFile.Decrypt(file, identity));
        Assert.Equal(AgeFault.PayloadFailure, Assert.Throws<AgeException>(() => AgeFile.Decrypt(file.AsSpan(..^1), identity)).Fault);
        Assert.Equal(AgeFault.PayloadFailure, Assert.Throws<AgeException>(() => AgeFile.Decrypt([.. file, 0], identity)).Fault);
        if (size > 65_536) Assert.Equal(AgeFault.PayloadFailure, Assert.Throws<AgeException>(() => AgeFile.Decrypt(file.AsSpan(..(1627 + 16 + 65_552)), identity)).Fault);
    }

    [Fact]
    public void One_hybrid_stanza_makes_a_header_of_1627_bytes_and_a_second_is_seen()
    {
        using var identity = HybridIdentity.Generate();
        using var other = HybridIdentity.Generate();

        Assert.True(AgeFile.Inspect(new MemoryStream(AgeFile.Encrypt([1], identity.Recipient))).HasExactlyOneHybridStanza);
        Assert.False(AgeFile.Inspect(new MemoryStream(AgeFile.Encrypt([1], identity.Recipient, other.Recipient))).HasExactlyOneHybridStanza);
    }

    [Fact]
    public void An_identity_is_written_in_77_characters_and_read_back()
    {
        using var identity = HybridIdentity.Generate();
        var text = identity.EncodeUtf8();

        using var again = HybridIdentity.Parse(text);

        Assert.Equal(77, text.Length);
        Assert.StartsWith("AGE-SECRET-KEY-PQ-1", Encoding.ASCII.GetString(text), StringComparison.Ordinal);
        Assert.Equal(1959, identity.Recipient.ToString().Length);
        Assert.Equal(identity.Recipient.Raw.ToArray(), HybridRecipient.Parse(Encoding.ASCII.GetBytes(again.Recipient.ToString())).Raw.ToArray());
    }

    [Fact]
    public void Another_identity_finds_no_match_and_every_altered_header_byte_is_refused()
    {
        using var identity = HybridIdentity.Generate();
        using var other = HybridIdentity.Generate();
        var file = AgeFile.Encrypt("secret"u8, identity.Recipient);

        Assert.Equal(AgeFault.NoMatch, Assert.Throws<AgeException>(() => AgeFile.Decrypt(file, other)).Fault);
        for (var index = 0; index < file.Length; index += 7)
        {
            var altered = file.ToArray();
            altered[index] ^= 1;
            Assert.Throws<AgeException>(() => AgeFile.Decrypt(altered, identity));
        }
    }
}
