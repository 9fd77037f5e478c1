using System.Runtime.ExceptionServices;
using Azukari.Domain;
using Azukari.Protocol.Ledger;
using Azukari.TransparencyLog;

namespace Azukari.Server.Storage;

/// <summary>An entry and the hash of its stored bytes, read before anybody asks on which facts it stands.</summary>
internal readonly record struct Leaf(Entry Entry, Digest Hash)
{
    /// <summary>Reads a run of entries on as many processors as there are.</summary>
    /// <exception cref="Protocol.ProtocolException">One of them is not an entry.</exception>
    internal static IReadOnlyList<Leaf> Read(IReadOnlyList<byte[]> entries)
    {
        var leaves = new Leaf[entries.Count];
        try
        {
            Parallel.For(0, entries.Count, n => leaves[n] = new(Entry.Read(entries[n]), new(MerkleTree.LeafHash(entries[n]).ToHex())));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return leaves;
    }
}
