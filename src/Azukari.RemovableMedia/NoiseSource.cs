using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Azukari.RemovableMedia;

/// <summary>
/// Random-looking data that can be had again for comparing: AES-256 over a counter, under a key of its own for every act. Never zeros or a pattern,
/// because controllers leave out what they can describe shorter (measured on a stick: more than a third of the writes).
/// </summary>
internal sealed class NoiseSource : IDisposable
{
    private const int Unit = 16;
    private const int Chunk = 64 * 1024;

    private readonly Aes _aes = Aes.Create();
    private readonly byte[] _counters = new byte[Chunk];

    public NoiseSource() => _aes.GenerateKey();

    /// <param name="file">Which of the act's files; no two share a byte of noise.</param>
    /// <param name="offset">In that file; a multiple of 16.</param>
    public void Fill(Span<byte> target, uint file, long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(offset % Unit, 0);
        Span<byte> last = stackalloc byte[Unit];
        for (var done = 0; done < target.Length; done += Chunk)
        {
            var part = target.Slice(done, Math.Min(Chunk, target.Length - done));
            var whole = part.Length / Unit * Unit;
            Encrypt(part[..whole], file, offset + done);
            if (whole == part.Length) continue;
            Encrypt(last, file, offset + done + whole);
            last[..(part.Length - whole)].CopyTo(part[whole..]);
        }
    }

    public void Dispose() => _aes.Dispose();

    private void Encrypt(Span<byte> target, uint file, long offset)
    {
        for (var i = 0; i < target.Length; i += Unit)
        {
            BinaryPrimitives.WriteUInt64BigEndian(_counters.AsSpan(i), file);
            BinaryPrimitives.WriteInt64BigEndian(_counters.AsSpan(i + 8), offset + i);
        }

#pragma warning disable CA5358 // Over counters that never repeat, this is counter mode, which the runtime does not offer by that name.
        _aes.EncryptEcb(_counters.AsSpan(0, target.Length), target, PaddingMode.None);
#pragma warning restore CA5358
    }
}
