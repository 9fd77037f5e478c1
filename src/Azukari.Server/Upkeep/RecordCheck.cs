using Azukari.Domain.Engagements;
using Azukari.Evidence;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.TransparencyLog;

namespace Azukari.Server.Upkeep;

/// <summary>An engagement's record believed by nobody: replayed by the rules, and held against the newest checkpoint that its log signed.</summary>
/// <param name="Facts">As far as it could be replayed.</param>
/// <param name="Wrong">What is wrong with it, or null.</param>
internal sealed record RecordCheck(Engagement Facts, string? Wrong)
{
    internal const string NoKey = "its log key is not in the data folder: restore the file with the keys";

    /// <param name="entries">All of them, from the first.</param>
    /// <param name="newest">The newest checkpoint that was stored, or null.</param>
    /// <param name="key">The public half of the log key that lies in the data folder, or null where there is none.</param>
    internal static RecordCheck Of(IEnumerable<byte[]> entries, byte[]? newest, NoteVerifier? key)
    {
        var (facts, tree, signed) = (Engagement.Nothing, new CompactRange(), newest is null ? null : Checkpoint.Parse(SignedNote.Parse(newest).Text.Span));
        try
        {
            var isFound = signed is null;
            foreach (var entry in entries)
            {
                var leaf = MerkleTree.LeafHash(entry);
                facts = Replay.Next(facts, entry, new(leaf.ToHex()));
                tree.Append(leaf);
                if (tree.Size == signed?.Size && !(isFound = tree.Root() == signed.Root)) return new(facts, $"it is not the record that was signed at size {signed.Size}");
            }

            if (!isFound) return new(facts, $"it has {tree.Size} entries, and {signed!.Size} were signed");
        }
        catch (Exception fault) when (fault is ProtocolException or ReplayException)
        {
            return new(facts, $"entry {facts.NextSeq}: {fault.Message}");
        }

        if (facts.Founding is not { } founding) return new(facts, "it has no genesis");
        return new(facts, key is null ? NoKey : TrustAnchors.PolicyOf(founding).Logs[0].Key.Equals(key) ? null : "the log key in the data folder is another one");
    }
}
