using System.ComponentModel;
using System.Diagnostics;

namespace Azukari.TransparencyLog.Tests;

/// <summary>A second implementation of Ed25519 agrees, in both directions.</summary>
public sealed class OpensslTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("log-openssl-");

    [Fact]
    public void A_checkpoint_is_signed_alike_and_the_cosignature_verifies()
    {
        byte[] text = new Checkpoint(Keys.Origin, 7, MerkleTree.EmptyRoot).ToText();
        Write("log.der", [.. Convert.FromHexString("302e020100300506032b657004220420"), .. Keys.Seed(Keys.Origin)]);
        Write("text", text);
        Run("pkeyutl", "-sign", "-keyform", "DER", "-inkey", "log.der", "-rawin", "-in", "text", "-out", "text.sig");
        Assert.Equal(File.ReadAllBytes(Path.Combine(folder.FullName, "text.sig")), Keys.Log.Sign(text).Signature.ToArray());

        Write("city.pub", [.. Convert.FromHexString("302a300506032b6570032100"), .. Keys.City.Verifier.PublicKey.Span]);
        Write("message", [.. "cosignature/v1\ntime 1700000000\n"u8, .. text]);
        Write("message.sig", Keys.City.Cosign(text, 1_700_000_000).Signature[8..].ToArray());
        Run("pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "city.pub", "-rawin", "-in", "message", "-sigfile", "message.sig");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(folder.FullName, name), content);

    private void Run(params string[] arguments)
    {
        using Process process = Start(arguments);
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said);
    }

    private Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = folder.FullName, RedirectStandardError = true })!;
        }
        catch (Win32Exception missing) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"openssl is not here: {missing.Message}");
            throw;
        }
    }
}
