using Microsoft.Extensions.Time.Testing;

namespace Azukari.Server.Tests.Front;

/// <summary>A clock that moves when told, and whose hands can be turned while what it counts goes on as before: a wrong clock, not a long time.</summary>
internal sealed class TurnedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    internal TimeSpan Turned { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Turned;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => base.GetUtcNow().UtcTicks;
}
