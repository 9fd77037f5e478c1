using System.Diagnostics;
using System.Formats.Tar;
using System.Text;

namespace Azukari.Age.Tests;

// The page for the worst day, run as it stands, with an age that is not ours.
public sealed class BreakGlassTests : IDisposable
{
    private const string Comment = "manifest-sha256: 0a0b";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("azukari-break-glass-");
    private readonly HybridIdentity owner = HybridIdentity.Generate();
    private readonly HybridIdentity contractor = HybridIdentity.Generate();
    private readonly HybridIdentity destination = HybridIdentity.Generate();

    public void Dispose()
    {
        owner.Dispose();
        contractor.Dispose();
        destination.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task The_page_opens_a_consignment(string language)
    {
        Kit.Demand();
        Prepare();

        var (exit, said) = await RunAsync(Commands(language));

        Assert.True(exit == 0, said);
        Assert.Contains($"# {Comment}\n", said, StringComparison.Ordinal);
        Assert.Equal("{}", File.ReadAllText(At("datapackage.json")));
        Assert.False(Path.Exists(At("content.key")) || Path.Exists(At("envelope.1")) || Path.Exists(At("envelope.2")) || Path.Exists(At("package.tar")));
    }

    [Theory]
    [InlineData("owner.key")]
    [InlineData("contractor.key")]
    [InlineData("destination.key")]
    public async Task Without_one_of_the_three_keys_it_opens_nothing(string missing)
    {
        Kit.Demand();
        Prepare();
        using var another = HybridIdentity.Generate();
        File.WriteAllBytes(At(missing), IdentityFile.Write(another));

        var (exit, _) = await RunAsync(Commands("en"));

        Assert.NotEqual(0, exit);
        Assert.False(Path.Exists(At("content.key")) || Path.Exists(At("package.tar")));
    }

    [Fact]
    public void Both_languages_give_the_same_commands() => Assert.Equal(Commands("en"), Commands("ja"));

    // As a station seals: one content identity, under three layers, the owner's outermost.
    private void Prepare()
    {
        using var content = HybridIdentity.Generate();
        using var package = new MemoryStream();
        using (var tar = new TarWriter(package, TarEntryFormat.Ustar, leaveOpen: true))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "datapackage.json") { DataStream = new MemoryStream("{}"u8.ToArray()) });
        }

        var envelope = IdentityFile.Write(content, Comment);
        foreach (var recipient in new[] { destination.Recipient, contractor.Recipient, owner.Recipient }) envelope = AgeFile.Encrypt(envelope, [recipient]);
        File.WriteAllBytes(At("payload.age"), AgeFile.Encrypt(package.ToArray(), [content.Recipient]));
        File.WriteAllBytes(At("envelope"), envelope);
        foreach (var (name, key) in new[] { ("owner.key", owner), ("contractor.key", contractor), ("destination.key", destination) }) File.WriteAllBytes(At(name), IdentityFile.Write(key, "created-ms: 1"));
    }

    private async Task<(int Exit, string Said)> RunAsync(string commands)
    {
        var start = new ProcessStartInfo("bash", ["-eu", "-c", commands]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = Path.GetFullPath(Kit.Folder) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        using var shell = Process.Start(start)!;
        var errors = shell.StandardError.ReadToEndAsync();
        var said = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return (shell.ExitCode, said + await errors);
    }

    private static string Commands(string language)
    {
        var page = File.ReadAllText(Path.Combine(Kit.Folder, "..", "..", "..", "docs", "manual", language, "break-glass.md"), Encoding.UTF8).ReplaceLineEndings("\n");
        var from = page.IndexOf("```sh\n", StringComparison.Ordinal) + 6;
        return page[from..page.IndexOf("```", from, StringComparison.Ordinal)];
    }

    private string At(string name) => Path.Combine(folder.FullName, name);
}
