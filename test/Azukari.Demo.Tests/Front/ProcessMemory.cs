using System.Globalization;
using System.Text;

namespace Azukari.Demo.Tests.Front;

/// <summary>Everything that a process can write to in its memory, as root or a debugger of the same user sees it.</summary>
internal sealed class ProcessMemory
{
    private const int Chunk = 16 << 20, Overlap = 512;
    private const string Bech32 = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
    private readonly int process;

    private ProcessMemory(int process) => this.process = process;

    internal static ProcessMemory Of(int process) => new(process);

    /// <summary>Whether the text is there, in either encoding that a program of ours might use.</summary>
    internal bool Holds(string text) => Holds([Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text)]);

    /// <summary>Whether the 32 bytes that the identity's text stands for are there.</summary>
    internal bool HoldsSeed(string identity) => Holds([SeedOf(identity)]);

    private bool Holds(byte[][] needles)
    {
        using var memory = new FileStream($"/proc/{process}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var buffer = new byte[Chunk];
        foreach (var (start, end) in Writable())
        {
            for (var at = start; at < end; at += Chunk - Overlap)
            {
                var read = Read(memory, at, buffer.AsSpan(0, (int)Math.Min(Chunk, end - at)));
                foreach (var needle in needles)
                    if (buffer.AsSpan(0, read).IndexOf(needle) >= 0) return true;
            }
        }

        return false;
    }

    private static int Read(FileStream memory, long at, Span<byte> into)
    {
        try
        {
            memory.Position = at;
            return memory.ReadAtLeast(into, into.Length, throwOnEndOfStream: false);
        }
        catch (IOException)
        {
            return 0; // A page that the process has given back meanwhile, or never touched.
        }
    }

    private IEnumerable<(long Start, long End)> Writable()
    {
        foreach (var line in File.ReadAllLines($"/proc/{process}/maps"))
        {
            var (range, rights) = (line[..line.IndexOf(' ', StringComparison.Ordinal)].Split('-'), line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            if (rights.StartsWith("rw", StringComparison.Ordinal) && !line.Contains("[v", StringComparison.Ordinal))
                yield return (long.Parse(range[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), long.Parse(range[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The data part of the Bech32 text without its checksum, five bits a character.</summary>
    private static byte[] SeedOf(string identity)
    {
        var data = identity[(identity.LastIndexOf('1') + 1)..^6];
        var (seed, bits, held) = (new List<byte>(), 0, 0);
        foreach (var character in data)
        {
            (bits, held) = (((bits << 5) | Bech32.IndexOf(character, StringComparison.Ordinal)) & 0xFFF, held + 5);
            if (held < 8) continue;

            held -= 8;
            seed.Add((byte)((bits >> held) & 0xFF));
        }

        return [.. seed];
    }
}
