using System.Runtime.InteropServices;

namespace Azukari.RemovableMedia.Platform;

/// <summary>Memory that direct reading accepts.</summary>
internal sealed unsafe class AlignedBuffer(int size) : IDisposable
{
    private void* _memory = NativeMemory.AlignedAlloc((nuint)size, MediumFile.Alignment);

    ~AlignedBuffer() => Free();

    public byte* Pointer => (byte*)_memory;

    public Span<byte> Span => _memory is null ? throw new ObjectDisposedException(nameof(AlignedBuffer)) : new(_memory, size);

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_memory);
        _memory = null;
    }
}
