using System.CommandLine;
using System.Security.Cryptography;
using System.Threading.Channels;
using Azukari.Cli.Front;

namespace Azukari.Cli.Confined;

/// <summary>A short-lived process of our own, for work that has a content key or rows in memory (design §3): it dumps nothing, hands out ciphertext and counts, and ends.</summary>
/// <remarks>Order, secret and news come on its standard input, so that no list of processes shows them; when that input closes early, because nobody waits any more, it stops.</remarks>
internal static class InnerProcess
{
    /// <summary>One a process: an inner process does one work.</summary>
    private static readonly CancellationTokenSource NobodyWaits = new();

    /// <summary>The largest order, or answer, that is read as one document, in bytes.</summary>
    internal const int MostBytes = 4 << 20;

    private const int LongestOrder = 16 << 20, LongestSecret = 16 << 10, LongestNews = 16 << 10;

    /// <summary>The work of a hidden verb: from order, secret, and what it is told on the way, to the answer.</summary>
    internal delegate Task<byte[]> Work(byte[] order, byte[] secret, ChannelReader<byte[]> news, CancellationToken cancellation);

    /// <summary>Has it done by a process of its own and returns its answer; a refusal there is one here.</summary>
    internal static async Task<byte[]> RunAsync(string verb, byte[] order, CancellationToken cancellation)
    {
        await using var process = RunningProcess.Begin(verb, order, [], cancellation);
        return await process.AnswerAsync();
    }

    /// <summary>The hidden verb that the inner process is started with.</summary>
    internal static Command Create(string verb, Work work) => new Command(verb) { Hidden = true }.Does(async (_, _, cancellation) =>
    {
        Confinement.Apply();
        await using var input = Console.OpenStandardInput();
        var (order, secret) = (Received(input, LongestOrder), Received(input, LongestSecret));
        var news = Channel.CreateUnbounded<byte[]>();
        await using var interrupted = cancellation.Register(NobodyWaits.Cancel);
        new Thread(() => Listen(input, news.Writer)) { IsBackground = true }.Start(); // A read of standard input cannot be called off; the thread ends with the process.
        try
        {
            var answer = await work(order, secret, news.Reader, NobodyWaits.Token);
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(answer, NobodyWaits.Token);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    });

    private static byte[] Received(Stream input, int longest) => Frames.Read(input, longest) ?? throw new EndOfStreamException();

    private static void Listen(Stream input, ChannelWriter<byte[]> news)
    {
        try
        {
            while (Frames.Read(input, LongestNews) is { } one) news.TryWrite(one);
        }
        catch (EndOfStreamException)
        {
            // Whoever told it was gone in the middle of a word.
        }

        NobodyWaits.Cancel();
    }
}
