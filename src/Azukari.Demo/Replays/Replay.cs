using System.Collections.Immutable;

namespace Azukari.Demo.Replays;

/// <summary>A file and what the two passes say about it.</summary>
internal sealed record Replay(ReplayFile File, ImmutableArray<Prevented> Prevented, Detected Detected)
{
    internal static Replay Of(string path)
    {
        var file = ReplayReader.Read(path);
        return new(file, Prevent.Play(file), Detect.Play(file));
    }
}
