namespace Azukari.TransparencyLog.Tests;

public sealed class EntryBundleTests
{
    private static readonly ReadOnlyMemory<byte>[] Entries = [new byte[] { 1, 2, 3 }, ReadOnlyMemory<byte>.Empty, new byte[EntryBundle.LongestEntry]];

    [Fact]
    public void An_entry_is_preceded_by_its_length_big_endian() =>
        Assert.Equal([0, 3, 1, 2, 3, 0, 0], EntryBundle.Write(Entries[..2]));

    [Fact]
    public void Reading_gives_what_was_written()
    {
        byte[] bundle = EntryBundle.Write(Entries);
        var read = EntryBundle.Read(bundle, 3);
        Assert.Equal(Entries.Select(entry => entry.ToArray()), read.Select(entry => entry.ToArray()));
        Assert.Equal(bundle, EntryBundle.Write(read));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_bundle_of_another_width_is_refused(int width) =>
        Keys.Refused(LogFault.Bundle, () => EntryBundle.Read(EntryBundle.Write(Entries[..2]), width));

    [Fact]
    public void A_bundle_cut_anywhere_is_refused()
    {
        byte[] bundle = EntryBundle.Write(Entries[..2]);
        for (int length = 0; length < bundle.Length; length++)
        {
            Keys.Refused(LogFault.Bundle, () => EntryBundle.Read(bundle.AsMemory(0, length), 2));
        }
    }

    [Fact]
    public void What_no_bundle_can_hold_is_a_bug()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EntryBundle.Write([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => EntryBundle.Write([new byte[EntryBundle.LongestEntry + 1]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => EntryBundle.Write([.. Enumerable.Repeat(ReadOnlyMemory<byte>.Empty, 257)]));
    }
}
