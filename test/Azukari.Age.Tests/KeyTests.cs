using System.Text;

namespace Azukari.Age.Tests;

public sealed class KeyTests
{
    [Fact]
    public void Keys_have_one_spelling_each_way()
    {
        using var hybrid = HybridIdentity.Generate();
        using var classic = X25519Identity.Generate();

        Assert.StartsWith("AGE-SECRET-KEY-PQ-1", Encoding.ASCII.GetString(hybrid.EncodeUtf8()), StringComparison.Ordinal);
        Assert.StartsWith("AGE-SECRET-KEY-1", Encoding.ASCII.GetString(classic.EncodeUtf8()), StringComparison.Ordinal);
        Assert.Equal(1959, hybrid.Recipient.ToString().Length);
        Assert.Equal(62, classic.Recipient.ToString().Length);
        Assert.Equal(hybrid.Recipient, AgeRecipient.Parse(Encoding.ASCII.GetBytes(hybrid.Recipient.ToString())));
        Assert.Equal(classic.Recipient, AgeRecipient.Parse(Encoding.ASCII.GetBytes(classic.Recipient.ToString())));
        using var again = HybridIdentity.Parse(hybrid.EncodeUtf8());
        using var classicAgain = X25519Identity.Parse(classic.EncodeUtf8());
        Assert.Equal(hybrid.Recipient, again.Recipient);
        Assert.Equal(classic.Recipient, classicAgain.Recipient);
        Assert.Equal(1216, hybrid.Recipient.Raw.Length);
        Assert.Equal(32, classic.Recipient.Raw.Length);
    }

