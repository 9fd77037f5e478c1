using System.Text.Json;
using System.Text.Json.Nodes;

namespace Azukari.Cli.Front;

/// <summary>What the person sees: words on standard error, the answer on standard output, as text or as JSON.</summary>
internal sealed class Screen(bool json, bool japanese)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal bool Japanese { get; } = japanese;

    internal bool Json { get; } = json;

    internal string In(string ja, string en) => Japanese ? ja : en;

    /// <summary>The answer of the verb: the JSON object with --json, else the lines.</summary>
    internal void Answer(JsonObject answer, params IEnumerable<string> lines)
    {
        if (Json) Console.Out.WriteLine(answer.ToJsonString(Indented));
        else foreach (var line in lines) Console.Out.WriteLine(line);
    }

    internal void Say(string ja, string en)
    {
        if (!Json) Console.Error.WriteLine(In(ja, en));
    }

    internal void Complain(StopException stop)
    {
        if (Json)
        {
            var why = new JsonArray([.. stop.Why.Select(spoken => (JsonNode)new JsonObject
            {
                ["code"] = spoken.Code, ["ja"] = spoken.Ja, ["en"] = spoken.En, ["nextJa"] = spoken.NextJa, ["nextEn"] = spoken.NextEn,
            })]);
            Console.Out.WriteLine(new JsonObject { ["refused"] = stop.Code.ToString(), ["why"] = why }.ToJsonString(Indented));
            return;
        }

        foreach (var spoken in stop.Why)
        {
            Console.Error.WriteLine($"azukari: {spoken.Code}: {In(spoken.Ja, spoken.En)}");
            Console.Error.WriteLine($"hint: {In(spoken.NextJa, spoken.NextEn)}");
        }
    }

    /// <summary>Progress of long work, on one line of a terminal, for a program that asks for it, and silent elsewhere.</summary>
    internal IProgress<long> Progress(string ja, string en, long total) => ProgressFeed.IsWanted ? new ProgressFeed(ja, en, total) : new ProgressLine(In(ja, en), total, silent: Json || Console.IsErrorRedirected);

    private sealed class ProgressLine(string what, long total, bool silent) : IProgress<long>
    {
        private readonly System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        private long lastShown = long.MinValue;

        public void Report(long value)
        {
            if (silent || (watch.ElapsedMilliseconds - lastShown < 200 && value < total)) return;

            lastShown = watch.ElapsedMilliseconds;
            var left = value > 0 && total > value ? TimeSpan.FromMilliseconds(watch.ElapsedMilliseconds * (total - value) / (double)value) : TimeSpan.Zero;
            Console.Error.Write(total > 0 ? $"\r{what} {value * 100 / total,3}%  -{left:mm\\:ss} " : $"\r{what} {value:N0} ");
            if (total > 0 && value >= total) Console.Error.WriteLine();
        }
    }
}
