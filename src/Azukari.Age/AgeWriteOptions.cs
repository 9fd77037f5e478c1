namespace Azukari.Age;

/// <summary>How a writer works; none of it changes what is written.</summary>
public sealed record AgeWriteOptions
{
    /// <summary>How many threads encrypt, 1 to 64. One is the caller's own, with 128 KiB of buffer; more take half a MiB each, and once more.</summary>
    public int Threads { get; init => field = Limits.Threads(value); } = Limits.DefaultThreads;

    /// <summary>Whether disposing the writer disposes the destination too. It does not, unless asked.</summary>
    public bool CloseDestination { get; init; }
}
