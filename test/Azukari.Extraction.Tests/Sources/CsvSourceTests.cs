using System.Text;
using Azukari.Extraction.Csv;
using Azukari.Extraction.Packaging;
using Azukari.Extraction.Sources;
using Azukari.Testing;

namespace Azukari.Extraction.Tests.Sources;

public sealed class CsvSourceTests
{
    private static readonly DatasetShape Shape = new("residents", "people", "id", ["id", "name"]);

    public static TheoryData<string, SourceFault, int, int> Malformed => new()
    {
        { "id,name\r\n1,\"a\r\n", SourceFault.QuoteNotClosed, 2, 3 },
        { "id,name\r\n1,a\"b\r\n", SourceFault.QuoteInPlainField, 2, 4 },
        { "id,name\r\n1,\"a\"b\r\n", SourceFault.TextAfterQuote, 2, 6 },
        { "id,name\r\n1,\"a\" ,\r\n", SourceFault.TextAfterQuote, 2, 6 },
        { "id,name\r\n1,a\r2,b\r\n", SourceFault.LoneCarriageReturn, 2, 4 },
        { "id,name\r\n1,a\r", SourceFault.LoneCarriageReturn, 2, 4 },
        { "id,name\r\n1\r\n", SourceFault.TooFewFields, 2, 2 },
        { "id,name\r\n1,a\r\n\r\n", SourceFault.TooFewFields, 3, 1 },
        { "id,name\r\n1,a,\r\n", SourceFault.TooManyFields, 2, 5 },
        { "id,name\r\n1,\"two\r\nlines\"\r\n2\r\n", SourceFault.TooFewFields, 4, 2 },
        { "id,name\r\n1,髙﨑邉𠮷\"\r\n", SourceFault.QuoteInPlainField, 2, 7 },
        { "id,name\n1,a\n2,\"b\n\nc\"d", SourceFault.TextAfterQuote, 5, 3 },
        { "id,name\r\n1,a\0b\r\n", SourceFault.NulCharacter, 2, 4 },
        { "id,name\r\n,a\r\n", SourceFault.NoPersonKey, 2, 1 },
        { "name,id\r\nab,\"\"\r\n", SourceFault.NoPersonKey, 2, 4 },
        { "name,id\r\n\"a\r\nb\",\r\n", SourceFault.NoPersonKey, 3, 4 },
        { "id,\"name\r\n", SourceFault.QuoteNotClosed, 1, 4 },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_malformed_file_is_refused_with_its_place(string text, SourceFault fault, int line, int column)
    {
        var refused = await Assert.ThrowsAsync<SourceException>(() => ReadAsync(text));

        Assert.Equal(("residents", fault, line, column), (refused.Dataset, refused.Fault, (int)refused.Line, (int)refused.Column));
        Assert.StartsWith($"residents: line {line}, column {column}: ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task The_place_is_the_same_however_the_bytes_come_in_pieces(string text, SourceFault fault, int line, int column)
    {
        for (var piece = 1; piece < 8; piece++)
        {
            var reader = new RecordReader(Shape, new Trickle(Encoding.UTF8.GetBytes(text), piece));
            var refused = await Assert.ThrowsAsync<SourceException>(() => ReadToEndAsync(reader));

            Assert.Equal((fault, line, column), (refused.Fault, (int)refused.Line, (int)refused.Column));
        }
    }

    [Theory]
    [InlineData("\uFEFFid,name\r\n1,\"a\"\"髙\r\n\"\r\n2,\n3,\"\"")]
    [InlineData("name,x,id\n\"a\"\"髙\r\n\",\"\"\"\",1\n,,2\r\n\"\",,3\n")]
    public async Task The_rows_are_the_same_however_the_bytes_come_in_pieces(string text)
    {
        for (var piece = 1; piece < 8; piece++)
        {
            var reader = new RecordReader(Shape, new Trickle(Encoding.UTF8.GetBytes(text), piece));

            Assert.Equal("1,\"a\"\"髙\r\n\"\r\n2,\r\n3,\"\"\r\n", await ReadToEndAsync(reader));
        }
    }

    [Theory]
    [InlineData("", SourceFault.NoHeader, null)]
    [InlineData("\uFEFF", SourceFault.NoHeader, null)]
    [InlineData("id,Name\r\n", SourceFault.MissingField, "name")]
    [InlineData("id, name\r\n", SourceFault.MissingField, "name")]
    [InlineData("id,name,name\r\n", SourceFault.AmbiguousField, "name")]
    public async Task A_header_without_the_permitted_fields_is_refused_by_name(string text, SourceFault fault, string? field)
    {
        var refused = await Assert.ThrowsAsync<SourceException>(() => ReadAsync(text));

        Assert.Equal((fault, field), (refused.Fault, refused.Field));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF }, 3)]
    [InlineData(new byte[] { 0xE9, 0xAB }, 3)]
    [InlineData(new byte[] { 0x95, 0xD3 }, 3)] // 辺 in Shift_JIS
    [InlineData(new byte[] { 0xE9, 0xAB, 0x99, 0xC0, 0xAF }, 4)]
    public async Task Bytes_that_are_not_UTF8_are_refused_with_their_place(byte[] cell, int column)
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("residents.csv"), [.. "id,name\r\n1,"u8, .. cell, .. "\r\n"u8]);

