using System.Formats.Tar;
using System.Text;
using ZstdSharp;

namespace Azukari.Extraction.Tests;

/// <summary>A package read by the platform's own tar reader, and taken apart and put together again by hand.</summary>
internal static class Members
{
    public static List<(string Name, byte[] Content)> Of(byte[] package)
    {
        using var reader = new TarReader(new MemoryStream(package));
        var members = new List<(string, byte[])>();
        while (reader.GetNextEntry() is { } entry)
        {
            using var content = new MemoryStream();
            entry.DataStream?.CopyTo(content);
            members.Add((entry.Name, content.ToArray()));
        }

        return members;
    }

    public static IEnumerable<string> Texts(byte[] package) => Of(package).Select(member => Text(member.Name, member.Content));

    public static string Text(string name, byte[] content)
    {
        using var zstd = new Decompressor();
        return Encoding.UTF8.GetString(name.EndsWith(".zst", StringComparison.Ordinal) ? zstd.Unwrap(content) : content);
    }

    public static byte[] Compressed(string text)
    {
        using var zstd = new Compressor();
        return zstd.Wrap(Encoding.UTF8.GetBytes(text)).ToArray();
    }
}
