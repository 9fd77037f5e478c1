namespace Azukari.Cli.Stations;

/// <summary>A file that one process has at a time. Whoever has gone, by whatever end, has it no more.</summary>
internal static class Turn
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the turn; disposing what it gives passes the turn on.</summary>
    /// <exception cref="IOException">Somebody still has it when patience is at its end.</exception>
    internal static FileStream Take(string path, TimeSpan patience)
    {
        for (var watch = System.Diagnostics.Stopwatch.StartNew(); ;)
        {
            try
            {
                return File.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (watch.Elapsed < patience)
            {
                Thread.Sleep(BetweenTries);
            }
        }
    }
}
