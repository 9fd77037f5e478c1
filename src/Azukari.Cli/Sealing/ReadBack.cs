using System.CommandLine;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Azukari.Age;
using Azukari.Cli.Front;
using Azukari.Extraction;
using Azukari.Extraction.Packaging;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Sealing;

/// <summary>R12: a second process reads the medium, decrypts what it reads and counts again, before the identity is wiped.</summary>
internal static class ReadBack
{
    private const string Verb = "read-back-payload";
    private static readonly Argument<string> Folder = new("folder");
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Strict;

    internal static async Task CheckAsync(
        string medium, HybridIdentity content, IReadOnlyList<DatasetShape> shapes, PackageCounts counts, PayloadMeasure measure, Screen screen, CancellationToken cancellation)
    {
        screen.Say("媒体から読み直して確かめています。", "reading the medium back.");
        var (bytes, digest, again) = await SecondProcessAsync(medium, content, shapes, cancellation);

        if (bytes != measure.Bytes || digest != measure.Digest().Value || !again.Equals(counts))
        {
            throw new StopException(ExitCode.Medium, new Spoken(
                "R12 NotReadBack", "書いたとおりに読み出せません。", "the medium does not give back what was written", "別の登録媒体を使ってください。", "Use another registered medium."));
        }
    }

    /// <summary>The verb of the second process; the identity and the shapes come on standard input, so that no list of processes shows them.</summary>
    internal static Command Create() => new Command(Verb, "second process of seal") { Hidden = true, Arguments = { Folder } }.Does(async (parsed, _, cancellation) =>
    {
        await using var input = Console.OpenStandardInput();
        var line = new byte[4096];
        await input.ReadExactlyAsync(line.AsMemory(0, 77), cancellation);
        using var identity = HybridIdentity.Parse(line.AsSpan(0, 77));
        CryptographicOperations.ZeroMemory(line);
        var shapes = await JsonSerializer.DeserializeAsync<Shape[]>(input, Json, cancellation);

        await using var file = MediumReader.OpenUncached(Path.Combine(parsed.GetRequiredValue(Folder), Papers.PayloadFile));
        if (!AgeFile.Inspect(file).HasExactlyOneHybridStanza) throw new AgeException(AgeFault.HeaderFailure, "the payload has another header than ours");

        file.Position = 0;
        using var hash = SHA256.Create();
        await using var hashing = new CryptoStream(file, hash, CryptoStreamMode.Read);
        await using var age = await AgeFile.OpenReaderAsync(hashing, [identity], cancellationToken: cancellation);
        var counts = await PackageReader.VerifyAsync(age, [.. shapes!.Select(shape => new DatasetShape(shape.Id, shape.Unit, shape.PersonKey, shape.Fields))], null, cancellation);

        await hashing.CopyToAsync(Stream.Null, cancellation);
        Console.WriteLine(JsonSerializer.Serialize(new Found(file.Length, Convert.ToHexStringLower(hash.Hash!), counts.People, counts.DescriptorSha256, [.. counts.Datasets]), Json));
    });

    private static async Task<(long Bytes, string Digest, PackageCounts Counts)> SecondProcessAsync(string medium, HybridIdentity content, IReadOnlyList<DatasetShape> shapes, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        start.ArgumentList.Add(Verb);
        start.ArgumentList.Add(Path.GetFullPath(medium));
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";

        using var process = Process.Start(start)!;
        var secret = content.EncodeUtf8();
        await process.StandardInput.BaseStream.WriteAsync(secret, cancellation);
        CryptographicOperations.ZeroMemory(secret);
        await JsonSerializer.SerializeAsync(process.StandardInput.BaseStream, shapes.Select(shape => new Shape(shape.Id, shape.Unit, shape.PersonKey, [.. shape.Fields])).ToArray(), Json, cancellation);
        process.StandardInput.Close();

        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0 || JsonSerializer.Deserialize<Found>(output, Json) is not { } found)
            throw new MediumException(MediumFault.ReadError, "the second process could not read the medium back");

        return (found.Bytes, found.Payload, new(found.Datasets, found.People, found.Descriptor));
    }

    private sealed record Shape(string Id, string Unit, string PersonKey, string[] Fields);

    private sealed record Found(long Bytes, string Payload, long People, string Descriptor, DatasetCount[] Datasets);
}
