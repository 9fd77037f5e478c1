namespace Azukari.Age.Tests;

public sealed class DetachedHeaderTests
{
    [Fact]
    public void Header_and_remainder_make_the_file_again_for_every_reader()
    {
        using var identity = HybridIdentity.Generate();
        var plaintext = Sizes.Plaintext(200_000);
        var file = AgeFile.Encrypt(plaintext, [identity.Recipient]);

        var (header, remainder) = AgeHeader.Split(file.AsMemory());

        Assert.Equal(1627, header.Length);
        Assert.Equal(plaintext, ReadAll(AgeFile.OpenReader(AgeHeader.Join(header, new MemoryStream(remainder.ToArray())), [identity])));
        Assert.Equal(plaintext, ReadAll(AgeFile.OpenSeekable(AgeHeader.Join(header, new MemoryStream(remainder.ToArray())), [identity])));
    }

    [Fact]
    public void A_stream_is_left_where_its_remainder_begins()
    {
        using var identity = HybridIdentity.Generate();
        var file = AgeFile.Encrypt("roll"u8, [identity.Recipient]);
        using var source = new MemoryStream(file);

        var header = AgeHeader.Split(source);

        Assert.Equal(file[..1627], header);
        Assert.Equal(1627, source.Position);
        Assert.Equal("roll"u8, ReadAll(AgeFile.OpenReader(AgeHeader.Join(header, source), [identity])));
    }

    [Fact]
    public void Another_files_header_does_not_open_this_remainder()
    {
        using var identity = HybridIdentity.Generate();
        var (header, _) = AgeHeader.Split(AgeFile.Encrypt("one"u8, [identity.Recipient]).AsMemory());
        var (_, remainder) = AgeHeader.Split(AgeFile.Encrypt("two"u8, [identity.Recipient]).AsMemory());

        Assert.Equal(AgeFault.PayloadFailure, Assert.Throws<AgeException>(() => AgeFile.Decrypt([.. header.Span, .. remainder.Span], [identity])).Fault);
    }

    [Fact]
    public void Only_a_header_and_nothing_more_can_be_joined()
    {
        using var identity = HybridIdentity.Generate();
        var file = AgeFile.Encrypt("roll"u8, [identity.Recipient]);

        foreach (var size in new[] { 0, 1626, 1628, file.Length })
        {
            Assert.Equal(AgeFault.HeaderFailure, Assert.Throws<AgeException>(() => AgeHeader.Join(file.AsMemory(0, size), Stream.Null)).Fault);
        }
    }

    private static byte[] ReadAll(Stream reader)
    {
        using var read = new MemoryStream();
        reader.CopyTo(read);
        return read.ToArray();
    }
}
