namespace Azukari.Age;

/// <summary>How a writer works; none of it changes what is written.</summary>
public sealed record AgeWriteOptions
{
    /// <summary>How many chunks are encrypted at once, 1 to 64. One means on the caller's thread, with half a MiB of buffer; each thread beyond adds as much.</summary>
    public int Threads { get; init => field = Limits.Threads(value); } = Limits.DefaultThreads;

    /// <summary>Whether disposing the writer disposes the destination too. It does not, unless asked.</summary>
    public bool CloseDestination { get; init; }
}
