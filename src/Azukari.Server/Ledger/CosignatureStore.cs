using Azukari.Domain.Engagements;
using Azukari.Server.Storage;
using Azukari.TransparencyLog;

namespace Azukari.Server.Ledger;

/// <summary>The two witnesses' lines under our checkpoints. A line is kept only when it is good and under a checkpoint that we stored.</summary>
internal sealed class CosignatureStore(Database database, Integrator integrator)
{
    private const string Owner = "1-owner", Contractor = "2-contractor";

    /// <summary>The checkpoint with the lines that have come so far, the owner's first.</summary>
    internal async Task<SignedNote> WithAsync(string engagement, Checkpointed checkpoint, CancellationToken cancellation)
    {
        var lines = await database.ReadAsync<byte[]>("select line from cosignature where engagement = @engagement and size = @size order by witness", new { engagement, size = checkpoint.Size }, cancellation);
        return checkpoint.Note.With(lines.SelectMany(line => NoteSignature.ParseLines(line)));
    }

    /// <summary>The newest checkpoint that both have seen, with both lines; null when there is none.</summary>
    internal async Task<Checkpointed?> NewestOfBothAsync(string engagement, CancellationToken cancellation)
    {
        const string sql = "select size from cosignature where engagement = @engagement group by size having count(*) = 2 order by size desc limit 1";
        if (await database.ReadAsync<long>(sql, new { engagement }, cancellation) is not [var size] || await integrator.NoteAsync(engagement, size, cancellation) is not { } note) return null;

        return new(size, await WithAsync(engagement, new(size, SignedNote.Parse(note)), cancellation));
    }

    /// <summary>How far each side's witness has seen the record: all entries before that place.</summary>
    internal async Task<Witnessed> WitnessedAsync(string engagement, CancellationToken cancellation)
    {
        const string sql = "select size from cosignature where engagement = @engagement and witness = @witness order by size desc limit 1";
        async Task<long> SizeAsync(string witness) => await database.ReadAsync<long>(sql, new { engagement, witness }, cancellation) is [var size] ? size : 0;
        return new(await SizeAsync(Owner), await SizeAsync(Contractor), (await NewestOfBothAsync(engagement, cancellation))?.Size ?? 0);
    }

    /// <summary>Takes the lines of either witness out of a note; false when there is none, or the checkpoint is not ours.</summary>
    /// <exception cref="LogException"><see cref="LogFault.Signature"/>: a witness's line is wrong; then none of them is kept.</exception>
    internal async Task<bool> TakeAsync(string engagement, FoundEngagement founding, SignedNote note, CancellationToken cancellation)
    {
        var size = Checkpoint.Parse(note.Text.Span).Size;
        if (await integrator.NoteAsync(engagement, size, cancellation) is not { } ours || !SignedNote.Parse(ours).Text.Span.SequenceEqual(note.Text.Span)) return false;

        var good = Witnesses(founding).Select(witness => (witness.Rank, Line: GoodLine(note, witness.Key))).Where(found => found.Line is not null).ToArray();
        foreach (var (rank, line) in good)
        {
            await database.WriteAsync(
                "insert into cosignature (engagement, size, witness, line) values (@engagement, @size, @rank, @line) on conflict do nothing", new { engagement, size, rank, line });
        }

        return good.Length > 0;
    }

    private static (string Rank, NoteVerifier Key)[] Witnesses(FoundEngagement founding) =>
        [(Owner, NoteVerifier.Parse(founding.Owner.WitnessKey)), (Contractor, NoteVerifier.Parse(founding.Contractor.WitnessKey))];

    private static byte[]? GoodLine(SignedNote note, NoteVerifier witness)
    {
        if (note.Signatures.FirstOrDefault(line => line.Name == witness.Name && line.KeyId == witness.KeyId) is not { } found) return null;

        witness.Verify(note.Text.Span, found);
        return found.ToLine();
    }
}

/// <summary>How far the record has been seen, in entries.</summary>
/// <param name="Owner">By the owner's witness.</param>
/// <param name="Contractor">By the contractor's.</param>
/// <param name="Both">The size of the newest checkpoint that bears both lines; 0 where there is none.</param>
public sealed record Witnessed(long Owner, long Contractor, long Both);