    [Fact]
    public void A_mistyped_identity_is_refused_and_not_repeated()
    {
        using var identity = HybridIdentity.Generate();
        var text = identity.EncodeUtf8();
        for (var at = 0; at < text.Length; at++)
        {
            var wrong = (byte[])text.Clone();
            wrong[at] = wrong[at] == (byte)'Q' ? (byte)'P' : (byte)'Q';
            var refusal = Assert.Throws<FormatException>(() => AgeIdentity.Parse(wrong));
            Assert.DoesNotContain("KEY-", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Another_case_length_or_kind_is_refused()
    {
        using var hybrid = HybridIdentity.Generate();
        using var classic = X25519Identity.Generate();
        var text = Encoding.ASCII.GetString(hybrid.EncodeUtf8());
        var recipient = hybrid.Recipient.ToString();
        string[] identities = [text.ToLowerInvariant(), text + "Q", text[..^1], " " + text, text + "\n", "", "AGE-SECRET-KEY-PQ-1"];
        string[] recipients = [recipient.ToUpperInvariant(), recipient + "q", recipient[..^1], recipient + "\r", "", "age1", "age1pq1", "age1tag1qqq"];

        Assert.All(identities, wrong => Assert.Throws<FormatException>(() => HybridIdentity.Parse(Encoding.ASCII.GetBytes(wrong))));
        Assert.All(recipients, wrong => Assert.Throws<FormatException>(() => AgeRecipient.Parse(Encoding.ASCII.GetBytes(wrong))));
        Assert.Throws<FormatException>(() => HybridIdentity.Parse(classic.EncodeUtf8()));
        Assert.Throws<FormatException>(() => X25519Identity.Parse(hybrid.EncodeUtf8()));
        Assert.Throws<FormatException>(() => X25519Recipient.Parse(Encoding.ASCII.GetBytes(recipient)));
    }

    [Fact]
    public void The_bits_that_pad_the_last_symbol_are_zero()
    {
        var padded = new byte[Bech32.EncodedLength(3, 32)];
        Bech32.Encode("age"u8, new byte[32], padded);
        Assert.True(Bech32.TryDecode(WithChecksum(padded), "age"u8, new byte[32]));
        for (var symbol = 1; symbol < 16; symbol++)
        {
            var wrong = (byte[])padded.Clone();
            wrong[^7] = "qpzry9x8gf2tvdw0"u8[symbol]; // only the four padding bits of the last data symbol are set
            Assert.False(Bech32.TryDecode(WithChecksum(wrong), "age"u8, new byte[32]));
        }
    }

    [Fact]
    public void Degenerate_recipients_are_refused_at_the_door()
    {
        using var good = HybridIdentity.Generate();
        var lowOrder = good.Recipient.Raw.ToArray();
        lowOrder.AsSpan(1184).Clear();
        var overModulus = good.Recipient.Raw.ToArray();
        overModulus.AsSpan(0, 3).Fill(0xff);

        Assert.Throws<FormatException>(() => AgeRecipient.Parse(Text("age", new byte[32])));
        Assert.Throws<FormatException>(() => AgeRecipient.Parse(Text("age1pq", lowOrder)));
        Assert.Throws<FormatException>(() => AgeRecipient.Parse(Text("age1pq", overModulus)));
    }

    [Fact]
    public void A_classic_key_may_go_on_as_the_other_kinds_name_does()
    {
        var raw = Enumerable.Range(0, 32).Select(at => (byte)(7 * at)).ToArray();
        raw[0] = 0b00001_000; // p, and with the next two bits q: one key in 1,024 begins so.
        raw[1] &= 0b00_111111;
        var text = Text("age", raw);

        Assert.StartsWith("age1pq", Encoding.ASCII.GetString(text), StringComparison.Ordinal);
        Assert.Equal(raw, Assert.IsType<X25519Recipient>(AgeRecipient.Parse(text)).Raw.ToArray());
    }

    [Fact]
    public void A_recipient_can_be_tried()
    {
        using var identity = HybridIdentity.Generate();
        var text = Encoding.ASCII.GetBytes(identity.Recipient.ToString());

        Assert.True(HybridRecipient.TryParse(text, out var recipient));
        Assert.Equal(identity.Recipient, recipient);
        Assert.False(HybridRecipient.TryParse(text.AsSpan(1), out _));
    }

    [Fact]
    public void A_disposed_identity_opens_nothing()
    {
        var identity = HybridIdentity.Generate();
        var file = AgeFile.Encrypt([], [identity.Recipient]);
        identity.Dispose();
        identity.Dispose();

        Assert.Throws<ObjectDisposedException>(() => AgeFile.Decrypt(file, [identity]));
        Assert.Throws<ObjectDisposedException>(() => identity.EncodeUtf8());
    }

    [Fact]
    public void Secret_bytes_are_zero_after_their_end()
    {
        var secret = new SecretBytes([1, 2, 3]);
        var view = secret.Span;
        secret.Dispose();

        Assert.Equal([0, 0, 0], view.ToArray());
    }

    private static byte[] Text(string prefix, byte[] raw)
    {
        var text = new byte[Bech32.EncodedLength(prefix.Length, raw.Length)];
        Bech32.Encode(Encoding.ASCII.GetBytes(prefix), raw, text);
        return text;
    }

    // The checksum of BIP 173, written a second time and plainly, over symbols whose padding our encoder would never set.
    private static byte[] WithChecksum(byte[] text)
    {
        const string alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
        var symbols = text[4..^6].Select(c => alphabet.IndexOf((char)c, StringComparison.Ordinal)).ToList();
        List<int> all = [.. "age".Select(c => c >> 5), 0, .. "age".Select(c => c & 31), .. symbols, 0, 0, 0, 0, 0, 0];
        uint[] generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
        var sum = 1u;
        foreach (var value in all)
        {
            var top = sum >> 25;
            sum = ((sum & 0x1ffffff) << 5) ^ (uint)value;
            for (var i = 0; i < 5; i++)
            {
                sum ^= ((top >> i) & 1) == 1 ? generator[i] : 0;
            }
        }

        sum ^= 1;
        return [.. text[..^6], .. Enumerable.Range(0, 6).Select(i => (byte)alphabet[(int)(sum >> (5 * (5 - i))) & 31])];
    }
}
