using Azukari.Holder.Http;
using Azukari.Holder.Vault;
using Azukari.TransparencyLog;

namespace Azukari.Holder.Record;

/// <summary>Says to the world that this side has seen the log at this size, after it has replayed and stored every entry of it.</summary>
internal sealed class Witness(HolderKeys keys, Follower follower, ServerClient server, Alarm alarm, TimeProvider clock, ILogger log)
{
    private long cosigned = -1;

    internal async Task CosignAsync(CancellationToken cancellation)
    {
        if (alarm.IsRaised || follower.Newest is not { } note || follower.Trail.Size == cosigned) return;

        var checkpoint = Checkpoint.Parse(note.Text.Span);
        if (follower.Trail.Signers(note, checkpoint, keys.Witness.Verifier) is not { } signers || checkpoint.Size != follower.Trail.Size) return;

        if (!signers.Any(signer => signer.By.Equals(keys.Witness.Verifier)))
        {
            var line = keys.Witness.Cosign(note.Text.Span, clock.GetUtcNow().ToUnixTimeSeconds());
            var answer = await server.SendAsync(HttpMethod.Post, "cosignatures", new SignedNote(note.Text.Span, [line]).ToBytes(), cancellation);
            if (answer is not { Taken: true }) return;

            HolderLog.Cosigned(log, checkpoint.Size);
        }

        cosigned = checkpoint.Size;
    }
}
