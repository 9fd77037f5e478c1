using System.Text;

namespace Azukari.TransparencyLog;

/// <summary>An offline proof that an entry is in a log (tlog-proof@v1, extension <c>.tlog-proof</c>): index, path, and the checkpoint with its lines.</summary>
/// <remarks>What was read is written back byte for byte.</remarks>
public sealed class TlogProof
{
    /// <summary>No tree of 2^63 leaves has a longer path.</summary>
    public const int LongestPath = 63;

    private readonly byte[] extra;

    /// <summary>A proof for the entry at an index from 0. <paramref name="extra"/> is signed by nobody; empty means none.</summary>
    public TlogProof(long index, IReadOnlyList<TreeHash> path, SignedNote checkpoint, ReadOnlySpan<byte> extra = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(path.Count, LongestPath, nameof(path));
        (Index, Path, Checkpoint) = (index, [.. path], checkpoint);
        this.extra = extra.ToArray();
    }

    /// <summary>The entry's place in the log, from 0.</summary>
    public long Index { get; }

    /// <summary>The siblings, from the leaf's to the one below the root.</summary>
    public IReadOnlyList<TreeHash> Path { get; }

    /// <summary>The checkpoint as the log and the witnesses signed it.</summary>
    public SignedNote Checkpoint { get; }

    /// <summary>Whatever the writer added. Not authenticated: never believe it.</summary>
    public ReadOnlyMemory<byte> Extra => extra;

    private static ReadOnlySpan<byte> Header => "c2sp.org/tlog-proof@v1"u8;

    private static ReadOnlySpan<byte> ExtraWord => "extra "u8;

    private static ReadOnlySpan<byte> IndexWord => "index "u8;

    /// <summary>Reads a proof file.</summary>
    /// <exception cref="LogException"><see cref="LogFault.Proof"/>, or <see cref="LogFault.Note"/> for the checkpoint's part.</exception>
    public static TlogProof Parse(ReadOnlySpan<byte> file)
    {
        if (!Wire.TryLine(ref file, out var header) || !header.SequenceEqual(Header) || !Wire.TryLine(ref file, out var line))
        {
            throw Malformed("not a tlog-proof@v1");
        }

        byte[]? extra = null;
        if (line.StartsWith(ExtraWord) && (!Wire.TryBase64(line[ExtraWord.Length..], out extra) || !Wire.TryLine(ref file, out line)))
        {
            throw Malformed("extra data that is not base64, or nothing after it");
        }

        return line.StartsWith(IndexWord) && Wire.TryDecimal(line[IndexWord.Length..], out long index) && HashLines.TryRead(ref file, LongestPath, out var path)
            ? new(index, path, SignedNote.Parse(file), extra)
            : throw Malformed("no index, or a path that is not hashes up to an empty line");
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        string extraLine = extra.Length == 0 ? "" : $"{Encoding.ASCII.GetString(ExtraWord)}{Convert.ToBase64String(extra)}\n";
        return [.. Header, .. Encoding.ASCII.GetBytes($"\n{extraLine}index {Wire.Decimal(Index)}\n"), .. HashLines.Write(Path), .. Checkpoint.ToBytes()];
    }

    /// <summary>Judges the whole proof: the policy's log signed, the quorum cosigned, and the leaf is in the tree.</summary>
    /// <param name="leaf">The hash of the entry's exact bytes, computed by the caller; a proof does not carry it.</param>
    /// <param name="policy">Whom the caller trusts; never taken from where the proof came from.</param>
    /// <exception cref="LogException">As <see cref="TrustPolicy.Judge"/>.</exception>
    public ProofVerdict Verify(TreeHash leaf, TrustPolicy policy) => policy.Judge(Checkpoint) switch
    {
        PolicyVerdict.Satisfied trusted when Leads(leaf, trusted.Checkpoint) => new ProofVerdict.Proven(trusted),
        PolicyVerdict.Satisfied trusted => new ProofVerdict.NotIncluded(trusted.Checkpoint),
        var other => new ProofVerdict.Untrusted(other),
    };

    private bool Leads(TreeHash leaf, Checkpoint to) => MerkleTree.VerifyInclusion(leaf, Index, to.Size, Path, to.Root);

    private static LogException Malformed(string message) => new(LogFault.Proof, message);
}
