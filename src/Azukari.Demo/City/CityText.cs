using System.Buffers.Text;
using System.Text;

namespace Azukari.Demo.City;

/// <summary>Rows of CSV as bytes. Nothing an invented city holds needs quotes; an empty cell is NULL.</summary>
internal sealed class CityText(Stream output)
{
    private readonly byte[] _bytes = new byte[256 * 1024];
    private int _used;

    public void Header(CityDataset dataset)
    {
        Text(Encoding.UTF8.GetBytes(string.Join(',', dataset.Fields.Select(field => field.Name))));
        EndRow();
    }

    public CityText Text(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_bytes.AsSpan(_used));
        _used += text.Length;
        return this;
    }

    public CityText Text(ReadOnlyMemory<byte> text) => Text(text.Span);

    public CityText Number(long number, byte digits = 0)
    {
        if (!Utf8Formatter.TryFormat(number, _bytes.AsSpan(_used), out var written, new('D', digits)))
            throw new InvalidOperationException("row is longer than the buffer");
        _used += written;
        return this;
    }

    public CityText Date(DateOnly date) => Number(date.Year, 4).Text("-"u8).Number(date.Month, 2).Text("-"u8).Number(date.Day, 2);

    public CityText Next() => Text(","u8);

    /// <summary>Ends the row and passes on what is full; a row is far below the reserve of 4 KiB.</summary>
    public void EndRow()
    {
        Text("\r\n"u8);
        if (_bytes.Length - _used < 4096)
            Flush();
    }

    public void Flush()
    {
        output.Write(_bytes, 0, _used);
        _used = 0;
    }
}
