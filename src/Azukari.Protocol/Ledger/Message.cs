using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Protocol.Opening;

namespace Azukari.Protocol.Ledger;

/// <summary>The one message that every exchange between a station, the service and the key holders is (design §7): the same over HTTP, as a file, as symbols.</summary>
/// <remarks>Nothing in it is believed for who delivered it: acts count by their signatures, entries by replay from the genesis, papers by the digest that an entry names.</remarks>
/// <param name="Engagement">The engagement.</param>
/// <param name="Entries">The stored bytes of entries from <paramref name="FirstEntry"/> on, in base64; empty where none are carried.</param>
/// <param name="FirstEntry">The place of the first of them.</param>
/// <param name="Acts">Signed acts to be delivered in this order, in base64 of their canonical bytes.</param>
/// <param name="Papers">Papers in base64: recipients, manifests, envelopes, texts.</param>
/// <param name="Release">The station's request that both holders take off their layers, or null.</param>
public sealed record Message(
    EngagementId Engagement, long FirstEntry, ImmutableArray<byte[]> Entries, ImmutableArray<byte[]> Acts, ImmutableArray<byte[]> Papers, ReleaseRequest? Release)
{
    /// <summary>The largest message, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>A message that carries only these acts and papers.</summary>
    public static Message Of(EngagementId engagement, IEnumerable<SignedAct> acts, params IEnumerable<byte[]> papers) =>
        new(engagement, 0, [], [.. acts.Select(act => act.Write())], [.. papers], null);

    /// <summary>The paper with this digest, or null.</summary>
    public byte[]? Paper(Digest digest) => Papers.FirstOrDefault(paper => Digests.Sha256(paper) == digest);

    /// <summary>The canonical bytes.</summary>
    public byte[] Write() => DomainJson.ToBytes(this);

    /// <summary>Reads a message.</summary>
    /// <exception cref="ProtocolException">The bytes are not one.</exception>
    public static Message Read(ReadOnlySpan<byte> bytes) => DomainJson.FromBytes<Message>(bytes, MaxBytes);
}
