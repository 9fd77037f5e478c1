using System.Buffers.Binary;
using System.Text;

namespace Azukari.TransparencyLog;

/// <summary>One signature line of a note: em dash, space, key name, space, base64 of key ID and signature, newline.</summary>
/// <remarks>A line says nothing until <see cref="NoteVerifier"/> has checked it.</remarks>
public sealed class NoteSignature
{
    private const int KeyIdSize = sizeof(uint);

    /// <summary>A line under that name; the signature has at least one byte.</summary>
    public NoteSignature(string name, uint keyId, ReadOnlyMemory<byte> signature)
    {
        if (!Wire.IsKeyName(name) || signature.IsEmpty)
        {
            throw new ArgumentException("not a key name, or no signature", nameof(name));
        }

        (Name, KeyId, Signature) = (name, keyId, signature);
    }

    /// <summary>The name of the key; not empty, without spaces and plus signs.</summary>
    public string Name { get; }

    /// <summary>The first four bytes of a hash over name, type and key. Short: it finds a key, it proves none.</summary>
    public uint KeyId { get; }

    /// <summary>The bytes after the key ID; what they mean depends on the key's type.</summary>
    public ReadOnlyMemory<byte> Signature { get; }

    private static ReadOnlySpan<byte> Prefix => "— "u8;

    /// <summary>Reads one or more lines, as a witness answers them.</summary>
    /// <exception cref="LogException"><see cref="LogFault.Note"/>.</exception>
    public static IReadOnlyList<NoteSignature> ParseLines(ReadOnlySpan<byte> lines)
    {
        List<NoteSignature> signatures = [];
        while (Wire.TryLine(ref lines, out var line))
        {
            signatures.Add(signatures.Count < SignedNote.MostSignatures ? Parse(line) : throw Malformed("more signatures than a note may have"));
        }

        return lines.IsEmpty && signatures.Count > 0 ? signatures : throw Malformed("no signature, or one that is cut short");
    }

    /// <summary>The line with its newline.</summary>
    public byte[] ToLine()
    {
        byte[] blob = new byte[KeyIdSize + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(blob, KeyId);
        Signature.Span.CopyTo(blob.AsSpan(KeyIdSize));
        return [.. Prefix, .. Encoding.UTF8.GetBytes(Name), (byte)' ', .. Encoding.ASCII.GetBytes(Convert.ToBase64String(blob)), (byte)'\n'];
    }

    private static NoteSignature Parse(ReadOnlySpan<byte> line)
    {
        int space = line.LastIndexOf((byte)' ');
        if (!line.StartsWith(Prefix) || space <= Prefix.Length || !Wire.IsNoteText(line))
        {
            throw Malformed("not a signature line");
        }

        string name = Encoding.UTF8.GetString(line[Prefix.Length..space]);
        return Wire.IsKeyName(name) && Wire.TryBase64(line[(space + 1)..], out byte[]? blob) && blob.Length > KeyIdSize
            ? new(name, BinaryPrimitives.ReadUInt32BigEndian(blob), blob.AsMemory(KeyIdSize))
            : throw Malformed("a signature line without a key name or a signature");
    }

    private static LogException Malformed(string message) => new(LogFault.Note, message);
}
