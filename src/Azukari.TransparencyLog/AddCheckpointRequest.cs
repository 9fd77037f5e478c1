using System.Text;

namespace Azukari.TransparencyLog;

/// <summary>The body of <c>POST add-checkpoint</c> (tlog-witness): the size the witness is believed to have, the proof from there, the checkpoint.</summary>
/// <remarks>
/// What was read is written back byte for byte. Send the log's own signatures only, no cosignatures: there are witnesses that take 10 KiB at most.
/// </remarks>
public sealed class AddCheckpointRequest
{
    /// <summary>The most hashes a proof may have.</summary>
    public const int LongestProof = 63;

    /// <summary>A request from an old size of 0 or more.</summary>
    public AddCheckpointRequest(long oldSize, IReadOnlyList<TreeHash> proof, SignedNote checkpoint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(proof.Count, LongestProof, nameof(proof));
        (OldSize, Proof, Note, Checkpoint) = (oldSize, [.. proof], checkpoint, Checkpoint.Parse(checkpoint.Text.Span));
    }

    /// <summary>The size the client believes the witness to have cosigned last; 0 for none.</summary>
    public long OldSize { get; }

    /// <summary>The consistency proof.</summary>
    public IReadOnlyList<TreeHash> Proof { get; }

    /// <summary>The signed checkpoint, unchecked.</summary>
    public SignedNote Note { get; }

    /// <summary>Its text, read. By its origin a witness finds what it knows.</summary>
    public Checkpoint Checkpoint { get; }

    private static ReadOnlySpan<byte> OldWord => "old "u8;

    /// <summary>Reads a body.</summary>
    /// <exception cref="LogException">Of any fault: answer 400.</exception>
    public static AddCheckpointRequest Parse(ReadOnlySpan<byte> body) =>
        Wire.TryLine(ref body, out var line) && line.StartsWith(OldWord) && Wire.TryDecimal(line[OldWord.Length..], out long oldSize)
        && HashLines.TryRead(ref body, LongestProof, out var proof)
            ? new(oldSize, proof, SignedNote.Parse(body))
            : throw new LogException(LogFault.Request, "no old size, or a proof that is not hashes up to an empty line");

    /// <summary>The body.</summary>
    public byte[] ToBytes() => [.. Encoding.ASCII.GetBytes($"old {Wire.Decimal(OldSize)}\n"), .. HashLines.Write(Proof), .. Note.ToBytes()];
}
