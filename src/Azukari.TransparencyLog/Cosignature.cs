using System.Buffers.Binary;
using System.Text;

namespace Azukari.TransparencyLog;

/// <summary>A witness's statement (cosignature/v1): at this POSIX second this was the largest consistent tree of this origin that I had seen.</summary>
/// <remarks>The message does not name the cosigner, so one key must never serve two names.</remarks>
internal static class Cosignature
{
    private const int TimeSize = sizeof(ulong);

    internal static byte[] Message(ReadOnlySpan<byte> text, long time) =>
        [.. "cosignature/v1\ntime "u8, .. Encoding.ASCII.GetBytes(Wire.Decimal(time)), (byte)'\n', .. text];

    internal static byte[] Join(long time, ReadOnlySpan<byte> signature)
    {
        byte[] joined = new byte[TimeSize + signature.Length];
        BinaryPrimitives.WriteInt64BigEndian(joined, time);
        signature.CopyTo(joined.AsSpan(TimeSize));
        return joined;
    }

    /// <summary>A time beyond 2^63-1 would read as negative; it is no time.</summary>
    internal static bool TrySplit(ReadOnlySpan<byte> joined, out long time, out ReadOnlySpan<byte> signature)
    {
        bool hasTime = BinaryPrimitives.TryReadInt64BigEndian(joined, out time) && time >= 0;
        signature = hasTime ? joined[TimeSize..] : default;
        return hasTime;
    }
}
