using Azukari.Protocol.Carriers;

namespace Azukari.Protocol.Tests.Carriers;

/// <summary>A message that goes through a screen, a scanner and a keyboard comes out byte for byte, or not at all.</summary>
public sealed class SymbolTests
{
    private static readonly byte[] Message = Noise(9_000);

    [Fact]
    public void In_any_order_and_more_than_once_it_comes_out_byte_for_byte()
    {
        var collector = new SymbolCollector();
        var symbols = SymbolText.Of(Message);
        Assert.True(symbols.Count > 3);

        foreach (var symbol in symbols.Reverse()) Assert.Equal(SymbolVerdict.Taken, collector.Take(symbol));
        foreach (var symbol in symbols) Assert.Equal(SymbolVerdict.Again, collector.Take(symbol));

        Assert.Equal(Message, collector.Message(Message.Length));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(859)]
    [InlineData(860)]
    [InlineData(861)]
    public void Every_length_survives(int length)
    {
        var message = Noise(length); // What cannot be compressed meets every remainder of five bits.
        var collector = new SymbolCollector();
        foreach (var symbol in SymbolText.Of(message)) collector.Take(symbol);

        Assert.Equal(message, collector.Message(length));
    }

    [Fact]
    public void Only_signs_that_every_keyboard_types_alike_are_used_and_a_symbol_is_no_larger_than_a_scanner_reads()
    {
        foreach (var symbol in SymbolText.Of(Message))
        {
            Assert.Matches("^[A-Z0-9-]+$", symbol);
            Assert.InRange(symbol.Length, 1, 1451); // Version 25 at error correction M, in letters and digits.
        }
    }

    [Fact]
    public void A_scanner_that_types_small_or_wide_letters_is_understood()
    {
        var symbol = SymbolText.Of([1, 2, 3])[0];
        var wide = string.Concat(symbol.Select(c => c == '-' ? 'ー' : (char)(c + 0xFEE0)));

        Assert.Equal(SymbolVerdict.Taken, new SymbolCollector().Take(symbol.ToLowerInvariant() + "\r"));
        Assert.Equal(SymbolVerdict.Taken, new SymbolCollector().Take(wide));
    }

    [Fact]
    public void Whatever_single_sign_is_misread_is_noticed()
    {
        var symbol = SymbolText.Of([1, 2, 3, 4, 5, 6, 7])[0];

        for (var at = 0; at < symbol.Length; at++)
        {
            foreach (var sign in "A7-0")
            {
                if (symbol[at] == sign) continue;
                var misread = symbol[..at] + sign + symbol[(at + 1)..];
                Assert.Contains(new SymbolCollector().Take(misread), new[] { SymbolVerdict.Damaged, SymbolVerdict.NotOurs });
            }
        }
    }

    [Fact]
    public void Symbols_of_two_messages_are_told_apart()
    {
        var collector = new SymbolCollector();
        collector.Take(SymbolText.Of(Message)[0]);

        Assert.Equal(SymbolVerdict.OtherMessage, collector.Take(SymbolText.Of([9, 9, 9])[0]));
        Assert.Equal(SymbolVerdict.NotOurs, collector.Take("https://example.invalid"));
        Assert.Equal(1, collector.Count - collector.Missing.Count());
    }

    [Fact]
    public void What_is_missing_is_named_and_nothing_comes_out_before()
    {
        var symbols = SymbolText.Of(Message);
        var collector = new SymbolCollector();
        foreach (var symbol in symbols.Where((_, index) => index != 1)) collector.Take(symbol);

        Assert.Equal([2], collector.Missing);
        Assert.Throws<InvalidOperationException>(() => collector.Message(Message.Length));
    }

    [Fact]
    public void A_message_that_would_take_too_many_is_refused_and_so_is_one_that_unpacks_to_more_than_allowed()
    {
        Assert.Equal(ProtocolFault.TooLarge, Assert.Throws<ProtocolException>(() => SymbolText.Of(Noise(SymbolText.MostSymbols * SymbolText.BytesEach + 1))).Fault);

        var collector = new SymbolCollector();
        foreach (var symbol in SymbolText.Of(new byte[5_000_000])) collector.Take(symbol);
        Assert.Equal(ProtocolFault.TooLarge, Assert.Throws<ProtocolException>(() => collector.Message(1_000_000)).Fault);
    }

    [Theory]
    [InlineData("AZ1-")]
    [InlineData("AZ1-AAAAAAAAAA-1-1-")]
    [InlineData("AZ1-AAAAAAAAAA-0-1-AA-AAAA")]
    [InlineData("AZ1-AAAAAAAAAA-1-99999999999-AA-AAAA")]
    public void Broken_symbols_are_read_as_broken(string line) => Assert.Equal(SymbolVerdict.Damaged, new SymbolCollector().Take(line));

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(length).NextBytes(noise);
        return noise;
    }
}
