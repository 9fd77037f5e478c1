using System.IO.Pipelines;
using Azukari.Age;
using Azukari.Cli.Front;

namespace Azukari.Cli.AgeFiles;

/// <summary>Tells the text form of an age file from the binary one by its first byte, which is never the same.</summary>
internal static class Armor
{
    /// <summary>The text form is for small files: keys, envelopes. It is held in memory.</summary>
    internal const int MaxBytes = 64 << 20;

    internal static bool Is(ReadOnlySpan<byte> start) => !start.IsEmpty && start[0] is (byte)'-' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    /// <summary>The binary form of what a stream holds: the stream itself, or its armor taken off.</summary>
    internal static async Task<(Stream File, bool Armored)> OffAsync(Stream source, CancellationToken cancellation)
    {
        var pipe = PipeReader.Create(source);
        var seen = await pipe.ReadAtLeastAsync(1, cancellation);
        var armored = Is(seen.Buffer.FirstSpan);
        pipe.AdvanceTo(seen.Buffer.Start);
        return armored ? (new MemoryStream(AgeArmor.Decode(await AllAsync(pipe, cancellation))), true) : (pipe.AsStream(), false);
    }

    private static async Task<byte[]> AllAsync(PipeReader pipe, CancellationToken cancellation)
    {
        await using var rest = pipe.AsStream();
        return await Whole.ReadAsync(rest, MaxBytes, cancellation);
    }
}

/// <summary>All of a stream that is small enough to be held in memory.</summary>
internal static class Whole
{
    internal static async Task<byte[]> ReadAsync(Stream source, int maxBytes, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        var part = new byte[65_536];
        for (int read; (read = await source.ReadAsync(part, cancellation)) > 0;)
        {
            if (all.Length + read > maxBytes) throw StopException.BadInput($"メモリーで扱うには大きすぎます（{maxBytes:N0} バイトまで）。", $"too large to be held in memory (at most {maxBytes:N0} bytes)", "-a や -p を付けずに実行してください。", "Do it without -a and -p.");
            await all.WriteAsync(part.AsMemory(0, read), cancellation);
        }

        return all.ToArray();
    }
}
