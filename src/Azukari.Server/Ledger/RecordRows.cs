using Azukari.Domain;
using Azukari.Protocol.Ledger;
using Azukari.TransparencyLog;
using Microsoft.Extensions.Caching.Memory;

namespace Azukari.Server.Ledger;

/// <summary>Entries as pages show them, each read once: who looks at a record mostly looks at what others have just looked at. Known by their bytes alone, so that nothing here can be out of date.</summary>
internal sealed class RecordRows : IDisposable
{
    /// <summary>What is remembered at most, counted in stored bytes; read, they take some times as much.</summary>
    private const long Most = 8L << 20;

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <exception cref="Protocol.ProtocolException">The bytes are not an entry.</exception>
    internal RecordRow Of(byte[] bytes)
    {
        var leaf = MerkleTree.LeafHash(bytes);
        return known.GetOrCreate(leaf, entry =>
        {
            entry.Size = bytes.Length;
            return new RecordRow(Entry.ReadOwn(bytes), new Digest(leaf.ToHex()));
        })!;
    }

    public void Dispose() => known.Dispose();
}
