using System.Buffers.Binary;
using System.CommandLine;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;

namespace Azukari.Cli.Confined;

/// <summary>A short-lived process of our own, for work that has a content key or rows in memory (design §3): it dumps nothing, hands out ciphertext and counts, and ends.</summary>
/// <remarks>Order and secret come on its standard input, so that no list of processes shows them; when that input closes early, because nobody waits any more, it stops.</remarks>
internal static class InnerProcess
{
    /// <summary>One a process: an inner process does one work.</summary>
    private static readonly CancellationTokenSource NobodyWaits = new();

    /// <summary>The largest order, or answer, that is read as one document, in bytes.</summary>
    internal const int MostBytes = 4 << 20;

    private const int LongestOrder = 16 << 20, LongestSecret = 16 << 10;

    /// <summary>The work of a hidden verb: from order and secret to the answer.</summary>
    internal delegate Task<byte[]> Work(byte[] order, byte[] secret, CancellationToken cancellation);

    /// <summary>Has it done by a process of its own and returns its answer; a refusal there is one here.</summary>
    internal static async Task<byte[]> RunAsync(string verb, byte[] order, ReadOnlyMemory<byte> secret, CancellationToken cancellation)
    {
        using var process = Start(verb);
        using var output = new MemoryStream();
        await using (var input = process.StandardInput.BaseStream)
        await using (cancellation.Register(process.StandardInput.Close))
        {
            await SendAsync(input, order, secret);
            await process.StandardOutput.BaseStream.CopyToAsync(output, CancellationToken.None); // Ends with the process, which leaves nothing half done.
            await process.WaitForExitAsync(CancellationToken.None);
        }

        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode switch
        {
            (int)ExitCode.Done => output.ToArray(),
            (int)ExitCode.Interrupted => throw new OperationCanceledException(),
            _ => throw Stopped(output.ToArray()),
        };
    }

    /// <summary>The hidden verb that the inner process is started with.</summary>
    internal static Command Create(string verb, Work work) => new Command(verb) { Hidden = true }.Does(async (_, _, cancellation) =>
    {
        Confinement.Apply();
        await using var input = Console.OpenStandardInput();
        var (order, secret) = (await ReceiveAsync(input, LongestOrder, cancellation), await ReceiveAsync(input, LongestSecret, cancellation));
        await using var interrupted = cancellation.Register(NobodyWaits.Cancel);
        new Thread(() => EndWith(input)) { IsBackground = true }.Start(); // A read of standard input cannot be called off; the thread ends with the process.
        try
        {
            var answer = await work(order, secret, NobodyWaits.Token);
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(answer, NobodyWaits.Token);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    });

    private static Process Start(string verb)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (var word in new[] { verb, "--json" }) start.ArgumentList.Add(word);

        // Before its first line the runtime would already offer itself to debuggers and promise a dump.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return Process.Start(start)!;
    }

    private static async Task SendAsync(Stream input, byte[] order, ReadOnlyMemory<byte> secret)
    {
        try
        {
            foreach (var part in new[] { order, secret })
            {
                await input.WriteAsync(Size(part.Length));
                await input.WriteAsync(part);
            }

            await input.FlushAsync();
        }
        catch (IOException)
        {
            // It has ended already; its answer says why.
        }
        catch (ObjectDisposedException)
        {
            // Called off meanwhile.
        }
    }

    private static byte[] Size(int length)
    {
        var size = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(size, length);
        return size;
    }

    private static async Task<byte[]> ReceiveAsync(Stream input, int longest, CancellationToken cancellation)
    {
        var size = new byte[sizeof(int)];
        await input.ReadExactlyAsync(size, cancellation);
        var length = BinaryPrimitives.ReadInt32BigEndian(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)longest);

        // Pinned, so that the collector leaves no copy behind when it moves things.
        var bytes = GC.AllocateUninitializedArray<byte>(length, pinned: true);
        await input.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }

    private static void EndWith(Stream input)
    {
        while (input.ReadByte() >= 0) continue;
        NobodyWaits.Cancel();
    }

    /// <summary>What the inner process complained about, or that it said nothing.</summary>
    private static StopException Stopped(byte[] output)
    {
        try
        {
            var said = JsonNode.Parse(output)!.AsObject();
            return new(Enum.Parse<ExitCode>(said["refused"]!.GetValue<string>()), [.. said["why"]!.AsArray().Select(why => new Spoken(
                Text(why, "code"), Text(why, "ja"), Text(why, "en"), Text(why, "nextJa"), Text(why, "nextEn")))]);
        }
        catch (JsonException)
        {
            return StopException.BadInput("内部の処理が途中で終わりました。", "the inner process ended before it was done", "もう一度実行し、続くようであれば端末の管理者に知らせてください。", "Run it again; if it happens again, tell whoever looks after this station.");
        }
    }

    private static string Text(JsonNode? why, string name) => why![name]!.GetValue<string>();
}
