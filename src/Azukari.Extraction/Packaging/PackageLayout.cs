using System.Globalization;
using System.Numerics;
using System.Text;

namespace Azukari.Extraction.Packaging;

/// <summary>Where bytes stand in a package: POSIX ustar members with fixed metadata, then zeros up to a bucket.</summary>
internal static class PackageLayout
{
    public const int Block = 512;

    /// <summary>Largest part, compressed or not: two of the writer's, so that its last record always fits.</summary>
    public const int LargestPart = 16 << 20;

    /// <summary>The writer ends a part here; a record is 1 MiB at most.</summary>
    public const int FullPart = 8 << 20;

    public const string Descriptor = "datapackage.json";

    public static string Part(DatasetShape shape, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{shape.Id}/part-{number:00000}.csv.zst");

    /// <summary>Zero bytes that fill a member's last block.</summary>
    public static int Fill(long size) => (int)(-size & (Block - 1));

    /// <summary>Length of the whole package for a tar of this length, its two closing blocks included.</summary>
    /// <remarks>
    /// Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019): at most 12 % more, and
    /// only O(log log n) bits of the size show. From 16 KiB on every bucket is whole blocks; zeros after the closing blocks are legal tar.
    /// </remarks>
    public static long Bucket(long length)
    {
        length = Math.Max(length, 16 * 1024);
        var exponent = BitOperations.Log2((ulong)length);
        var freeBits = exponent - (BitOperations.Log2((ulong)exponent) + 1);
        var mask = (1L << freeBits) - 1;
        return (length + mask) & ~mask;
    }

    /// <summary>The only header for this name and size: regular file, mode 0600, owner 0, time 0.</summary>
    public static byte[] Header(string name, long size)
    {
        var header = new byte[Block];
        Put(header, 0, name);
        Put(header, 100, "0000600\0");
        Put(header, 108, "0000000\0");
        Put(header, 116, "0000000\0");
        Put(header, 124, Octal(size) + "\0");
        Put(header, 136, Octal(0) + "\0");
        Put(header, 148, "        ");
        Put(header, 156, "0");
        Put(header, 257, "ustar\000");
        Put(header, 329, "0000000\0");
        Put(header, 337, "0000000\0");
        var sum = 0;
        foreach (var value in header)
            sum += value;
        Put(header, 148, Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ");
        return header;
    }

    /// <summary>Name and size of a header; the caller compares it with <see cref="Header"/> of both, so nothing else can hide in it.</summary>
    public static (string Name, long Size) Read(ReadOnlySpan<byte> header)
    {
        var name = header[..100];
        var end = name.IndexOf((byte)0);
        var size = 0L;
        foreach (var digit in header.Slice(124, 11))
            size = digit is >= (byte)'0' and <= (byte)'7' ? (size << 3) + (digit - '0') : throw new PackageException(PackageFault.Tar, "size is not octal");
        return (Encoding.Latin1.GetString(end < 0 ? name : name[..end]), size);
    }

    private static string Octal(long size) => Convert.ToString(size, 8).PadLeft(11, '0');

    private static void Put(byte[] header, int at, string text) => Encoding.Latin1.GetBytes(text, header.AsSpan(at));
}
