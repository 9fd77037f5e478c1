using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azukari.Age.Tests;

namespace Azukari.Cli.Tests.AgeFiles;

/// <summary>`azukari age` for anybody: to and fro with the other implementations, and what it leaves behind when it fails.</summary>
public sealed class AgeCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("azukari-age-cli-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(65_536)]
    [InlineData(200_001)]
    public void Stock_age_and_the_command_open_each_others_files(int size)
    {
        var (key, recipient) = Keygen("--classic");
        var plaintext = Plain(size);

        Shell.Age("encrypt", "-r", recipient, "-o", At("ours.age"), At("plain")).Done();
        Assert.Equal(plaintext, Peer.Stock(["-d", "-i", key, At("ours.age")], []));
        Shell.Age("encrypt", "-a", "-r", recipient, "-o", At("ours.txt"), At("plain")).Done();
        Assert.Equal(plaintext, Peer.Stock(["-d", "-i", key, At("ours.txt")], []));

        Peer.Stock(["-r", recipient, "-o", At("theirs.age"), At("plain")], []);
        Shell.Age("decrypt", "-i", key, "-o", At("back"), At("theirs.age")).Done();
        Assert.Equal(plaintext, File.ReadAllBytes(At("back")));
        Peer.Stock(["-a", "-r", recipient, "-o", At("theirs.txt"), At("plain")], []);
        Assert.Equal(plaintext, Shell.Age("decrypt", "-i", key, At("theirs.txt")).Done().Output);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(131_072)]
    public void The_TypeScript_age_and_the_command_open_each_others_post_quantum_files(int size)
    {
        var (key, recipient) = Keygen();
        var plaintext = Plain(size);
        var secret = Encoding.ASCII.GetBytes(File.ReadAllLines(key).Single(line => line.StartsWith("AGE-SECRET-KEY-PQ-", StringComparison.Ordinal)));

        Shell.Age("encrypt", "-r", recipient, "-o", At("ours.age"), At("plain")).Done();
        Assert.Equal(plaintext, Peer.TypeScript("open", secret, File.ReadAllBytes(At("ours.age"))));

        File.WriteAllBytes(At("theirs.age"), Peer.TypeScript("seal", Encoding.ASCII.GetBytes(recipient), plaintext));
        Shell.Age("decrypt", "-i", key, "-o", At("back"), At("theirs.age")).Done();
        Assert.Equal(plaintext, File.ReadAllBytes(At("back")));
    }

    [Fact]
    public void From_standard_input_to_standard_output_any_size_streams()
    {
        var (key, recipient) = Keygen();
        var plaintext = RandomNumberGenerator.GetBytes(3_000_001);

        var sealedBytes = Shell.Age(plaintext, "encrypt", "-r", recipient).Done().Output;

        Assert.Equal(plaintext, Shell.Age(sealedBytes, "decrypt", "-i", key).Done().Output);
        Shell.Age(sealedBytes[..^1], "decrypt", "-i", key).Refused(2, "PayloadFailure");
    }

    [Theory]
    [InlineData("first chunk")]
    [InlineData("last chunk")]
    [InlineData("cut")]
    [InlineData("extended")]
    [InlineData("header")]
    public void A_failed_decrypt_leaves_nothing_under_the_name_and_nothing_beside_it(string damage)
    {
        var (key, recipient) = Keygen();
        Plain(2_000_000);
        Shell.Age("encrypt", "-r", recipient, "-o", At("x.age"), At("plain")).Done();
        File.WriteAllBytes(At("x.age"), Damaged(File.ReadAllBytes(At("x.age")), damage));
        var before = Names();

        Shell.Age("decrypt", "-i", key, "-o", At("back"), At("x.age")).Refused(2, damage == "header" ? "HmacFailure" : "PayloadFailure");

        Assert.Equal(before, Names());
    }

    [Fact]
    public void What_is_there_is_replaced_only_by_something_whole_and_only_when_asked()
    {
        var (key, recipient) = Keygen();
        Plain(10);
        Shell.Age("encrypt", "-r", recipient, "-o", At("x.age"), At("plain")).Done();
        File.WriteAllText(At("back"), "dear");

        Shell.Age("decrypt", "-i", key, "-o", At("back"), At("x.age")).Refused(2, "it exists");
        Shell.Age("decrypt", "--force", "-i", key, "-o", At("back"), At("plain")).Refused(2, "HeaderFailure");
        Assert.Equal("dear", File.ReadAllText(At("back")));

        Shell.Age("decrypt", "--force", "-i", key, "-o", At("back"), At("x.age")).Done();
        Assert.Equal(File.ReadAllBytes(At("plain")), File.ReadAllBytes(At("back")));
    }

    [Fact]
    public void Whoever_interrupts_leaves_nothing_half_done()
    {
        var (_, recipient) = Keygen();
        var before = Names();
        using var process = Shell.Start("encrypt", "-r", recipient, "-o", At("x.age"));
        process.StandardInput.BaseStream.Write(new byte[2_000_000]);
        Assert.True(SpinWait.SpinUntil(() => Names().Length > before.Length, TimeSpan.FromSeconds(30)), "it never began to write");

        using (var kill = System.Diagnostics.Process.Start("kill", ["-TERM", $"{process.Id}"])) kill.WaitForExit();

        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.Equal(130, process.ExitCode);
        Assert.Equal(before, Names());
    }

    [Fact]
    public void A_secret_in_an_argument_is_refused_and_not_repeated()
    {
        var (key, _) = Keygen();
        var secret = File.ReadAllLines(key)[^1];

        foreach (string[] call in new string[][] { ["decrypt", "-i", secret], ["encrypt", "-r", secret], ["encrypt", "-R", secret], ["encrypt", secret], ["keygen", "-y", secret], ["keygen", "-o", secret] })
        {
            var refused = Shell.Age(call).Refused(2, "does not belong in a command");
            Assert.DoesNotContain(secret[^20..], refused.Errors + refused.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_key_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("file modes are Unix's");
            return;
        }

        var (key, recipient) = Keygen();
        Plain(1);
        Shell.Age("encrypt", "-r", recipient, "-o", At("x.age"), At("plain")).Done();
        Shell.Age("decrypt", "-i", key, "-o", At("back"), At("x.age")).Done();

        Assert.Equal([UnixFileMode.UserRead | UnixFileMode.UserWrite], new[] { File.GetUnixFileMode(key), File.GetUnixFileMode(At("back")) }.Distinct());
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Shell.Age("decrypt", "-i", key, At("x.age")).Refused(2, "others may read");
    }

    [Fact]
    public void A_key_under_a_passphrase_opens_with_it_here_and_elsewhere()
    {
        SecretText("words", "正しい馬\n");
        SecretText("wrong", "馬\n");
        var (key, recipient) = Keygen("--passphrase-file", At("words"));
        Plain(5);
        Shell.Age("encrypt", "-r", recipient, "-o", At("x.age"), At("plain")).Done();

        Shell.Age("decrypt", "-i", key, "--passphrase-file", At("words"), "-o", At("back"), At("x.age")).Done();
        Shell.Age("decrypt", "-i", key, "--passphrase-file", At("wrong"), At("x.age")).Refused(2, "NoMatch");
        Shell.Age("decrypt", "-i", key, At("x.age")).Refused(2, "passphrase");

        Assert.Equal(File.ReadAllBytes(At("plain")), File.ReadAllBytes(At("back")));
        Assert.Equal(recipient, Shell.Age("keygen", "-y", key, "--passphrase-file", At("words")).Done().Text.Trim());
    }

    [Fact]
    public void Inspect_tells_kinds_and_sizes_without_a_key()
    {
        var (_, recipient) = Keygen();
        Plain(70_000);
        Shell.Age("encrypt", "-r", recipient, "-o", At("x.age"), At("plain")).Done();
        Shell.Age("encrypt", "-a", "-r", recipient, "-o", At("x.txt"), At("plain")).Done();

        foreach (var (file, armored) in new[] { (At("x.age"), false), (At("x.txt"), true) })
        {
            var seen = JsonNode.Parse(Shell.Age("inspect", file, "--json").Done().Text)!;
            Assert.Equal((armored, true, 70_000), ((bool)seen["armored"]!, (bool)seen["exactlyOneHybridRecipient"]!, (int)seen["plaintextSize"]!));
            Assert.Equal("mlkem768x25519", (string)seen["stanzas"]![0]!["type"]!);
        }

        File.WriteAllBytes(At("plain"), [.. "nothing of age"u8]);
        Shell.Age("inspect", At("plain")).Refused(2, "HeaderFailure");
        File.WriteAllBytes(At("plain"), [.. "\n nothing of age"u8]); // White space before it is what only text may have.
        Shell.Age("inspect", At("plain")).Refused(2, "ArmorFailure");
    }

    [Fact]
    public void A_call_that_cannot_be_says_what_is_missing()
    {
        var (key, classic) = Keygen("--classic");
        var (_, hybrid) = Keygen("-o", At("other"));
        File.WriteAllText(At("list"), $"# people\n{hybrid}\nnobody\n");
        Plain(1);

        Shell.Age("encrypt", At("plain")).Refused(2, "no recipient");
        Shell.Age("encrypt", "-r", classic, "-r", hybrid, At("plain")).Refused(2, "not mixed");
        Shell.Age("encrypt", "-R", At("list"), At("plain")).Refused(2, "list:3");
        Shell.Age("decrypt", At("plain")).Refused(2, "no key");
        Shell.Age("decrypt", "-i", At("plain"), At("plain")).Refused(2, OperatingSystem.IsWindows() ? "not an identity file" : "others may read");
        Shell.Age("decrypt", "-i", key, At("nowhere")).Refused(2, "nowhere");
    }

    private (string Key, string Recipient) Keygen(params string[] options)
    {
        var key = options is ["-o", var place] ? place : At("key");
        var made = Shell.Age(["keygen", "--json", .. options is ["-o", _] ? options : ["-o", key, .. options]]).Done();
        return (key, (string)JsonNode.Parse(made.Text)!["recipient"]!);
    }

    private byte[] Plain(int size)
    {
        var plaintext = RandomNumberGenerator.GetBytes(size);
        File.WriteAllBytes(At("plain"), plaintext);
        return plaintext;
    }

    private static byte[] Damaged(byte[] file, string damage)
    {
        switch (damage)
        {
            case "cut": return file[..^70_000];
            case "extended": return [.. file, 0];
            case "header": // a letter of its MAC is another letter
                file[1_600] = (byte)(file[1_600] == 'A' ? 'B' : 'A');
                return file;
            default:
                file[damage == "first chunk" ? 1_700 : file.Length - 1] ^= 1;
                return file;
        }
    }

    private void SecretText(string name, string text)
    {
        File.WriteAllText(At(name), text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(At(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private string[] Names() => [.. folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    private string At(string name) => Path.Combine(folder.FullName, name);
}
