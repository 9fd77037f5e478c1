using System.Runtime.ExceptionServices;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;
using Azukari.TransparencyLog;

namespace Azukari.Server.Storage;

/// <summary>An entry and the hash of its stored bytes, read before anybody asks on which facts it stands.</summary>
internal readonly record struct Leaf(Entry Entry, Digest Hash)
{
    internal static Digest HashOf(byte[] entry) => new(MerkleTree.LeafHash(entry).ToHex());

    /// <summary>The facts after these entries: each is believed only as far as its signatures and the rules bear it out.</summary>
    /// <exception cref="Protocol.ProtocolException">One of them is not an entry, or a signature is not to be believed.</exception>
    /// <exception cref="ReplayException">The rules would not have accepted one of them there.</exception>
    internal static Engagement After(Engagement facts, IReadOnlyList<byte[]> entries) => After(facts, Read(entries));

    internal static Engagement After(Engagement facts, IReadOnlyList<Leaf> leaves) => leaves.Aggregate(facts, (before, leaf) => Replay.Next(before, leaf.Entry, leaf.Hash));

    /// <summary>Reads a run of entries on as many processors as there are.</summary>
    /// <exception cref="Protocol.ProtocolException">One of them is not an entry.</exception>
    internal static IReadOnlyList<Leaf> Read(IReadOnlyList<byte[]> entries)
    {
        var leaves = new Leaf[entries.Count];
        try
        {
            Parallel.For(0, entries.Count, n => leaves[n] = new(Entry.Read(entries[n]), HashOf(entries[n])));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return leaves;
    }
}
