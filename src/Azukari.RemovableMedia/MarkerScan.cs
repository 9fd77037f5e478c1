namespace Azukari.RemovableMedia;

/// <summary>Looks for byte strings in a stream of any length.</summary>
internal static class MarkerScan
{
    private const int Window = 4 * 1024 * 1024;

    /// <summary>Every place where a marker begins, also across the borders of what is read at a time.</summary>
    /// <returns>Bytes that were looked through.</returns>
    public static long Run(Stream source, IReadOnlyList<byte[]> markers, Action<long, int> found, Action<long> progress, CancellationToken cancellation)
    {
        var overlap = markers.Max(marker => marker.Length) - 1;
        var window = GC.AllocateUninitializedArray<byte>(Window + overlap);
        long start = 0; // of the window, in the source
        var held = 0;
        for (var read = 1; read > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            read = source.ReadAtLeast(window.AsSpan(held), window.Length - held, throwOnEndOfStream: false);
            held += read;

            // What begins in the overlap is seen again with the next window, and reported only then; at the end there is no next.
            var report = held == window.Length ? held - overlap : held;
            Search(window.AsSpan(0, held), report, markers, (at, which) => found(start + at, which));
            if (held < window.Length) return start + held;

            window.AsSpan(report, held - report).CopyTo(window);
            (start, held) = (start + report, held - report);
            progress(start);
        }

        return start + held;
    }

    private static void Search(ReadOnlySpan<byte> window, int report, IReadOnlyList<byte[]> markers, Action<int, int> found)
    {
        for (var which = 0; which < markers.Count; which++)
        {
            for (var at = 0; at < report;)
            {
                var next = window[at..].IndexOf(markers[which]);
                if (next < 0 || at + next >= report) break;
                found(at + next, which);
                at += next + 1;
            }
        }
    }
}
