namespace Azukari.Extraction.Sources;

/// <summary>What is wrong at the source. The remedy is at the source too; the run is over and left no package.</summary>
public enum SourceFault
{
    /// <summary>The file or table is not there or may not be read.</summary>
    Unreadable,

    /// <summary>There is no header row.</summary>
    NoHeader,

    /// <summary>A permitted field does not exist at the source; <see cref="SourceException.Field"/> names it.</summary>
    MissingField,

    /// <summary>A permitted field exists twice; <see cref="SourceException.Field"/> names it.</summary>
    AmbiguousField,

    /// <summary>A quotation mark inside a field that does not begin with one.</summary>
    QuoteInPlainField,

    /// <summary>A quoted field that never ends; the position is its beginning.</summary>
    QuoteNotClosed,

    /// <summary>Text between a closing quotation mark and the next comma.</summary>
    TextAfterQuote,

    /// <summary>A carriage return without line feed.</summary>
    LoneCarriageReturn,

    /// <summary>Fewer fields than the header has.</summary>
    TooFewFields,

    /// <summary>More fields than the header has.</summary>
    TooManyFields,

    /// <summary>Bytes that are not UTF-8.</summary>
    NotUtf8,

    /// <summary>U+0000, which databases do not hold.</summary>
    NulCharacter,

    /// <summary>A record of more than 1 MiB.</summary>
    RecordTooLong,

    /// <summary>The person key is NULL or empty: this row could not be counted.</summary>
    NoPersonKey,
}

/// <summary>The source cannot be taken as it is.</summary>
/// <remarks>Says where and what, never the content of a cell: the message may be logged and read aloud.</remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "Without dataset and fault it says nothing.")]
public sealed class SourceException : Exception
{
    internal SourceException(string dataset, SourceFault fault, long line, long column)
        : base($"{dataset}: line {line}, column {column}: {Words(fault)}") =>
        (Dataset, Fault, Line, Column) = (dataset, fault, line, column);

    internal SourceException(string dataset, SourceFault fault, string? field = null)
        : base(field is null ? $"{dataset}: {Words(fault)}" : $"{dataset}: {Words(fault)}: {field}") =>
        (Dataset, Fault, Field) = (dataset, fault, field);

    /// <summary>The dataset it was found in.</summary>
    public string Dataset { get; }

    /// <summary>What is wrong.</summary>
    public SourceFault Fault { get; }

    /// <summary>Line of the file, or of the table's rows as CSV, from 1; 0 if the fault is not at one place.</summary>
    public long Line { get; }

    /// <summary>Character in that line (Unicode code points), from 1; 0 if the fault is not at one place.</summary>
    public long Column { get; }

    /// <summary>The permitted field that is meant, if one is.</summary>
    public string? Field { get; }

    private static string Words(SourceFault fault) => fault switch
    {
        SourceFault.Unreadable => "cannot be read",
        SourceFault.NoHeader => "no header row",
        SourceFault.MissingField => "permitted field is missing",
        SourceFault.AmbiguousField => "permitted field stands there twice",
        SourceFault.QuoteInPlainField => "quotation mark inside an unquoted field",
        SourceFault.QuoteNotClosed => "quoted field does not end",
        SourceFault.TextAfterQuote => "text after a closing quotation mark",
        SourceFault.LoneCarriageReturn => "carriage return without line feed",
        SourceFault.TooFewFields => "fewer fields than the header",
        SourceFault.TooManyFields => "more fields than the header",
        SourceFault.NotUtf8 => "not UTF-8",
        SourceFault.NulCharacter => "NUL character",
        SourceFault.RecordTooLong => "record longer than 1 MiB",
        SourceFault.NoPersonKey => "row without person key",
    };
}
