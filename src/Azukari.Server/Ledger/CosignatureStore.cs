using Azukari.Domain.Engagements;
using Azukari.Server.Storage;
using Azukari.TransparencyLog;
using Dapper;

namespace Azukari.Server.Ledger;

/// <summary>The two witnesses' lines under our checkpoints. A line is kept only when it is good and under a checkpoint that we stored.</summary>
internal sealed class CosignatureStore(Database database)
{
    /// <summary>The checkpoint with the lines that have come so far, the owner's first.</summary>
    internal async Task<SignedNote> WithAsync(string engagement, Checkpointed checkpoint, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var lines = await connection.QueryAsync<byte[]>("select line from cosignature where engagement = @engagement and size = @size order by witness", new { engagement, size = checkpoint.Size });
        return checkpoint.Note.With(lines.SelectMany(line => NoteSignature.ParseLines(line)));
    }

    /// <summary>Takes the lines of either witness out of a note; false when there is none, or the checkpoint is not ours.</summary>
    /// <exception cref="LogException">A witness's line is wrong.</exception>
    internal async Task<bool> TakeAsync(string engagement, FoundEngagement founding, SignedNote note, CancellationToken cancellation)
    {
        var checkpoint = Checkpoint.Parse(note.Text.Span);
        await using var connection = await database.OpenAsync(cancellation);
        var ours = await connection.ExecuteScalarAsync<byte[]>("select note from checkpoint where engagement = @engagement and size = @size", new { engagement, size = checkpoint.Size });
        if (ours is null || !SignedNote.Parse(ours).Text.Span.SequenceEqual(note.Text.Span)) return false;

        var taken = false;
        foreach (var (rank, vkey) in new[] { ("1-owner", founding.Owner.WitnessKey), ("2-contractor", founding.Contractor.WitnessKey) })
        {
            var witness = NoteVerifier.Parse(vkey);
            if (note.Signatures.FirstOrDefault(signature => signature.Name == witness.Name && signature.KeyId == witness.KeyId) is not { } found) continue;

            note.Verify(witness);
            var line = found.ToLine();
            await connection.ExecuteAsync(
                "insert into cosignature (engagement, size, witness, line) values (@engagement, @size, @rank, @line) on conflict do nothing", new { engagement, size = checkpoint.Size, rank, line });
            taken = true;
        }

        return taken;
    }
}
