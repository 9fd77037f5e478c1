namespace Azukari.Extraction.Csv;

/// <summary>One record: UTF-8 bytes of each permitted field, NULL and empty apart. Reused for every record.</summary>
internal sealed class Row(int fields)
{
    private const int Null = -1;

    private readonly int[] _starts = new int[fields];
    private readonly int[] _lengths = new int[fields];
    private byte[] _bytes = new byte[1024];
    private int _used;

    public int FieldCount => fields;

    public ReadOnlySpan<byte> this[int field] => _lengths[field] <= 0 ? default : _bytes.AsSpan(_starts[field], _lengths[field]);

    public bool IsNull(int field) => _lengths[field] == Null;

    public void Clear() => _used = 0;

    public void SetNull(int field) => _lengths[field] = Null;

    public void Begin(int field) => (_starts[field], _lengths[field]) = (_used, 0);

    public void Append(int field, ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length - _used < bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + bytes.Length));

        bytes.CopyTo(_bytes.AsSpan(_used));
        _used += bytes.Length;
        _lengths[field] += bytes.Length;
    }
}
