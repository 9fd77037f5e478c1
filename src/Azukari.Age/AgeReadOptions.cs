namespace Azukari.Age;

/// <summary>How a reader works; none of it changes what is accepted.</summary>
public sealed record AgeReadOptions
{
    /// <summary>How many threads decrypt, 1 to 64. One is the caller's own, with 128 KiB of buffer; more read ahead by half a MiB each, and once more.</summary>
    public int Threads { get; init => field = Limits.Threads(value); } = Limits.DefaultThreads;

    /// <summary>Whether disposing the reader disposes the source too. It does not, unless asked.</summary>
    public bool CloseSource { get; init; }
}
