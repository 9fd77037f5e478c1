using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Azukari.Cli.Documents;
using Azukari.Cli.Front;
using Azukari.Protocol.Documents;
using Azukari.Protocol.Tests.Documents;
using Azukari.Shared;
using Azukari.Testing;

namespace Azukari.Cli.Tests.Documents;

/// <summary>Documents as PDF, read back by programs that are not ours: the text by pdftotext, the symbol by a camera's program from the printed sheet.</summary>
public sealed partial class PdfTests : IDisposable
{
    private readonly TempFolder folder = new();

    public static TheoryData<DocumentKind> Kinds => [.. Enum.GetValues<DocumentKind>()];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Everything_that_stands_on_the_page_stands_in_the_file_in_either_language(DocumentKind kind)
    {
        foreach (var japanese in new[] { true, false })
        {
            var document = Drawn(kind);
            var text = await TextAsync(Written(document, japanese));

            var said = Paperwork.Values(document).SelectMany(values => values).SelectMany(value => value.Lines.Reveal("compared by a test")).Select(line => line.In(japanese))
                .Concat(document.Parts.Select(part => part.Heading.In(japanese))).Concat(document.Origin.Select(line => line.In(japanese))).Append(document.Title.In(japanese));
            Assert.All(said, line => Assert.Contains(Tight(line), text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Names_with_rare_characters_are_there_and_are_drawn()
    {
        var named = Paperwork.Sources with { Particulars = Paperwork.Names.With(Particular.PersonName, "p-5", "𠮷田 髙﨑邉") };

        var text = await TextAsync(Written(Paperwork.Made(DocumentKind.People, named), japanese: true));

        Assert.Contains("𠮷田髙﨑邉", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_symbol_of_a_printed_label_is_read_and_leads_to_the_page()
    {
        var several = Paperwork.With(carryOut => carryOut with
        {
            Seal = carryOut.Seal! with { Measured = carryOut.Seal.Measured with { Volumes = [.. Enumerable.Range(1, 5).Select(n => carryOut.Seal.Measured.Volumes[0] with { Medium = new($"usb-{n}") })] } },
        });
        var label = Drawn(DocumentKind.Label, several);

        Written(label, japanese: true);
        await RunAsync("pdftoppm", "-r", "200", "-gray", folder.File("document.pdf"), folder.File("sheet"));
        var seen = await RunAsync("zbarimg", ["--raw", "--quiet", "--nodbus", "-Sdisable", "-Sqrcode.enable", .. Directory.GetFiles(folder.FullPath, "sheet*.pgm")]);

        Assert.Equal(Enumerable.Repeat(((Part.Card)label.Parts[0]).Symbol.Text, 5), seen.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(3, Directory.GetFiles(folder.FullPath, "sheet*.pgm").Length); // Each card whole on one sheet.
    }

    [Fact]
    public async Task A_register_of_many_rows_has_its_head_on_every_sheet_and_every_row_once()
    {
        var media = Enumerable.Range(1, 200).Select(n => Paperwork.Facts.Media.Values.First() with { Id = new($"medium-{n:000}") }).ToDictionary(medium => medium.Id);
        var many = Paperwork.Sources with { Facts = Paperwork.Facts with { Media = [.. media] } };

        var text = await TextAsync(Written(Paperwork.Made(DocumentKind.Media, many), japanese: true));

        Assert.All(media.Keys, id => Assert.Single(Regex.Matches(text, id.Value)));
        var sheets = text.Count(letter => letter == '\f');
        Assert.True(sheets > 3);
        Assert.Equal(sheets, Regex.Count(text, "消去証明番号"));
    }

    [Fact]
    public async Task A_text_longer_than_a_sheet_goes_on_on_the_next_and_loses_nothing()
    {
        var sentences = string.Concat(Enumerable.Range(1, 300).Select(n => $"第{n:000}項は最新の状態で答えるため。"));
        var paper = Protocol.Ledger.DomainJson.ToBytes(Paperwork.Text with { Necessity = sentences });
        var digest = new Domain.Digest(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(paper)));
        var wordy = Paperwork.With(carryOut => carryOut with { Plan = carryOut.Plan with { TextDigest = digest } });

        var text = await TextAsync(Written(Paperwork.Made(DocumentKind.Application, wordy with { Papers = wordy.Papers.SetItem(digest, paper) }), japanese: true));

        Assert.Contains(sentences, Numbers().Replace(text, ""), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_document_is_the_same_file()
    {
        var document = Drawn(DocumentKind.Label);

        Assert.Equal(PdfPage.Write(document, japanese: true), PdfPage.Write(document, japanese: true));
    }

    [Fact]
    public void A_computer_without_a_Japanese_font_says_so_and_a_character_that_no_font_has_is_named()
    {
        var none = Assert.Throws<StopException>(() => PdfFonts.In(folder.FullPath));
        Assert.Contains("日本語フォント", none.Why.Single().Ja, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, none.Code);

        using var fonts = Fonts();
        var lacking = Assert.Throws<StopException>(() => fonts.Width("a\U0010FFFD", 9));
        Assert.Contains("U+10FFFD", lacking.Why.Single().En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("持出許可申請書を見る。", 5, "持出許可申|請書を見|る。")]
    [InlineData("(注)項目「甲」です", 4, "(注)項|目「甲」|です")]
    [InlineData("a word too-long for it", 6, "a word|too-|long|for it")]
    [InlineData("0123456789abcdef", 6, "012345|6789ab|cdef")]
    [InlineData("", 6, "")]
    public void Lines_are_broken_where_Japanese_and_English_break(string text, float width, string lines) =>
        Assert.Equal(lines, string.Join('|', PdfText.Wrap(text, width, part => part.Length)));

    private static Document Drawn(DocumentKind kind, DocumentSources? sources = null) =>
        Paperwork.Made(kind, (sources ?? Paperwork.Sources) with { Print = new(Paperwork.Sources.Print!.Origin, SymbolDrawing.ForLabels) });

    private string Written(Document document, bool japanese)
    {
        using (Fonts()) File.WriteAllBytes(folder.File("document.pdf"), PdfPage.Write(document, japanese));
        return folder.File("document.pdf");
    }

    private static PdfFonts Fonts()
    {
        try
        {
            return PdfFonts.Find();
        }
        catch (StopException missing) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip(missing.Message);
            throw;
        }
    }

    /// <summary>The text without any white space, which a sheet's lines put where they end.</summary>
    private static async Task<string> TextAsync(string file) => Tight(await RunAsync("pdftotext", "-raw", "-enc", "UTF-8", file, "-"));

    private static string Tight(string text) => string.Concat(text.Where(letter => letter == '\f' || !char.IsWhiteSpace(letter)));

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            return said;
        }
        catch (Win32Exception missing) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{program} is not here: {missing.Message}");
            throw;
        }
    }

    /// <summary>The number of a sheet, which is drawn first.</summary>
    [GeneratedRegex(@"\f\d")]
    private static partial Regex Numbers();
}
