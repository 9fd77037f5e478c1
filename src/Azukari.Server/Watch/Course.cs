using Azukari.Domain;

namespace Azukari.Server.Watch;

/// <summary>What time it is, and whether that is to be believed.</summary>
/// <param name="Now">The wall clock; in doubt what was counted since it was last believed, or was last sure before a long sleep.</param>
/// <param name="InDoubt">Whether nothing may be ended, and nothing made more reachable, on the strength of it.</param>
internal readonly record struct Told(DateTimeOffset Now, bool InDoubt);

/// <summary>How one engagement's time runs: the wall clock held against the count of this computer, and both sides' key holders as the outside time that settles it (design §5).</summary>
internal sealed class Course
{
    /// <summary>How far the wall clock and the count may part.</summary>
    internal static readonly TimeSpan MostApart = TimeSpan.FromMinutes(2);

    /// <summary>How long nobody may have been awake.</summary>
    internal static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private static readonly TimeSpan AnchorLasts = TimeSpan.FromHours(1); // The two drift by seconds a day; that is nobody's doing.

    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private readonly Dictionary<Side, TimeSpan> heard = [];
    private DateTimeOffset wall;
    private long stamp;
    private bool sleptLong;

    /// <param name="clock">The wall clock and the count.</param>
    /// <param name="heartbeat">When somebody was last awake and sure; null in a new installation.</param>
    internal Course(TimeProvider clock, DateTimeOffset? heartbeat)
    {
        this.clock = clock;
        (wall, stamp) = (clock.GetUtcNow(), clock.GetTimestamp());
        sleptLong = wall - heartbeat > LongestSleep;
        if (sleptLong || wall < heartbeat) wall = heartbeat!.Value; // The last time that somebody was sure of; the count goes on from there.
    }

    /// <summary>Another course that has gone the same way so far.</summary>
    internal Course(Course other)
    {
        lock (other.gate) (clock, wall, stamp, sleptLong) = (other.clock, other.wall, other.stamp, other.sleptLong);
    }

    internal Told Tell()
    {
        lock (gate)
        {
            var (now, counted) = Look();
            if ((now - counted).Duration() > MostApart) return new(sleptLong && heard.Count > 0 ? now : counted, InDoubt: true);

            heard.Clear();
            sleptLong = false;
            if (counted - wall > AnchorLasts) Anchor(now);
            return new(now, InDoubt: false);
        }
    }

    /// <summary>
    /// A side's key holder signed a request whose time agrees with this wall clock. When both have, the wall clock is right. After a long sleep, which no count can judge, the first of
    /// them lets the wall clock be written down, so that what is due is sounded and suspended; before that, a wrong clock would put entries into the record that lie in the future.
    /// </summary>
    internal void Agree(Side side)
    {
        lock (gate)
        {
            var (now, counted) = Look();
            heard[side] = now - counted;
            if (heard.Count < 2 || heard.Values.Any(parted => (parted - (now - counted)).Duration() > MostApart)) return; // One of them agreed with another time than this.

            heard.Clear();
            Anchor(now);
            sleptLong = false;
        }
    }

    private (DateTimeOffset Now, DateTimeOffset Counted) Look() => (clock.GetUtcNow(), wall + clock.GetElapsedTime(stamp));

    private void Anchor(DateTimeOffset now) => (wall, stamp) = (now, clock.GetTimestamp());
}
