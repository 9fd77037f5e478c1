using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Azukari.Age.Tests;

// Older Windows has no ChaCha20-Poly1305 of its own. There all of the library runs on libsodium's, and so it does here in a second process that is told to.
public sealed class LibsodiumTests
{
    private const string Variable = "AZUKARI_AGE_TESTS_CIPHER";

    private static readonly bool Asked = Environment.GetEnvironmentVariable(Variable) == "libsodium";

    private static readonly string[] Essential = [nameof(VectorTests), nameof(RoundTripTests), nameof(RefusalTests), nameof(WriterTests), nameof(LibsodiumTests)];

    // Before the first key is made, since the choice is made once.
    [ModuleInitializer]
    internal static void Choose() => AppContext.SetSwitch("Azukari.Age.UseLibsodium", Asked);

    [Fact]
    public void The_cipher_is_the_one_asked_for() => Assert.Equal(ChaCha20Poly1305.IsSupported && !Asked, Aead.OnPlatform);

    [Fact]
    public async Task What_is_essential_holds_on_libsodium_as_well()
    {
        Assert.SkipWhen(Asked, "this is the second process");
        string[] arguments = ["--no-ansi", "--progress", "off", "--filter-not-trait", "Run=deep", .. Essential.SelectMany(name => (string[])["--filter-class", $"{typeof(LibsodiumTests).Namespace}.{name}"])];
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment[Variable] = "libsodium";

        using var second = Process.Start(start)!;
        var complaints = second.StandardError.ReadToEndAsync();
        var said = await second.StandardOutput.ReadToEndAsync();
        await second.WaitForExitAsync();

        Assert.True(second.ExitCode == 0, said + await complaints);
        Assert.Matches(@"total: [1-9]\d\d", said); // at least a hundred tests ran
    }
}
