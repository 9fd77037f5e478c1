using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Azukari.Extraction.Sources;

namespace Azukari.Extraction.Csv;

internal enum CsvStep { Record, NeedMore, Fault }

/// <summary>RFC 4180, strictly: quotes only around a whole field, the same number of fields in every record, CRLF or LF, UTF-8.</summary>
/// <remarks>An unquoted empty field is NULL, a quoted one is the empty string. A fault is a position, never a piece of the text.</remarks>
/// <param name="slots">For each column the field of <paramref name="row"/> that takes it, or -1 for a column that is not permitted: it is passed over.</param>
/// <param name="anyWidth">The header alone may be narrower than <paramref name="slots"/>.</param>
internal sealed class CsvParser(int[] slots, Row row, bool anyWidth = false)
{
    private const byte Quote = (byte)'"';

    private static readonly SearchValues<byte> PlainEnds = SearchValues.Create(",\"\r\n"u8);

    private readonly int[] _starts = new int[row.FieldCount];

    /// <summary>What is wrong, after <see cref="CsvStep.Fault"/>.</summary>
    public SourceFault Fault { get; private set; }

    /// <summary>Where in the input the fault is.</summary>
    public int FaultAt { get; private set; }

    /// <summary>How many columns the last record had.</summary>
    public int Columns { get; private set; }

    /// <summary>Where in the last record a permitted field begins.</summary>
    public int StartOf(int field) => _starts[field];

    /// <summary>Reads one record from the front of an input that is not empty; <paramref name="final"/> says that nothing follows it.</summary>
    public CsvStep Next(ReadOnlySpan<byte> input, bool final, out int consumed)
    {
        row.Clear();
        consumed = 0;
        var at = 0;
        for (var column = 0; ; column++)
        {
            if (column == slots.Length)
                return Stop(SourceFault.TooManyFields, at);

            if (slots[column] >= 0)
                _starts[slots[column]] = at;
            var step = at < input.Length && input[at] == Quote
                ? Quoted(input, final, slots[column], ref at)
                : Plain(input, slots[column], ref at);
            if (step != CsvStep.Record)
                return step;
            if (at == input.Length && !final)
                return CsvStep.NeedMore;
            if (at < input.Length && input[at] == ',')
            {
                at++;
                continue;
            }

            Columns = column + 1;
            return EndOfRecord(input, at, final, out consumed);
        }
    }

    private CsvStep Plain(ReadOnlySpan<byte> input, int slot, ref int at)
    {
        var rest = input[at..];
        var length = rest.IndexOfAny(PlainEnds);
        if (length < 0)
            length = rest.Length;
        else if (rest[length] == Quote)
            return Stop(SourceFault.QuoteInPlainField, at + length);

        at += length;
        if (slot < 0)
            return CsvStep.Record;
        if (length == 0)
        {
            row.SetNull(slot);
            return CsvStep.Record;
        }

        row.Begin(slot);
        row.Append(slot, rest[..length]);
        return CsvStep.Record;
    }

    private CsvStep Quoted(ReadOnlySpan<byte> input, bool final, int slot, ref int at)
    {
        var opened = at++;
        if (slot >= 0)
            row.Begin(slot);
        while (true)
        {
            var length = input[at..].IndexOf(Quote);
            if (length < 0)
                return final ? Stop(SourceFault.QuoteNotClosed, opened) : CsvStep.NeedMore;

            var doubled = at + length + 1 < input.Length && input[at + length + 1] == Quote;
            if (slot >= 0)
                row.Append(slot, input.Slice(at, doubled ? length + 1 : length));
            at += length + (doubled ? 2 : 1);
            if (!doubled)
                return CsvStep.Record;
        }
    }

    private CsvStep EndOfRecord(ReadOnlySpan<byte> input, int at, bool final, out int consumed)
    {
        consumed = at;
        if (at < input.Length && input[at] == '\r')
        {
            if (at + 1 == input.Length && !final)
                return CsvStep.NeedMore;
            if (at + 1 == input.Length || input[at + 1] != '\n')
                return Stop(SourceFault.LoneCarriageReturn, at);
            consumed = at + 2;
        }
        else if (at < input.Length)
        {
            if (input[at] != '\n')
                return Stop(SourceFault.TextAfterQuote, at);
            consumed = at + 1;
        }

        return Columns < slots.Length && !anyWidth ? Stop(SourceFault.TooFewFields, at) : CheckText(input[..consumed]);
    }

    private CsvStep CheckText(ReadOnlySpan<byte> record)
    {
        if (!Utf8.IsValid(record))
            return Stop(SourceFault.NotUtf8, FirstInvalid(record));

        // PostgreSQL cannot hold it, and SQLite's own tools show the text only up to it.
        var nul = record.IndexOf((byte)0);
        return nul < 0 ? CsvStep.Record : Stop(SourceFault.NulCharacter, nul);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var length) == OperationStatus.Done)
            at += length;
        return at;
    }

    private CsvStep Stop(SourceFault fault, int at)
    {
        (Fault, FaultAt) = (fault, at);
        return CsvStep.Fault;
    }
}
