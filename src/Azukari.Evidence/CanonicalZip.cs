using System.Buffers.Binary;
using System.Text;

namespace Azukari.Evidence;

/// <summary>A zip that has one spelling: files stored, in the given order, all times, flags and attributes fixed. Any unzip opens it.</summary>
/// <remarks>An ordinary zip lets some 55 bytes a member flip unseen. Ours is read by writing it again and comparing every byte.</remarks>
internal static class CanonicalZip
{
    private const uint LocalHeader = 0x04034b50, CentralHeader = 0x02014b50, End = 0x06054b50;
    private const ushort Version = 20, Utf8Names = 0x0800, FirstOfJanuary1980 = 0x0021;
    private const int LocalSize = 30;

    internal static byte[] Write(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Content)> files)
    {
        using var body = new MemoryStream();
        using var directory = new MemoryStream();

        foreach (var (name, content) in files)
        {
            var utf8 = Encoding.UTF8.GetBytes(name);
            var common = Common(Crc32.Of(content.Span), content.Length, utf8.Length);
            var offset = Bytes((uint)body.Position);

            body.Write([.. Bytes(LocalHeader), .. Bytes(Version), .. common, .. utf8]);
            body.Write(content.Span);
            directory.Write([.. Bytes(CentralHeader), .. Bytes(Version), .. Bytes(Version), .. common, .. new byte[10], .. offset, .. utf8]);
        }

        byte[] end =
        [
            .. Bytes(End), .. new byte[4], .. Bytes((ushort)files.Count), .. Bytes((ushort)files.Count),
            .. Bytes((uint)directory.Length), .. Bytes((uint)body.Length), .. new byte[2],
        ];
        return [.. body.ToArray(), .. directory.ToArray(), .. end];
    }

    internal static IReadOnlyList<(string Name, ReadOnlyMemory<byte> Content)> Read(ReadOnlyMemory<byte> zip)
    {
        var files = new List<(string, ReadOnlyMemory<byte>)>();
        var rest = zip;

        while (rest.Length >= LocalSize && BinaryPrimitives.ReadUInt32LittleEndian(rest.Span) == LocalHeader)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(rest.Span[22..]);
            int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(rest.Span[26..]);
            if (LocalSize + nameLength + (long)size > rest.Length) throw Broken();

            files.Add((Encoding.UTF8.GetString(rest.Span.Slice(LocalSize, nameLength)), rest.Slice(LocalSize + nameLength, (int)size)));
            rest = rest[(LocalSize + nameLength + (int)size)..];
        }

        return files.Count <= ushort.MaxValue && zip.Span.SequenceEqual(Write(files)) ? files : throw Broken();
    }

    private static byte[] Common(uint crc, int size, int nameLength) =>
    [
        .. Bytes(Utf8Names), .. Bytes((ushort)0), .. Bytes((ushort)0), .. Bytes(FirstOfJanuary1980),
        .. Bytes(crc), .. Bytes((uint)size), .. Bytes((uint)size), .. Bytes((ushort)nameLength), .. Bytes((ushort)0),
    ];

    private static byte[] Bytes(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Bytes(ushort value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return bytes;
    }

    private static EvidenceException Broken() => new(EvidenceFault.Container, "the bundle is cut, extended or altered: it is not written as we write it");
}
