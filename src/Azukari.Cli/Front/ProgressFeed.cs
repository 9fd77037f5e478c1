using System.Diagnostics;
using System.Globalization;

namespace Azukari.Cli.Front;

/// <summary>Progress for a program of ours that called this one: a line at a time on standard error, where it asks for that in the environment. The processes that do the work inherit both.</summary>
internal sealed class ProgressFeed(string ja, string en, long total) : IProgress<long>
{
    private const string Variable = "AZUKARI_PROGRESS", Wanted = "lines", Begin = "progress";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan next = TimeSpan.Zero;

    internal static bool IsWanted => Environment.GetEnvironmentVariable(Variable) == Wanted;

    /// <summary>Asks a program for it before it starts.</summary>
    internal static void Want(ProcessStartInfo start) => start.Environment[Variable] = Wanted;

    public void Report(long value)
    {
        if (watch.Elapsed < next && value != total) return;

        next = watch.Elapsed + Between;
        Console.Error.WriteLine(string.Join('\t', Begin, ja, en, value.ToString(CultureInfo.InvariantCulture), total.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Reads such a line; null where it is another.</summary>
    internal static Advance? Read(string line) =>
        line.Split('\t') is [Begin, var ja, var en, var done, var total] && long.TryParse(done, CultureInfo.InvariantCulture, out var soFar) && long.TryParse(total, CultureInfo.InvariantCulture, out var whole)
            ? new(ja, en, soFar, whole) : null;
}

/// <summary>How far work has come.</summary>
/// <param name="Ja">What is being done.</param>
/// <param name="En">The same.</param>
/// <param name="Done">How much of it is done: rows or bytes.</param>
/// <param name="Total">The whole, or 0 where nobody knows it beforehand.</param>
public sealed record Advance(string Ja, string En, long Done, long Total);
