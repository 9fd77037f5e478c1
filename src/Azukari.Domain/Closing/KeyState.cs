using Azukari.Domain.Engagements;

namespace Azukari.Domain.Closing;

/// <summary>R24's three sentences about the key, and no others. Every unclear case counts as the last.</summary>
public abstract record KeyAnswer
{
    private KeyAnswer() { }

    private protected abstract void Closed();

    /// <summary>Never released, destroyed at that time: no copy of the medium can ever be read.</summary>
    public sealed record NeverReleasedDestroyed(DateTimeOffset At) : KeyAnswer
    {
        private protected override void Closed() { }
    }

    /// <summary>Released at that time, and the destination, or two people for a destination that is gone, attest that its key was destroyed at that time.</summary>
    public sealed record ReleasedDestructionAttested(DateTimeOffset ReleasedAt, DateTimeOffset AttestedAt) : KeyAnswer
    {
        private protected override void Closed() { }
    }

    /// <summary>Released, not known destroyed; or anything that is not evidenced.</summary>
    public sealed record NotKnownDestroyed : KeyAnswer
    {
        private protected override void Closed() { }
    }
}

/// <summary>R20: the state of one key at one end.</summary>
public enum EndState
{
    /// <summary>It lives and gives what the rules allow.</summary>
    Alive,

    /// <summary>It lives and gives nothing.</summary>
    Suspended,

    /// <summary>Its destruction is ordered; no tombstone has come yet.</summary>
    Pending,

    /// <summary>A tombstone of the machine that kept it is in the record.</summary>
    Dead,

    /// <summary>Its machine is gone and two people, one of each side, attest that the key is dead.</summary>
    DeadAttested,

    /// <summary>There is no such key in the record.</summary>
    Unknown,
}

/// <summary>What the record proves about a carry-out's keys (R20, R24).</summary>
public static class Keys
{
    /// <summary>The answer to "can anybody read it?", in R24's words.</summary>
    public static KeyAnswer Answer(CarryOut carryOut)
    {
        if (carryOut.IsReleased)
        {
            return DestinationsEnd(carryOut) is { } attested
                ? new KeyAnswer.ReleasedDestructionAttested(carryOut.Released.Values.Max(mark => mark.At), attested.At)
                : new KeyAnswer.NotKnownDestroyed();
        }

        // One key of the three is enough, as long as no holder had given its layer away before it died.
        // A tombstone it must be: what two people attest of a machine that is gone does not prove that nobody has the key.
        var firstDeath = carryOut.Deaths.Values.Where(death => !GivenAwayBefore(carryOut, death)).Select(death => (DateTimeOffset?)death.Mark.At).Min();
        return firstDeath is { } at ? new KeyAnswer.NeverReleasedDestroyed(at) : new KeyAnswer.NotKnownDestroyed();
    }

    /// <summary>The state of one of the three keys.</summary>
    public static EndState StateOf(Engagement facts, CarryOut carryOut, Digest key) =>
        !facts.Keys.ContainsKey(key) ? EndState.Unknown
        : carryOut.Deaths.ContainsKey(key) ? EndState.Dead
        : carryOut.Attested.ContainsKey(key) ? EndState.DeadAttested
        : carryOut.KillOrdered is not null || carryOut.HasEnded || carryOut.Loaded is not null || carryOut.GaveUp is not null ? EndState.Pending
        : carryOut.Suspended is not null ? EndState.Suspended
        : EndState.Alive;

    /// <summary>After a release nobody can prove what became of the key there; the station's own word is the sentence, and so is that of two people who saw the station gone.</summary>
    private static Mark? DestinationsEnd(CarryOut carryOut) => carryOut.Permit is { Keys.Destination: var key }
        ? carryOut.Deaths.GetValueOrDefault(key)?.Mark ?? carryOut.Attested.GetValueOrDefault(key)
        : null;

    /// <summary>A layer that was taken off before its key died may be somewhere; that death proves nothing about it.</summary>
    private static bool GivenAwayBefore(CarryOut carryOut, KeyDeath death) => carryOut.Permit is { Keys: var keys }
        && ((death.Tombstone.Recipient == keys.Owner && carryOut.Released.ContainsKey(Side.Owner))
            || (death.Tombstone.Recipient == keys.Contractor && carryOut.Released.ContainsKey(Side.Contractor)));
}
