using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;

namespace Azukari.Cli.Confined;

/// <summary>An inner process at work, for the one that waits for it. When this ends, it ends.</summary>
internal sealed class RunningProcess : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Process process;
    private readonly CancellationToken cancellation;
    private readonly CancellationTokenRegistration calledOff;
    private readonly Task<byte[]> said;

    private RunningProcess(Process process, CancellationToken cancellation)
    {
        (this.process, this.cancellation) = (process, cancellation);
        said = SaidAsync();
        calledOff = cancellation.Register(EndInput);
    }

    /// <summary>Starts the verb and gives it its order and what is secret.</summary>
    internal static RunningProcess Begin(string verb, byte[] order, ReadOnlySpan<byte> secret, CancellationToken cancellation)
    {
        var running = new RunningProcess(Start(verb), cancellation);
        running.Tell(order);
        running.Tell(secret);
        return running;
    }

    /// <summary>Tells it one thing more.</summary>
    internal void Tell(ReadOnlySpan<byte> news)
    {
        try
        {
            lock (gate) Frames.Write(process.StandardInput.BaseStream, news);
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

    /// <summary>Its answer; a refusal there is one here.</summary>
    internal async Task<byte[]> AnswerAsync()
    {
        var output = await said;
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode switch
        {
            (int)ExitCode.Done => output,
            (int)ExitCode.Interrupted => throw new OperationCanceledException(),
            _ => throw Stopped(output),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await calledOff.DisposeAsync();
        EndInput();
        await said; // It leaves nothing half done, and reads nothing that is about to be taken away.
        process.Dispose();
    }

    private void EndInput()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without hearing the last of it; its answer says why, and that must not be hidden by this.
        }
    }

    private static Process Start(string verb)
    {
        var start = OwnProgram.Call(verb, "--json");

        // Before its first line the runtime would already offer itself to debuggers and promise a dump.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return Process.Start(start)!;
    }

    private async Task<byte[]> SaidAsync()
    {
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, CancellationToken.None); // Ends with the process, which leaves nothing half done.
        await process.WaitForExitAsync(CancellationToken.None);
        return output.ToArray();
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
