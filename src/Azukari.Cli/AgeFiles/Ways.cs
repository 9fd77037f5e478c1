using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Microsoft.Win32.SafeHandles;

namespace Azukari.Cli.AgeFiles;

/// <summary>From where to where: between two files on all threads, else as a stream.</summary>
internal static class Ways
{
    /// <param name="Files">Null where the work needs a stream.</param>
    /// <param name="ReadsText">Whether a file in the text form has to be told from the binary one, and goes as a stream.</param>
    internal sealed record Work(Func<SafeFileHandle, SafeFileHandle, IProgress<long>, Task<long>>? Files, Func<Stream, Stream, IProgress<long>, Task<long>> Streams, bool ReadsText);

    internal static Stream Open(ParseResult parsed) => parsed.GetValue(AgeCommand.Input) is var path && path == "-"
        ? new StandardInput()
        : new FileStream(path!, new FileStreamOptions { Access = FileAccess.Read, BufferSize = 0 });

    /// <param name="secretOutput">Whether an output file is for its owner alone.</param>
    internal static async Task RunAsync(ParseResult parsed, Screen screen, (string Ja, string En) doing, bool secretOutput, Work work)
    {
        await using var source = Open(parsed);
        var progress = screen.Progress(doing.Ja, doing.En, source is FileStream { CanSeek: true } sized ? sized.Length : 0);
        if (parsed.GetValue(AgeCommand.Output) is not { } path || path == "-")
        {
            await using var output = Console.OpenStandardOutput();
            await work.Streams(source, output, progress);
            return;
        }

        using var whole = new WholeFile(path, parsed.GetValue(AgeCommand.Force), secretOutput);
        var bytes = work.Files is { } files && PlainFile(source, work.ReadsText) is { } handle
            ? await files(handle, whole.Handle, progress)
            : await work.Streams(source, whole.Stream, progress);
        whole.Keep();
        screen.Answer(new JsonObject { ["file"] = path, ["plaintextBytes"] = bytes }, $"{path}: {bytes:N0}");
    }

    // A file on a disk whose size is known. Pipes, devices and files of the kernel's own have none.
    private static SafeFileHandle? PlainFile(Stream source, bool readsText)
    {
        if (source is not FileStream { CanSeek: true, Length: > 0 } file) return null;

        Span<byte> first = stackalloc byte[1];
        return !readsText || (RandomAccess.Read(file.SafeFileHandle, first, 0) == 1 && !Armor.Is(first)) ? file.SafeFileHandle : null;
    }
}
