using System.Globalization;
using System.Text;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;

namespace Azukari.Cli.Stations;

/// <summary>Keys whose time was over by this station's clock: they give nothing until the record's time settles it, and end after a day (design §3).</summary>
/// <remarks>A station is off most of the time and counts no running time: the day is its own clock's, from when it first saw the deadline passed.</remarks>
internal sealed class PastTime(string folder)
{
    private static readonly TimeSpan Enough = TimeSpan.FromHours(24);

    /// <summary>Whether the key gives nothing although it is still here.</summary>
    internal bool IsStopped(Engagement facts, Digest key, DateTimeOffset born, DateTimeOffset now) =>
        File.Exists(PathOf(key)) || KeyLifetime.TimeOver(facts, key, born, Rulebook.Time(facts, now)) is not null;

    /// <summary>Marks a key that is past its time, takes back a mark that the record has proven wrong, and answers why the key ends now; null while it does not.</summary>
    internal DestructionCause? Look(Engagement facts, Digest key, DateTimeOffset born, DateTimeOffset now)
    {
        var ours = KeyLifetime.TimeOver(facts, key, born, now);
        if (ours is not null && !File.Exists(PathOf(key))) DurableFile.Write(PathOf(key), Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{facts.NextSeq} {now.ToUnixTimeMilliseconds()}")));

        if (!File.Exists(PathOf(key))) return null;
        if (KeyLifetime.TimeOver(facts, key, born, facts.LastAt) is { } recorded) return recorded;

        var words = File.ReadAllText(PathOf(key)).Split(' ');
        var (seen, since) = (long.Parse(words[0], CultureInfo.InvariantCulture), DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(words[1], CultureInfo.InvariantCulture)));
        if (ours is null && facts.NextSeq > seen) DurableFile.Remove(PathOf(key)); // An entry that is younger than the mark says that the time is not over.

        return now - since >= Enough ? ours : null;
    }

    private string PathOf(Digest key) => Path.Combine(folder, $"{key}.overdue");
}
