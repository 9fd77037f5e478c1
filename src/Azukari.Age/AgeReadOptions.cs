namespace Azukari.Age;

/// <summary>How a reader works; none of it changes what is accepted.</summary>
public sealed record AgeReadOptions
{
    /// <summary>How many chunks are decrypted at once, 1 to 64. One means on the caller's thread; more also reads ahead by half a MiB for each.</summary>
    public int Threads { get; init => field = Limits.Threads(value); } = Limits.DefaultThreads;

    /// <summary>Whether disposing the reader disposes the source too. It does not, unless asked.</summary>
    public bool CloseSource { get; init; }
}
