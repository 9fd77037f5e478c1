using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Azukari.Extraction.Csv;

/// <summary>Records in their one spelling: CRLF, quotes only where they are needed, NULL unquoted and empty, empty text as "".</summary>
internal sealed class CsvText
{
    private static readonly SearchValues<byte> NeedsQuotes = SearchValues.Create(",\"\r\n"u8);

    private byte[] _bytes = new byte[64 * 1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void Wipe() => CryptographicOperations.ZeroMemory(_bytes);

    public void Append(IEnumerable<string> header)
    {
        var first = true;
        foreach (var name in header)
        {
            if (!first)
                Put(","u8);
            first = false;
            Field(Encoding.UTF8.GetBytes(name));
        }

        Put("\r\n"u8);
    }

    public void Append(Row row)
    {
        for (var field = 0; field < row.FieldCount; field++)
        {
            if (field > 0)
                Put(","u8);
            if (!row.IsNull(field))
                Field(row[field]);
        }

        Put("\r\n"u8);
    }

    private void Field(ReadOnlySpan<byte> value)
    {
        // PostgreSQL before 18 ends a COPY at a line that is \. and nothing else, even in CSV.
        if (!value.IsEmpty && !value.ContainsAny(NeedsQuotes) && !value.SequenceEqual("\\."u8))
        {
            Put(value);
            return;
        }

        Put("\""u8);
        for (int quote; (quote = value.IndexOf((byte)'"')) >= 0; value = value[(quote + 1)..])
        {
            Put(value[..(quote + 1)]);
            Put("\""u8);
        }

        Put(value);
        Put("\""u8);
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length - Length < bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + bytes.Length));

        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }
}
