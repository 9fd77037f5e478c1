using Azukari.Extraction.Csv;

namespace Azukari.Extraction.Destinations;

/// <summary>The database that rows go straight into (R18): a SQLite file or a PostgreSQL schema.</summary>
/// <remarks>
/// A dataset's table has its identifier with '-' as '_' and is made with text columns if it is absent; an existing one keeps its
/// columns and types, and its rows are replaced.
/// </remarks>
public abstract class Destination
{
    internal const string MarkerTable = "azukari_loaded";

    private protected Destination()
    {
    }

    /// <summary>The marker of an earlier load of this carry-out. Changes nothing, not even a table that is missing.</summary>
    /// <exception cref="DestinationException">The database does not answer.</exception>
    public abstract Task<Marker?> FindMarkerAsync(string carryOut, CancellationToken cancellation);

    private protected static string CreateMarkerTable(string table) =>
        $"create table if not exists {table} (carry_out text primary key, manifest_sha256 text not null, loaded_at bigint not null)";

    /// <summary>Opens the one transaction and writes the marker first, so that a second load of the same carry-out cannot run beside it.</summary>
    /// <exception cref="AlreadyLoadedException">This carry-out is loaded.</exception>
    internal abstract Task<LoadTransaction> BeginAsync(Marker marker, CancellationToken cancellation);
}

/// <summary>One load: volumes one after the other, in each the datasets, then commit. Disposed without commit, it never was.</summary>
internal abstract class LoadTransaction : IAsyncDisposable
{
    /// <summary>Makes the table if it is absent and, before the first volume, empties it.</summary>
    public abstract Task StartAsync(DatasetShape shape, bool isFirst, CancellationToken cancellation);

    public abstract void Add(Row row);

    /// <summary>Passes on what <see cref="Add"/> has gathered.</summary>
    public abstract Task FlushAsync(CancellationToken cancellation);

    public abstract Task FinishAsync(CancellationToken cancellation);

    public abstract Task CommitAsync(CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}
