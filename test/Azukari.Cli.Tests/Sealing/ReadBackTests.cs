using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azukari.Age;
using Azukari.Cli.Confined;
using Azukari.Cli.Sealing;
using Azukari.Cli.Tests.AgeFiles;
using Azukari.Domain;
using Azukari.Protocol.Ledger;
using Azukari.Testing;

namespace Azukari.Cli.Tests.Sealing;

/// <summary>R12: what is sealed is read back by a second process while it is written.</summary>
public sealed class ReadBackTests
{
    [Fact]
    public async Task When_reading_back_fails_the_writing_stops_and_nothing_is_left_on_the_medium()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are looked for in /proc, and the source is a pipe");
        using var folder = new TempFolder();
        var (source, medium) = (Directory.CreateDirectory(folder.File("source")).FullName, Directory.CreateDirectory(folder.File("medium")).FullName);
        using (var made = Process.Start("mkfifo", Path.Combine(source, "residents.csv"))) await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        using var inner = Process.Start(new ProcessStartInfo(Shell.Program, ["seal-payload", "--json"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Frames.Write(inner.StandardInput.BaseStream, DomainJson.ToBytes(Order($"csv:{source}", medium, folder.File("writing"))));
        Frames.Write(inner.StandardInput.BaseStream, []);

        var rows = RowsForEverAsync(Path.Combine(source, "residents.csv"));
        using (var reading = Process.GetProcessById(await ReadingAsync(inner))) reading.Kill();

        var ends = inner.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(await Task.WhenAny(ends, Task.Delay(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)) == ends, "it goes on writing");
        Assert.NotEqual(0, inner.ExitCode);
        Assert.Contains("the inner process ended before it was done", await inner.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(medium));
        await rows;
    }

    private static SealOrder Order(string source, string medium, string writing)
    {
        using var identity = HybridIdentity.Generate();
        var (digest, raw) = (new Digest(new string('a', 64)), identity.Recipient.Raw.ToArray());
        return new(
            new("register"), new("r-001"), digest, [new(new("residents"), "people", "id", ["id", "name"])], 1_000_000_000_000, source,
            [new([new(medium, new("usb-1"), "serial-1", Tried: true)])], new(digest, digest, digest), [raw, raw, raw], writing, Quiet: true, Japanese: false);
    }

    /// <summary>More rows come as long as somebody reads them: without a word from the reader the writing would never end.</summary>
    private static async Task RowsForEverAsync(string pipe)
    {
        await Task.Yield(); // Opening it waits for whoever reads.
        try
        {
            await using var file = await Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write));
            await file.WriteAsync(Encoding.UTF8.GetBytes("id,name\n"));
            for (var n = 0; ; n += 1000)
            {
                await file.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(n, 1000).Select(id => $"{id:d9},{new string('x', 100)}\n"))));
                await file.FlushAsync();
            }
        }
        catch (IOException)
        {
            // Nobody reads any more.
        }
    }

    /// <summary>The process that reads back, once it is there.</summary>
    private static async Task<int> ReadingAsync(Process inner)
    {
        for (var look = 0; look < 3000 && !inner.HasExited; look++)
        {
            var children = Directory.GetDirectories($"/proc/{inner.Id}/task").SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
            if (children is [var reading, ..]) return int.Parse(reading, CultureInfo.InvariantCulture);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"nobody reads back: {await inner.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)}");
    }
}
