namespace Azukari.Age;

internal static class Limits
{
    // One thread copies about as fast as four encrypt, and the copying at both ends stays on the caller's.
    public static int DefaultThreads { get; } = Math.Min(Environment.ProcessorCount, 4);

    public static int Threads(int asked) =>
        asked is >= 1 and <= 64 ? asked : throw new ArgumentOutOfRangeException(nameof(asked), asked, "1 to 64 threads");
}
