using Azukari.Extraction.Csv;

namespace Azukari.Extraction.Sources;

/// <summary>Records of one dataset out of a stream of CSV, with the place of whatever is wrong.</summary>
internal sealed class RecordReader(DatasetShape shape, Stream csv)
{
    /// <summary>One quote that is never closed must not draw a whole register into memory.</summary>
    private const int LongestRecord = 1 << 20;

    private readonly Row _row = new(shape.Fields.Length);
    private byte[] _buffer = new byte[256 * 1024];
    private CsvParser? _parser;
    private int _start;
    private int _end;
    private bool _final;
    private long _line = 1;
    private long _recordLine = 1;
    private int _record;

    public DatasetShape Shape => shape;

    public Row Row => _row;

    /// <summary>Takes records without a header: the columns are the permitted fields.</summary>
    public void UseFieldsAsColumns() => _parser = new CsvParser([.. Enumerable.Range(0, shape.Fields.Length)], _row);

    /// <summary>Takes the next record that is already in memory; false means <see cref="FillAsync"/>.</summary>
    public bool TryRead()
    {
        if (_start == _end || !TryNext(_parser!))
            return false;

        return _row[shape.PersonKeyIndex].IsEmpty
            ? throw Fault(SourceFault.NoPersonKey, _record, _recordLine, _parser!.StartOf(shape.PersonKeyIndex))
            : true;
    }

    /// <summary>False when nothing is left.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        if (_final)
            return false;

        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end > LongestRecord)
            throw Fault(SourceFault.RecordTooLong, _start, _line, 0);
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);

        var read = await ReadAsync(cancellation);
        _end += read;
        _final = read == 0;
        return _start < _end || !_final;
    }

    /// <summary>Reads the header and finds the permitted fields in it.</summary>
    public async Task ReadHeaderAsync(CancellationToken cancellation)
    {
        const int mostColumns = 1024;
        var cells = new Row(mostColumns);
        var parser = new CsvParser([.. Enumerable.Range(0, mostColumns)], cells, anyWidth: true);
        do
        {
            SkipByteOrderMark();
            if (_start < _end && TryNext(parser))
            {
                _parser = new CsvParser(SlotsOf(cells, parser.Columns), _row);
                return;
            }
        }
        while (await FillAsync(cancellation));

        throw new SourceException(shape.Id, SourceFault.NoHeader);
    }

    private async ValueTask<int> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await csv.ReadAsync(_buffer.AsMemory(_end), cancellation);
        }
        catch (Exception fault) when (fault is IOException or Npgsql.NpgsqlException)
        {
            throw new SourceException(shape.Id, SourceFault.Unreadable);
        }
    }

    private int[] SlotsOf(Row header, int columns)
    {
        var slots = new int[columns];
        Array.Fill(slots, -1);
        for (var field = 0; field < shape.Fields.Length; field++)
        {
            var name = System.Text.Encoding.UTF8.GetBytes(shape.Fields[field]);
            var found = Enumerable.Range(0, columns).Where(column => header[column].SequenceEqual(name)).ToArray();
            if (found.Length != 1)
                throw new SourceException(shape.Id, found.Length == 0 ? SourceFault.MissingField : SourceFault.AmbiguousField, shape.Fields[field]);
            slots[found[0]] = field;
        }

        return slots;
    }

    private bool TryNext(CsvParser parser)
    {
        var input = _buffer.AsSpan(_start.._end);
        var step = parser.Next(input, _final, out var consumed);
        if (step == CsvStep.Fault)
            throw Fault(parser.Fault, _start, _line, parser.FaultAt);
        if (step == CsvStep.NeedMore)
            return false;

        (_record, _recordLine) = (_start, _line);
        _line += input[..consumed].Count((byte)'\n');
        _start += consumed;
        return true;
    }

    /// <summary>Spreadsheets put it before UTF-8; it belongs to the file, not to the first name.</summary>
    private void SkipByteOrderMark()
    {
        if (_line == 1 && _buffer.AsSpan(_start.._end).StartsWith("\uFEFF"u8))
            _start += 3;
    }

    private SourceException Fault(SourceFault fault, int record, long recordLine, int at)
    {
        var before = _buffer.AsSpan(record, at);
        var characters = 0;
        foreach (var value in before[(before.LastIndexOf((byte)'\n') + 1)..])
            characters += (value & 0xC0) == 0x80 ? 0 : 1;
        return new SourceException(shape.Id, fault, recordLine + before.Count((byte)'\n'), characters + 1);
    }
}
