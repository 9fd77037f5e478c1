using Azukari.Cli.Carriers;
using Azukari.Cli.Front;
using Azukari.Protocol.Carriers;
using Azukari.Protocol.Ledger;
using Azukari.Testing;

namespace Azukari.Cli.Tests.Carriers;

/// <summary>A message that people carry: as a file, or as symbols that a scanner types.</summary>
public sealed class CarriedTests : IDisposable
{
    private static readonly Message Message = new(new("town"), 0, [], [[1, 2, 3]], [Noise(3_000)], null);

    private readonly TempFolder folder = new();

    [Fact]
    public async Task A_file_and_a_scanner_bring_the_same_message()
    {
        await Carried.WriteAsync(folder.File("m.json"), Message, CancellationToken.None);
        var typed = string.Join("\r\n", SymbolText.Of(Message.Write()).Reverse().Prepend("").Append(""));

        var byFile = await Carried.ReadAsync(folder.File("m.json"), CancellationToken.None);
        var byScanner = await TypedAsync(typed);

        Assert.Equal(Message.Write(), byFile.Write());
        Assert.Equal(Message.Write(), byScanner.Write());
    }

    [Fact]
    public async Task A_scanner_that_stops_too_early_is_told_what_is_missing_and_nothing_is_taken()
    {
        var symbols = SymbolText.Of(Message.Write());

        var stop = await Assert.ThrowsAsync<StopException>(() => TypedAsync(string.Join('\n', symbols.Skip(1))));
        var none = await Assert.ThrowsAsync<StopException>(() => TypedAsync("\n"));

        Assert.Equal(ExitCode.BadInput, stop.Code);
        Assert.Contains(": 1", stop.Why.Single().En, StringComparison.Ordinal);
        Assert.Contains("no symbol", none.Why.Single().En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawing_leaves_one_picture_a_symbol_and_none_of_an_earlier_message()
    {
        await File.WriteAllTextAsync(folder.File("symbol-099.png"), "of an earlier one");

        await Carried.WriteAsync($"qr:{folder.FullPath}", Message, CancellationToken.None);

        Assert.Equal(SymbolText.Of(Message.Write()).Count, Directory.GetFiles(folder.FullPath, "symbol-*.png").Length);
        Assert.DoesNotContain("http", (await File.ReadAllTextAsync(folder.File("symbols.html"))).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, (await Assert.ThrowsAsync<StopException>(() => Carried.WriteAsync("qr", Message, CancellationToken.None))).Code);
    }

    [Fact]
    public async Task What_is_too_much_for_symbols_says_what_to_do()
    {
        var noise = Noise(SymbolText.MostSymbols * SymbolText.BytesEach * 2);

        var stop = await Assert.ThrowsAsync<StopException>(() => Carried.WriteAsync($"qr:{folder.FullPath}", Message with { Papers = [noise] }, CancellationToken.None));

        Assert.Contains("--after", stop.Why.Single().NextEn, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.FullPath));
    }

    public void Dispose() => folder.Dispose();

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(length).NextBytes(noise);
        return noise;
    }

    private static async Task<Message> TypedAsync(string typed)
    {
        var (input, before) = (new StringReader(typed), Console.In);
        try
        {
            Console.SetIn(input);
            return await Carried.ReadAsync("qr", CancellationToken.None);
        }
        finally
        {
            Console.SetIn(before);
        }
    }
}
