using System.Buffers.Binary;
using Azukari.TransparencyLog;

namespace Azukari.Holder.Record;

/// <summary>The entries this holder has replayed, and the last checkpoint it found them under: what it will never go back on.</summary>
/// <remarks>Entries stand one behind the other, each with its length as two bytes. They count as far as the checkpoint says; what a crash left behind them is cut off by the next write.</remarks>
internal sealed class RecordFile(string folder)
{
    private readonly string entries = Path.Combine(folder, "record"), checkpoint = Path.Combine(folder, "checkpoint");
    private long end;

    /// <summary>Reads both files; null before the first entry.</summary>
    /// <exception cref="InvalidDataException">There are fewer entries than the checkpoint says.</exception>
    internal (IReadOnlyList<ReadOnlyMemory<byte>> Entries, SignedNote Note)? Load()
    {
        if (!File.Exists(checkpoint)) return null;

        var note = SignedNote.Parse(File.ReadAllBytes(checkpoint));
        var size = Checkpoint.Parse(note.Text.Span).Size;
        var (bytes, read) = ((ReadOnlyMemory<byte>)File.ReadAllBytes(entries), new List<ReadOnlyMemory<byte>>());
        for (end = 0; read.Count < size; end += sizeof(ushort) + read[^1].Length) read.Add(EntryAt(bytes[checked((int)end)..]));

        return (read, note);
    }

    /// <summary>Keeps further entries and the checkpoint they stand under, in this order.</summary>
    internal void Append(IReadOnlyList<ReadOnlyMemory<byte>> more, SignedNote note)
    {
        using var written = new MemoryStream();
        Span<byte> length = stackalloc byte[sizeof(ushort)];
        foreach (var entry in more)
        {
            BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)entry.Length));
            written.Write(length);
            written.Write(entry.Span);
        }

        DurableFile.WriteAt(entries, end, written.ToArray());
        DurableFile.Write(checkpoint, note.ToBytes());
        end += written.Length; // Only now: if either write failed, the next one starts at the same place.
    }

    private static ReadOnlyMemory<byte> EntryAt(ReadOnlyMemory<byte> rest)
    {
        var length = rest.Length < sizeof(ushort) ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(rest.Span);
        return length <= rest.Length - sizeof(ushort) ? rest.Slice(sizeof(ushort), length) : throw new InvalidDataException("the record ends before its checkpoint");
    }
}
