using System.Text;

namespace Azukari.TransparencyLog;

/// <summary>The state of a log: whose it is, how many entries it has, and the root over them (tlog-checkpoint).</summary>
/// <remarks>
/// The origin is one line and not empty; the size is 0 or more. <see cref="Extensions"/> holds further lines as they were, each with its newline, usually none:
/// a log of another make may have them and a signature covers them, but they mean nothing here.
/// </remarks>
public sealed record Checkpoint
{
    /// <summary>A checkpoint of that log.</summary>
    public Checkpoint(string origin, long size, TreeHash root, string extensions = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        Origin = Wire.IsLine(origin) ? origin : throw new ArgumentException("an origin is one line", nameof(origin));
        Extensions = AreLines(extensions) ? extensions : throw new ArgumentException("an extension is a line that is not empty", nameof(extensions));
        (Size, Root) = (size, root);
    }

    /// <summary>The log's unique name; by custom also its key's name.</summary>
    public string Origin { get; }

    /// <summary>The number of entries.</summary>
    public long Size { get; }

    /// <summary>The root over them.</summary>
    public TreeHash Root { get; }

    /// <summary>Lines after the root, verbatim.</summary>
    public string Extensions { get; }

    /// <summary>Reads the text of a note.</summary>
    /// <exception cref="LogException"><see cref="LogFault.Checkpoint"/>.</exception>
    public static Checkpoint Parse(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> rest = text;
        bool read = Wire.IsNoteText(text)
            & Wire.TryLine(ref rest, out var origin)
            & Wire.TryLine(ref rest, out var sizeLine)
            & Wire.TryLine(ref rest, out var rootLine)
            & Wire.TryDecimal(sizeLine, out long size)
            & TreeHash.TryParseBase64(rootLine, out TreeHash root);
        string extensions = read ? Encoding.UTF8.GetString(rest) : "";
        return read && !origin.IsEmpty && AreLines(extensions)
            ? new(Encoding.UTF8.GetString(origin), size, root, extensions)
            : throw new LogException(LogFault.Checkpoint, "not a checkpoint");
    }

    /// <summary>The text to sign, ending in a newline.</summary>
    public byte[] ToText() => Encoding.UTF8.GetBytes($"{Origin}\n{Wire.Decimal(Size)}\n{Root.ToBase64()}\n{Extensions}");

    /// <summary>The checkpoint as a note, signed by the log: by one key, or by the old and the new one while a key is replaced.</summary>
    /// <remarks>Whoever signs has made sure that this tree continues every tree signed before, and that its entries cannot be lost any more.</remarks>
    public SignedNote Sign(params IEnumerable<NoteSigner> keys)
    {
        byte[] text = ToText();
        return new(text, keys.Select(key => key.Sign(text)));
    }

    private static bool AreLines(string text) => text.Length == 0 || (text[^1] == '\n' && text[..^1].Split('\n').All(Wire.IsLine));
}
