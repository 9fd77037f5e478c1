using System.Text;
using Azukari.Cli.Front;
using Azukari.Extraction.Csv;
using Azukari.Protocol.Documents;
using Azukari.Protocol.Documents.Import;

namespace Azukari.Cli.Documents;

/// <summary>A spreadsheet on disk. Extraction's parser reads it, so that the product has one reader of RFC 4180; only the encoding is Excel's.</summary>
internal static class SheetFile
{
    private const long MostBytes = 16 * 1024 * 1024;

    /// <summary>The cells and the encoding; null where the file is no text.</summary>
    internal static async Task<(Sheet Sheet, OfficeEncoding Encoding)?> ReadAsync(string path, CancellationToken cancellation)
    {
        if (new FileInfo(path) is { Exists: true, Length: > MostBytes }) throw StopException.BadInput("ファイルが大きすぎます（上限16 MiB）。", "the file is larger than 16 MiB");
        if (OfficeText.Read(await File.ReadAllBytesAsync(path, cancellation)) is not { } read) return null;

        var sheet = CsvSheet.Read(Encoding.UTF8.GetBytes(read.Text));
        return (new(sheet.Rows, sheet.BrokenAt), read.Encoding);
    }
}
