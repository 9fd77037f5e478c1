namespace Azukari.Extraction.Sources;

/// <summary>UTF-8 files after RFC 4180 with a header row; further columns are passed over unread.</summary>
/// <remarks>
/// Strict: what a database would have to guess at is a <see cref="SourceException"/>. An unquoted empty field is NULL, "" is empty text.
/// CRLF and LF both end a line; a byte order mark is allowed. Files have no common moment: whoever exports them takes care of that.
/// </remarks>
public sealed class CsvSource : RowSource
{
    private readonly Func<string, string?> _fileOf;

    /// <summary>Takes <c>&lt;dataset&gt;.csv</c> of a folder.</summary>
    public CsvSource(string folder) => _fileOf = dataset => Path.Combine(folder, dataset + ".csv");

    /// <summary>Takes the file named for each dataset.</summary>
    public CsvSource(IReadOnlyDictionary<string, string> files) => _fileOf = files.GetValueOrDefault;

    internal override async IAsyncEnumerable<RecordReader> ReadAsync(
        IReadOnlyList<DatasetShape> shapes, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var shape in shapes)
        {
            await using var file = Open(shape.Id);
            var reader = new RecordReader(shape, file);
            await reader.ReadHeaderAsync(cancellation);
            yield return reader;
        }
    }

    private FileStream Open(string dataset)
    {
        try
        {
            return new FileStream(
                _fileOf(dataset) ?? throw new SourceException(dataset, SourceFault.Unreadable),
                new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 0 });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(dataset, SourceFault.Unreadable);
        }
    }
}
