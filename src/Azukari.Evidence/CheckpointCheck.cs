using Azukari.Domain.Engagements;
using Azukari.TransparencyLog;

namespace Azukari.Evidence;

/// <summary>The checkpoint of a bundle: this log, exactly these entries, signed by the log and by both witnesses and nobody else.</summary>
internal static class CheckpointCheck
{
    internal static (DateTimeOffset Owner, DateTimeOffset Contractor) Verify(FoundEngagement founding, ReadOnlyMemory<byte> note, CompactRange tree)
    {
        try
        {
            var signed = SignedNote.Parse(note.Span);
            var verdict = TrustAnchors.PolicyOf(founding).Judge(signed);
            if (verdict is not PolicyVerdict.Satisfied satisfied) throw Wrong("it is not signed by the log and both witnesses");

            var checkpoint = satisfied.Checkpoint;
            if (checkpoint.Origin != founding.LogOrigin || checkpoint.Size != tree.Size || checkpoint.Root != tree.Root()) throw Wrong("it is not of these entries");

            // Unknown lines are legal in a note; in a bundle they would be bytes that nobody vouches for.
            if (signed.Signatures.Count != 3 || checkpoint.Extensions.Length != 0) throw Wrong("it carries lines that nobody vouches for");

            return (TimeOf(satisfied, "owner"), TimeOf(satisfied, "contractor"));
        }
        catch (LogException fault)
        {
            throw new EvidenceException(EvidenceFault.Checkpoint, $"the checkpoint is refused: {fault.Message}", fault);
        }
    }

    private static DateTimeOffset TimeOf(PolicyVerdict.Satisfied satisfied, string witness) =>
        DateTimeOffset.FromUnixTimeSeconds(satisfied.Seen.First(sighting => sighting.Witness == witness).Time);

    private static EvidenceException Wrong(string why) => new(EvidenceFault.Checkpoint, $"the checkpoint is refused: {why}");
}
