using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Evidence;
using Azukari.Holder.Vault;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.TransparencyLog;

namespace Azukari.Holder.Record;

/// <summary>How far the record was followed: leaves and the facts that they add up to. Immutable steps: a further entry makes a further trail.</summary>
internal sealed record Trail(Engagement Facts, IReadOnlyList<TreeHash> Leaves)
{
    internal static Trail Nothing { get; } = new(Engagement.Nothing, []);

    internal long Size => Leaves.Count;

    /// <summary>The root over all that was followed; worked out once.</summary>
    internal TreeHash Root => root ??= RootAt(Size);

    private TreeHash? root;

    internal TreeHash RootAt(long size)
    {
        var range = new CompactRange();
        foreach (var leaf in Leaves.Take(checked((int)size))) range.Append(leaf);
        return range.Root();
    }

    /// <summary>Who of these signed this checkpoint, which the log's own key, as the genesis pins it, must have signed under the log's name; null where it did not.</summary>
    /// <exception cref="LogException">A signature is wrong, or the log's is not there.</exception>
    internal IReadOnlyList<VerifiedSignature>? Signers(SignedNote note, Checkpoint checkpoint, params NoteVerifier[] others)
    {
        if (Facts.Founding is not { } founding || checkpoint.Origin != founding.LogOrigin) return null;

        var log = TrustAnchors.PolicyOf(founding).Logs[0].Key;
        var signed = note.Verify([log, .. others]);
        return signed.Any(signature => signature.By.Equals(log)) ? signed : null;
    }

    /// <summary>Replays further entries as far as they are to be believed; the code says what stopped it, or is null.</summary>
    internal (Trail Reached, string? Alarm) After(IReadOnlyList<ReadOnlyMemory<byte>> entries, HolderSettings settings, HolderKeys keys)
    {
        if (entries.Count == 0) return (this, null);

        var (facts, leaves) = (Facts, Leaves.ToList());
        foreach (var entry in entries)
        {
            var leaf = MerkleTree.LeafHash(entry.Span);
            if (leaves.Count == 0 && leaf.ToHex() != settings.Genesis.Value) return (new(facts, leaves), AlarmCode.WrongGenesis);

            try
            {
                facts = Replay.Next(facts, entry.Span, new(leaf.ToHex()));
            }
            catch (Exception refused) when (refused is ProtocolException or ReplayException)
            {
                return (new(facts, leaves), AlarmCode.RefusedEntry);
            }

            leaves.Add(leaf);
            if (leaves.Count == 1 && !IsOurs(facts.Founding!, settings, keys)) return (new(facts, leaves), AlarmCode.NotOurKeys);
        }

        return (new(facts, leaves), null);
    }

    private static bool IsOurs(FoundEngagement founding, HolderSettings settings, HolderKeys keys)
    {
        var ours = settings.Side == Side.Owner ? founding.Owner : founding.Contractor;
        return founding.Engagement == settings.Engagement && ours.HolderKey.Id == keys.Id && ours.WitnessKey == keys.Witness.Verifier.ToString();
    }
}
