namespace Azukari.Extraction.Sources;

/// <summary>Where rows come from: CSV files or PostgreSQL. Reads the permitted fields and nothing else.</summary>
public abstract class RowSource
{
    private protected RowSource()
    {
    }

    // A row condition of R7 belongs here, beside the shape: the source applies it, so that what is not permitted is never read.
    /// <summary>The datasets in the order asked for, each to be read to its end before the next is taken; all of one moment if the source can.</summary>
    internal abstract IAsyncEnumerable<RecordReader> ReadAsync(IReadOnlyList<DatasetShape> shapes, CancellationToken cancellation);
}
