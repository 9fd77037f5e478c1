namespace Azukari.Extraction.Packaging;

/// <summary>Which check a package failed.</summary>
public enum PackageFault
{
    /// <summary>A header that this library would not have written, or bytes between members.</summary>
    Tar,

    /// <summary>A member that does not belong here: unknown, out of order, missing or one too many.</summary>
    Member,

    /// <summary>The stream ended before the package did.</summary>
    Truncated,

    /// <summary>A part that is too large or is not one zstd frame.</summary>
    Compression,

    /// <summary>Rows that are not in their one spelling, do not fit the permitted fields or have no person key.</summary>
    Rows,

    /// <summary>datapackage.json does not say exactly what the parts are.</summary>
    Descriptor,

    /// <summary>Padding that is not zero or has another length.</summary>
    Padding,

    /// <summary>Counts or digest are not the ones expected: another package than the manifest's.</summary>
    Expectation,
}

/// <summary>The package is refused; nothing of it was loaded. Never holds content of a row.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "Without its fault it says nothing.")]
public sealed class PackageException : Exception
{
    internal PackageException(PackageFault fault, string message)
        : base(message) => Fault = fault;

    /// <summary>The check that failed.</summary>
    public PackageFault Fault { get; }
}
