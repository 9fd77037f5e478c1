using System.Collections.Immutable;
using Azukari.Domain;

namespace Azukari.Server.Storage;

/// <summary>The answer to a delivered act.</summary>
internal abstract record Delivery
{
    private Delivery() { }

    /// <summary>It stands in the record; <paramref name="IsNew"/> is false when the same message had come before.</summary>
    internal sealed record Stored(long Seq, DateTimeOffset At, Digest Leaf, ImmutableArray<Refusal> Missing, bool IsNew) : Delivery;

    /// <summary>The rules speak against it; nothing but a row of codes was left.</summary>
    internal sealed record Refused(ImmutableArray<Refusal> Refusals) : Delivery;

    /// <summary>The record is behind its witnesses and takes nothing; a safety act is kept until it is whole.</summary>
    internal sealed record Behind(bool IsKept) : Delivery;
}
