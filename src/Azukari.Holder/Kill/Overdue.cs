using System.Globalization;
using System.Text;
using Azukari.Domain;

namespace Azukari.Holder.Kill;

/// <summary>When a key was first seen past its time.</summary>
/// <param name="Size">How many entries the record had here.</param>
/// <param name="Running">How long this holder had been running, over all its starts.</param>
internal sealed record OverdueMark(long Size, TimeSpan Running);

/// <summary>Keys whose time was over by this computer's clock. They give nothing until the other side's time settles it, and end after 24 hours of this holder's own running time at the latest (design §3).</summary>
/// <remarks>The marks stand in memory first: a disk that takes none of them makes no key live longer while the holder runs.</remarks>
internal sealed class Overdue
{
    private static readonly TimeSpan Enough = TimeSpan.FromHours(24), KeptEvery = TimeSpan.FromMinutes(10);

    private readonly string path;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly Lock gate = new();
    private readonly Dictionary<Digest, OverdueMark> marks = [];
    private readonly TimeSpan before;
    private readonly long began;
    private TimeSpan kept;

    internal Overdue(string data, TimeProvider clock, ILogger log)
    {
        (path, this.clock, this.log, began) = (Path.Combine(data, "overdue"), clock, log, clock.GetTimestamp());
        if (!File.Exists(path)) return;

        var lines = File.ReadAllLines(path);
        before = kept = Milliseconds(lines[0]);
        foreach (var words in lines.Skip(1).Select(line => line.Split(' '))) marks[new(words[0])] = new(long.Parse(words[1], CultureInfo.InvariantCulture), Milliseconds(words[2]));
    }

    internal int Count { get { lock (gate) return marks.Count; } }

    internal OverdueMark? Find(Digest key) { lock (gate) return marks.GetValueOrDefault(key); }

    /// <summary>Marks a key and says whether it had no mark yet.</summary>
    internal bool Mark(Digest key, long size)
    {
        lock (gate)
        {
            if (!marks.TryAdd(key, new(size, Running))) return false;
            Keep();
            return true;
        }
    }

    /// <summary>Whether the key has been overdue for as long as a holder waits that hears of nobody.</summary>
    internal bool IsEnough(Digest key) => Find(key) is { } mark && Running - mark.Running >= Enough;

    /// <summary>Its time is not over after all, or it has ended.</summary>
    internal void Forget(Digest key)
    {
        lock (gate)
        {
            if (marks.Remove(key)) Keep();
        }
    }

    /// <summary>Keeps count of how long this holder has been running.</summary>
    internal void KeepCount()
    {
        lock (gate)
        {
            if (Running - kept >= KeptEvery) Keep();
        }
    }

    private TimeSpan Running => before + clock.GetElapsedTime(began);

    private void Keep()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{(long)Running.TotalMilliseconds}\n");
        foreach (var (key, mark) in marks) text.Append(CultureInfo.InvariantCulture, $"{key} {mark.Size} {(long)mark.Running.TotalMilliseconds}\n");
        try
        {
            DurableFile.Write(path, Encoding.ASCII.GetBytes(text.ToString()));
            kept = Running;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            HolderLog.OverdueNotKept(log, fault); // R32: what must end ends, whether or not this disk takes a note of it.
        }
    }

    private static TimeSpan Milliseconds(string text) => TimeSpan.FromMilliseconds(long.Parse(text, CultureInfo.InvariantCulture));
}
