using System.Buffers.Binary;

namespace Azukari.TransparencyLog;

/// <summary>Up to 256 entries in one file: for each its length as two bytes, big-endian, then the entry (tlog-tiles, "Log entries").</summary>
public static class EntryBundle
{
    /// <summary>The longest entry a bundle can carry, in bytes.</summary>
    public const int LongestEntry = ushort.MaxValue;

    private const int LengthSize = sizeof(ushort);

    /// <summary>The bundle of 1..256 entries, each at most <see cref="LongestEntry"/> bytes.</summary>
    public static byte[] Write(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count, nameof(entries));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Count, Tile.FullWidth, nameof(entries));
        byte[] bundle = new byte[entries.Sum(entry => LengthSize + entry.Length)];
        Span<byte> rest = bundle;
        foreach (ReadOnlyMemory<byte> entry in entries)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(entry.Length, LongestEntry, nameof(entries));
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)entry.Length);
            entry.Span.CopyTo(rest[LengthSize..]);
            rest = rest[(LengthSize + entry.Length)..];
        }

        return bundle;
    }

    /// <summary>The entries of a bundle that must hold exactly <paramref name="width"/> of them; they share the bundle's memory.</summary>
    /// <exception cref="LogException"><see cref="LogFault.Bundle"/>: cut short, too many, too few, or bytes left over.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> bundle, int width)
    {
        ReadOnlyMemory<byte>[] entries = new ReadOnlyMemory<byte>[width];
        for (int i = 0; i < width; i++)
        {
            int length = bundle.Length < LengthSize ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(bundle.Span);
            if (length > bundle.Length - LengthSize)
            {
                throw new LogException(LogFault.Bundle, "an entry bundle is cut short");
            }

            entries[i] = bundle.Slice(LengthSize, length);
            bundle = bundle[(LengthSize + length)..];
        }

        return bundle.IsEmpty ? entries : throw new LogException(LogFault.Bundle, "an entry bundle has bytes after its last entry");
    }
}
