using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Protocol.Canonical;

namespace Azukari.Protocol.Ledger;

/// <summary>記録: one leaf of the ledger. The stored event is these bytes; they are hashed as stored and never written again to verify (design §5).</summary>
/// <param name="Seq">The place in the engagement's log, dense from 0; also the leaf index.</param>
/// <param name="At">The service's time, in whole milliseconds.</param>
/// <param name="Signed">The act with its signatures.</param>
/// <param name="Missing">What a safety act was accepted without (R35).</param>
public sealed record Entry(long Seq, DateTimeOffset At, SignedAct Signed, ImmutableArray<Refusal> Missing)
{
    /// <summary>The canonical bytes.</summary>
    public byte[] Write()
    {
        var node = Signed.ToNode();
        node["at"] = At.ToUnixTimeMilliseconds();
        node["missing"] = DomainJson.ToNode(Missing);
        node["seq"] = Seq;
        return CanonicalJson.Write(node);
    }

    /// <summary>Reads an entry; anything that we would not write back byte for byte is refused.</summary>
    /// <exception cref="ProtocolException">The bytes are not an entry.</exception>
    public static Entry Read(ReadOnlySpan<byte> bytes)
    {
        var read = ReadOwn(bytes);
        try
        {
            return bytes.SequenceEqual(read.Write()) ? read : throw new ProtocolException(ProtocolFault.Malformed, "the entry is not written as we write it");
        }
        catch (CanonicalJsonException fault)
        {
            throw new ProtocolException(ProtocolFault.Malformed, fault.Message, fault); // A number that we would not write.
        }
    }

    /// <summary>Reads an entry that came out of this installation's own record, to show it: how it is spelled was checked when it went in, and is checked again by whoever replays it.</summary>
    /// <exception cref="ProtocolException">The bytes are not an entry.</exception>
    public static Entry ReadOwn(ReadOnlySpan<byte> bytes)
    {
        var node = DomainJson.ParseNode(bytes, SignedAct.MaxBytes);
        return new(DomainJson.FromNode<long>(node["seq"]), DomainJson.FromNode<DateTimeOffset>(node["at"]), SignedAct.FromNode(node), DomainJson.FromNode<ImmutableArray<Refusal>>(node["missing"]));
    }
}
