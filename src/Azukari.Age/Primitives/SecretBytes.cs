using System.Security.Cryptography;

namespace Azukari.Age;

// Pinned, so that the collector leaves no copy behind when it compacts; zeroed when given back. Copies in registers and on the stack remain: best effort.
internal sealed class SecretBytes(int length) : IDisposable
{
    private readonly byte[] bytes = GC.AllocateArray<byte>(length, pinned: true);
    private bool gone;

    public SecretBytes(ReadOnlySpan<byte> value)
        : this(value.Length) => value.CopyTo(bytes);

    public Span<byte> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(gone, this);
            return bytes;
        }
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(bytes);
        gone = true;
    }
}
