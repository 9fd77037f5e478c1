namespace Azukari.Age;

internal static class Limits
{
    // Beyond four threads the copying at both ends, which stays on the caller's thread, is the slower part.
    public static int DefaultThreads { get; } = Math.Min(Environment.ProcessorCount, 4);

    public static int Threads(int asked) =>
        asked is >= 1 and <= 64 ? asked : throw new ArgumentOutOfRangeException(nameof(asked), asked, "1 to 64 threads");
}
