namespace Azukari.Server.Watch;

/// <summary>Wakes whoever sleeps until something is due. A ring between looking and falling asleep is not missed.</summary>
internal sealed class Bell
{
    private TaskCompletionSource next = New();

    /// <summary>The next ring. Taken before one looks what there is to do.</summary>
    internal Task Next => Volatile.Read(ref next).Task;

    internal void Ring() => Interlocked.Exchange(ref next, New()).TrySetResult();

    /// <summary>Sleeps until that ring, or for as long as that.</summary>
    internal static async Task SleepAsync(Task ring, TimeSpan most, TimeProvider clock, CancellationToken cancellation)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(ring, Task.Delay(most > TimeSpan.Zero ? most : TimeSpan.Zero, clock, awake.Token));
        await awake.CancelAsync(); // Or a timer would stay behind for every ring.
        cancellation.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Rings for deadlines that were written.</summary>
internal sealed class DeadlineBell
{
    internal Bell Bell { get; } = new();
}

/// <summary>Rings for alarms that wait to be delivered.</summary>
internal sealed class AlarmBell
{
    internal Bell Bell { get; } = new();
}
