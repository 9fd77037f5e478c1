namespace Azukari.Age.Tests;

// The lengths at which chunking can go wrong, and the batch of chunks that the streams work on together.
internal static class Sizes
{
    public static readonly int[] All =
    [
        0, 1, 65535, 65536, 65537, 131072, (8 * 65536) - 1, 8 * 65536, (8 * 65536) + 1, 16 * 65536, (24 * 65536) + 1, (40 * 65536) + 12345,
    ];

    public static byte[] Plaintext(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return bytes;
    }
}
