using System.Diagnostics;
using System.Text.Json;

namespace Azukari.Web.Bench;

/// <summary>One page of one installation, asked for by its visitors in several rushes.</summary>
internal sealed class Measured(Installation at, string page, IReadOnlyList<Visitor> visitors)
{
    private readonly List<double> times = [];
    private TimeSpan processor;

    /// <summary>What the service worked for one answer, in milliseconds of one processor: a busy neighbour does not change it, as it changes how long somebody waits.</summary>
    internal double Processor => processor.TotalMilliseconds / times.Count;

    /// <summary>Once round without a watch: what is compiled at the first request is compiled once a day.</summary>
    internal async Task WarmAsync(Process crowd, int requests)
    {
        await RushAsync(crowd, requests);
        times.Clear();
        processor = TimeSpan.Zero;
    }

    internal async Task RushAsync(Process crowd, int requests)
    {
        var before = at.Worked;
        await crowd.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new Rush(at.Address, page, requests, visitors)));
        times.AddRange(await crowd.StandardOutput.ReadLineAsync() is { } line ? JsonSerializer.Deserialize<double[]>(line)! : throw new InvalidOperationException($"the crowd gave up on {page}"));
        processor += at.Worked - before;
    }

    internal double Percentile(int percent) => times.Order().ElementAt(Math.Min(times.Count - 1, times.Count * percent / 100));
}
