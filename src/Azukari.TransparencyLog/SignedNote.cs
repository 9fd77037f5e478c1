namespace Azukari.TransparencyLog;

/// <summary>A text and who claims to have signed it (C2SP signed-note). Its text must not be used before <see cref="Verify"/> has answered.</summary>
/// <remarks>What was read is written back byte for byte. A note has one signature or more, at most <see cref="MostSignatures"/>.</remarks>
public sealed class SignedNote
{
    /// <summary>More signatures than this are refused, so that a stranger cannot make a verifier work without end.</summary>
    public const int MostSignatures = 100;

    private readonly byte[] text;

    /// <summary>A note over a text that ends in a newline, with at least one signature.</summary>
    public SignedNote(ReadOnlySpan<byte> text, IEnumerable<NoteSignature> signatures)
    {
        this.text = IsText(text) ? text.ToArray() : throw new ArgumentException("a note's text is UTF-8 and ends in a newline", nameof(text));
        Signatures = [.. signatures];
        ArgumentOutOfRangeException.ThrowIfZero(Signatures.Count, nameof(signatures));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Signatures.Count, MostSignatures, nameof(signatures));
    }

    /// <summary>What is signed, with its final newline and without the empty line after it.</summary>
    public ReadOnlyMemory<byte> Text => text;

    /// <summary>The lines in their order, unchecked.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Reads a note. The text ends at the last empty line.</summary>
    /// <exception cref="LogException"><see cref="LogFault.Note"/>.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.LastIndexOf("\n\n"u8);
        return end >= 0 && IsText(bytes[..(end + 1)])
            ? new(bytes[..(end + 1)], NoteSignature.ParseLines(bytes[(end + 2)..]))
            : throw new LogException(LogFault.Note, "not a signed note");
    }

    /// <summary>The note as it is stored and sent.</summary>
    public byte[] ToBytes() => [.. text, (byte)'\n', .. Signatures.SelectMany(signature => signature.ToLine())];

    /// <summary>The same text with further lines after those it has.</summary>
    public SignedNote With(params IEnumerable<NoteSignature> more) => new(text, Signatures.Concat(more));

    /// <summary>Who of the known keys signed. Lines of unknown keys are ignored, even if they share a name or a key ID with a known one.</summary>
    /// <exception cref="LogException">
    /// <see cref="LogFault.Signature"/>: a line of a known key fails, which condemns the note with all its lines.
    /// <see cref="LogFault.Unsigned"/>: no known key signed.
    /// </exception>
    public IReadOnlyList<VerifiedSignature> Verify(params IEnumerable<NoteVerifier> known)
    {
        var verified = Known([.. known]);
        return verified.Count > 0 ? verified : throw new LogException(LogFault.Unsigned, "no known key signed the note");
    }

    /// <summary>As <see cref="Verify"/>, and empty when no known key signed: for judges to whom that is an answer.</summary>
    internal IReadOnlyList<VerifiedSignature> Known(IReadOnlyList<NoteVerifier> keys) =>
        [.. from line in Signatures
            from key in keys
            where key.KeyId == line.KeyId && string.Equals(key.Name, line.Name, StringComparison.Ordinal)
            select key.Verify(text, line)];

    private static bool IsText(ReadOnlySpan<byte> bytes) => bytes.EndsWith((byte)'\n') && Wire.IsNoteText(bytes);
}
