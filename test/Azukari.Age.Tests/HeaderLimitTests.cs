using System.Text;

namespace Azukari.Age.Tests;

public sealed class HeaderLimitTests
{
    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void Stanzas_are_counted(int stanzas, bool accepted) =>
        AssertAccepted(accepted, Header([.. Enumerable.Repeat(new Stanza([[(byte)'g']], []), stanzas)]));

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Arguments_are_counted(int arguments, bool accepted) =>
        AssertAccepted(accepted, Header([new Stanza([.. Enumerable.Repeat("g"u8.ToArray(), arguments)], [])]));

    [Theory]
    [InlineData(65536, true)]
    [InlineData(65537, false)]
    public void A_header_has_a_largest_size(int size, bool accepted)
    {
        var frame = Header([new Stanza([[(byte)'g']], [])]).Length - 1;
        AssertAccepted(accepted, Header([new Stanza([Encoding.ASCII.GetBytes(new string('g', size - frame))], [])]));
    }

    [Fact]
    public void An_endless_source_without_a_header_is_given_up_after_the_limit()
    {
        using var endless = new EndlessStream();

        Assert.Throws<AgeException>(() => AgeFile.OpenReader(endless, []));
        Assert.InRange(endless.Taken, 1, 2 * 65536);
    }

    private static byte[] Header(IReadOnlyList<Stanza> stanzas) => HeaderWriter.Write(stanzas, new byte[16]);

    private static void AssertAccepted(bool accepted, byte[] header)
    {
        byte[] file = [.. header, .. new byte[32]];
        if (accepted)
        {
            Assert.Equal(header.Length, AgeFile.Inspect(new MemoryStream(file)).HeaderSize);
            Assert.Equal(header, AgeHeader.Split(file.AsMemory()).Header.ToArray());
        }
        else
        {
            Assert.Equal(AgeFault.HeaderFailure, Assert.Throws<AgeException>(() => AgeFile.Inspect(new MemoryStream(file))).Fault);
            Assert.Equal(AgeFault.HeaderFailure, Assert.Throws<AgeException>(() => AgeHeader.Split(file.AsMemory())).Fault);
        }
    }

    private sealed class EndlessStream : MemoryStream
    {
        public int Taken { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'a');
            Taken += buffer.Length;
            return buffer.Length;
        }
    }
}
