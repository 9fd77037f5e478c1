namespace Azukari.Extraction.Destinations;

/// <summary>The destination did not take the rows; nothing was loaded and the load may be tried again.</summary>
/// <remarks>Carries the database's code and the table, never its message: PostgreSQL quotes the value it stumbled over.</remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "Without place and code it says nothing.")]
public sealed class DestinationException : Exception
{
    internal DestinationException(string table, string code)
        : base($"{table}: database error {code}") => (Table, Code) = (table, code);

    /// <summary>The table that was being written; <c>azukari_loaded</c> with a code of uniqueness means: this carry-out is loaded already.</summary>
    public string Table { get; }

    /// <summary>SQLSTATE on PostgreSQL, extended result code on SQLite, <c>connection</c> if there is no answer.</summary>
    public string Code { get; }
}

/// <summary>This carry-out is in the destination already; nothing was changed. The caller compares the digest and goes on.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "Without the marker it says nothing.")]
public sealed class AlreadyLoadedException(Marker marker) : Exception($"{marker.CarryOut} is loaded already")
{
    /// <summary>What the earlier load wrote.</summary>
    public Marker Marker { get; } = marker;
}
