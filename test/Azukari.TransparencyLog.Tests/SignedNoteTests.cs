using System.Text;

namespace Azukari.TransparencyLog.Tests;

public sealed class SignedNoteTests
{
    private const string Line = "— log.example/city 0hRoZQECAwQ=\n";
    private static readonly byte[] Text = "one\n\ntwo 預かり\n"u8.ToArray();

    [Theory]
    [InlineData("a\n\n" + Line)]
    [InlineData("a\n\n\n" + Line)]
    [InlineData("a\n\nb\n\n" + Line + Line)]
    [InlineData("\n\n" + Line)]
    [InlineData("預かり\n\n— 預かり 0hRoZQ8=\n")]
    [InlineData("— log.example/city 0hRoZQECAwQ=\n\n" + Line)]
    public void What_is_read_is_written_back_byte_for_byte(string note)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(note);
        Assert.Equal(bytes, SignedNote.Parse(bytes).ToBytes());
    }

    [Fact]
    public void The_text_ends_at_the_last_empty_line() =>
        Assert.Equal("a\n\n— x AAAAAAE=\n"u8, SignedNote.Parse("a\n\n— x AAAAAAE=\n\n— x AAAAAAE=\n"u8).Text.Span);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData("a\n")]
    [InlineData("a\n\n")]
    [InlineData("a\n" + Line)]
    [InlineData("\n" + Line)]
    [InlineData("a\r\n\n" + Line)]
    [InlineData("a\t\n\n" + Line)]
    [InlineData("a\0\n\n" + Line)]
    [InlineData("a\n\n" + Line + "\n")]
    [InlineData("a\n\n— log.example/city 0hRoZQECAwQ=")]
    [InlineData("a\n\n— log.example/city 0hRoZQECAwQ=\r\n")]
    [InlineData("a\n\n— log.example/city 0hRoZQECAwQ= \n")]
    [InlineData("a\n\n— log.example/city  0hRoZQECAwQ=\n")]
    [InlineData("a\n\n—  log.example/city 0hRoZQECAwQ=\n")]
    [InlineData("a\n\n - log.example/city 0hRoZQECAwQ=\n")]
    [InlineData("a\n\n- log.example/city 0hRoZQECAwQ=\n")]
    [InlineData("a\n\n– log.example/city 0hRoZQECAwQ=\n")]
    [InlineData("a\n\n— log.example+city 0hRoZQECAwQ=\n")]
    [InlineData("a\n\n— log\u00a0example 0hRoZQECAwQ=\n")]
    [InlineData("a\n\n— log\u3000example 0hRoZQECAwQ=\n")]
    [InlineData("a\n\n— log\u0085example 0hRoZQECAwQ=\n")]
    [InlineData("a\n\n— 0hRoZQECAwQ=\n")]
    [InlineData("a\n\n—  0hRoZQECAwQ=\n")]
    [InlineData("a\n\n— log.example/city \n")]
    [InlineData("a\n\n— log.example/city\n")]
    [InlineData("a\n\n— log.example/city 0hRoZQ==\n")]
    [InlineData("a\n\n— log.example/city 0hRo\n")]
    [InlineData("a\n\n— log.example/city 0hRoZQECAwR=\n")]
    [InlineData("a\n\n— log.example/city 0hRoZQECAwQ\n")]
    [InlineData("a\n\n— log.example/city 0hRoZQEC-_Q=\n")]
    [InlineData("a\n\n— log.example/city 0hRo ZQECAwQ=\n")]
    [InlineData("a\n\n— log.example/city 0hRoZQECAwQ=0hRoZQECAwQ=\n")]
    public void A_malformed_note_is_refused(string note) => Keys.Refused(LogFault.Note, () => SignedNote.Parse(Encoding.UTF8.GetBytes(note)));

    [Fact]
    public void A_note_that_is_not_UTF8_is_refused()
    {
        byte[] tail = Encoding.UTF8.GetBytes("\n\n" + Line);
        Keys.Refused(LogFault.Note, () => SignedNote.Parse([0xff, .. tail]));
        Keys.Refused(LogFault.Note, () => SignedNote.Parse([0xed, 0xa0, 0x80, .. tail])); // a surrogate
        Keys.Refused(LogFault.Note, () => SignedNote.Parse([0xc1, 0xa1, .. tail])); // an overlong a
    }

    [Fact]
    public void A_hundred_signatures_are_read_and_one_more_is_refused()
    {
        byte[] Note(int lines) => Encoding.UTF8.GetBytes("a\n\n" + string.Concat(Enumerable.Repeat(Line, lines)));
        Assert.Equal(100, SignedNote.Parse(Note(100)).Signatures.Count);
        Keys.Refused(LogFault.Note, () => SignedNote.Parse(Note(101)));
    }

    [Fact]
    public void A_signed_note_names_its_signer()
    {
        SignedNote note = SignedNote.Parse(new SignedNote(Text, [Keys.Log.Sign(Text)]).ToBytes());
        var signature = Assert.Single(note.Verify(Keys.Log.Verifier));
        Assert.Equal(Keys.Log.Verifier, signature.By);
        Assert.Null(signature.Time);
    }

    [Fact]
    public void Unknown_keys_are_ignored_even_with_a_known_name_or_a_known_id()
    {
        NoteSignature good = Keys.Log.Sign(Text);
        NoteSignature[] strange = [new(good.Name, good.KeyId + 1, new byte[64]), new("other.example", good.KeyId, new byte[64]), Keys.City.Cosign(Text, 5)];
        Assert.Single(new SignedNote(Text, [.. strange, good]).Verify(Keys.Log.Verifier));
    }

    [Fact]
    public void A_known_key_whose_signature_fails_condemns_the_whole_note()
    {
        NoteSignature good = Keys.Log.Sign(Text);
        NoteSignature bad = new(good.Name, good.KeyId, new byte[64]);
        Keys.Refused(LogFault.Signature, () => new SignedNote(Text, [good, bad]).Verify(Keys.Log.Verifier));
        Keys.Refused(LogFault.Signature, () => new SignedNote(Text, [bad, Keys.City.Cosign(Text, 5)]).Verify(Keys.Log.Verifier, Keys.City.Verifier));
        Keys.Refused(LogFault.Signature, () => new SignedNote(Text, [new(good.Name, good.KeyId, good.Signature[..63])]).Verify(Keys.Log.Verifier));
        Keys.Refused(LogFault.Signature, () => new SignedNote("another\n"u8, [good]).Verify(Keys.Log.Verifier));
    }

    [Fact]
    public void A_note_that_nobody_known_signed_is_refused() =>
        Keys.Refused(LogFault.Unsigned, () => new SignedNote(Text, [Keys.Log.Sign(Text)]).Verify(Keys.City.Verifier));

    [Fact]
    public void Any_flipped_bit_of_a_signed_note_is_noticed()
    {
        byte[] note = new SignedNote(Text, [Keys.Log.Sign(Text)]).ToBytes();
        for (int i = 0; i < note.Length; i++)
        {
            byte[] flipped = [.. note];
            flipped[i] ^= 1;
            Assert.Throws<LogException>(() => SignedNote.Parse(flipped).Verify(Keys.Log.Verifier));
        }
    }

    [Fact]
    public void What_cannot_be_a_note_is_a_bug()
    {
        NoteSignature line = Keys.Log.Sign(Text);
        Assert.Throws<ArgumentException>(() => new SignedNote("no newline"u8, [line]));
        Assert.Throws<ArgumentException>(() => new SignedNote("tab\t\n"u8, [line]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SignedNote(Text, []));
        Assert.Throws<ArgumentException>(() => new NoteSignature("a b", 1, new byte[1]));
        Assert.Throws<ArgumentException>(() => new NoteSignature("\ud800", 1, new byte[1]));
        Assert.Throws<ArgumentException>(() => new NoteSignature("a", 1, ReadOnlyMemory<byte>.Empty));
    }
}
