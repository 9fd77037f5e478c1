using System.Globalization;
using System.Text;
using Azukari.Domain;

namespace Azukari.Holder.Kill;

/// <summary>Keys whose time is over by this computer's clock. They give nothing; they end when the other side's time agrees, or after 24 hours of this holder's own running time (design §3).</summary>
/// <remarks>A clock that was turned ahead kills nothing that is turned back within a day; a holder that nobody can reach kills all the same.</remarks>
internal sealed class Overdue
{
    private static readonly TimeSpan Enough = TimeSpan.FromHours(24), KeptEvery = TimeSpan.FromMinutes(10);

    private readonly string folder, total;
    private readonly TimeProvider clock;
    private readonly TimeSpan before;
    private readonly long began;
    private TimeSpan kept;

    internal Overdue(string data, TimeProvider clock)
    {
        (folder, total, this.clock, began) = (Path.Combine(data, "overdue"), Path.Combine(data, "running"), clock, clock.GetTimestamp());
        DurableFile.MakeFolder(folder);
        DurableFile.Clean(folder);
        before = kept = File.Exists(total) ? Read(total) : TimeSpan.Zero;
    }

    /// <summary>Keeps count of how long this holder has been running, over all its starts.</summary>
    internal void Count()
    {
        if (Running - kept < KeptEvery) return;

        kept = Running;
        Write(total, kept);
    }

    /// <summary>Whether a key whose time is over may end now; the first time that it is asked about is remembered.</summary>
    /// <param name="key">The key.</param>
    /// <param name="since">Its deadline.</param>
    /// <param name="others">The latest time that the other side's holder has signed, or null.</param>
    internal bool IsRipe(Digest key, DateTimeOffset since, DateTimeOffset? others)
    {
        if (others > since) return true;
        if (!File.Exists(PathOf(key))) Write(PathOf(key), Running);

        return Running - Read(PathOf(key)) >= Enough;
    }

    /// <summary>Its time is not over after all, or it has ended.</summary>
    internal void Forget(Digest key)
    {
        if (File.Exists(PathOf(key))) DurableFile.Remove(PathOf(key));
    }

    private TimeSpan Running => before + clock.GetElapsedTime(began);

    private string PathOf(Digest key) => Path.Combine(folder, key.Value);

    private static TimeSpan Read(string path) => TimeSpan.FromMilliseconds(long.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture));

    private static void Write(string path, TimeSpan running) =>
        DurableFile.Write(path, Encoding.ASCII.GetBytes(((long)running.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)));
}