        var refused = await Assert.ThrowsAsync<SourceException>(() => WriteAsync(folder));

        Assert.Equal((SourceFault.NotUtf8, 2, column), (refused.Fault, (int)refused.Line, (int)refused.Column));
    }

    [Fact]
    public async Task A_refusal_never_repeats_what_a_cell_holds()
    {
        foreach (var (text, _, _, _) in Malformed.Select(row => row.Data))
        {
            var named = text.Replace("a", "山田太郎", StringComparison.Ordinal).Replace("n山田太郎me", "name", StringComparison.Ordinal);
            var refused = await Assert.ThrowsAsync<SourceException>(() => ReadAsync(named));

            Assert.DoesNotContain("山田", refused.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("id,name\n1,a\n2,\n")]
    [InlineData("id,name\r\n1,a\r\n2,")]
    [InlineData("\uFEFFname,id\r\na,1\r\n,2\r\n")]
    [InlineData("id,x,\"name\"\r\n\"1\",\"\"\"\",\"a\"\r\n2,,\r\n")]
    [InlineData("name,x,id\na,\"\n\",1\n,,2\n")]
    public async Task What_RFC_4180_leaves_open_is_read_to_one_spelling(string text)
    {
        Assert.Equal("id,name\r\n1,a\r\n2,\r\n", await ReadAsync(text));
    }

    [Theory]
    [InlineData(262_000)]
    [InlineData(262_140)]
    [InlineData(262_144)]
    [InlineData(700_000)]
    public async Task A_record_that_crosses_a_buffer_is_read_whole(int length)
    {
        var text = $"id,name\r\n1,\"{new string('x', length)}\"\"\r\n\"\r\n2,\"\"\r\n";

        Assert.Equal(text, await ReadAsync(text));
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_does_not_draw_the_file_into_memory()
    {
        var refused = await Assert.ThrowsAsync<SourceException>(() => ReadAsync("id,name\r\n1,\"" + new string('x', 5 << 20)));

        Assert.Equal(SourceFault.RecordTooLong, refused.Fault);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused_without_its_path()
    {
        using var folder = new TempFolder();

        var refused = await Assert.ThrowsAsync<SourceException>(() => WriteAsync(folder));

        Assert.Equal(SourceFault.Unreadable, refused.Fault);
        Assert.DoesNotContain(folder.FullPath, refused.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(string text)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("residents.csv"), text);
        return Members.Texts(await WriteAsync(folder)).First();
    }

    private static async Task<string> ReadToEndAsync(RecordReader reader)
    {
        var rows = new CsvText();
        await reader.ReadHeaderAsync(TestContext.Current.CancellationToken);
        do
        {
            while (reader.TryRead())
                rows.Append(reader.Row);
        }
        while (await reader.FillAsync(TestContext.Current.CancellationToken));
        return Encoding.UTF8.GetString(rows.Span);
    }

    /// <summary>Gives a few bytes at a time, as a network does.</summary>
    private sealed class Trickle(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }

    private static async Task<byte[]> WriteAsync(TempFolder folder)
    {
        using var package = new MemoryStream();
        await PackageWriter.WriteAsync(package, new CsvSource(folder.FullPath), [Shape], new PackageLimits(9), null, TestContext.Current.CancellationToken);
        return package.ToArray();
    }
}
