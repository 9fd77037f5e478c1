using Azukari.Domain.Engagements;

namespace Azukari.Domain.Closing;

/// <summary>A key's life in the record: deposited, named once, dead once.</summary>
internal static class KeyFold
{
    internal static Engagement Named(Engagement before, Digest recipient, CarryOutId by) =>
        before.Keys.TryGetValue(recipient, out var key) ? before.With(key with { NamedBy = by }) : before;

    internal static Engagement Destroyed(Engagement before, Tombstone tombstone, Mark mark)
    {
        if (!before.Keys.TryGetValue(tombstone.Recipient, out var key) || key.Death is not null) return before; // A key dies once; the first tombstone dates it.

        var death = new KeyDeath(mark, tombstone);
        var after = before.With(key with { Death = death });

        return after.Find(key.NamedBy) is { } carryOut ? after.With(carryOut with { Deaths = carryOut.Deaths.SetItem(key.Recipient, death) }) : after;
    }

    internal static Engagement Attested(Engagement before, AttestKeyDead act, Mark mark)
    {
        var after = before.With(before.Keys[act.Recipient] with { Attested = mark });
        return after.Find(act.CarryOut) is { } carryOut ? after.With(carryOut with { Attested = carryOut.Attested.SetItem(act.Recipient, mark) }) : after;
    }
}
