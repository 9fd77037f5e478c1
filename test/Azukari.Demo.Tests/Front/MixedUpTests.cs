using System.Text;
using System.Text.RegularExpressions;
using Azukari.Age;
using Azukari.Demo.Machines;
using Azukari.Demo.Stories;

namespace Azukari.Demo.Tests.Front;

/// <summary>Damaged, cut, extended, swapped and mixed-up media, envelopes and labels: refused with the reason, before a row leaves; what is right is taken afterwards (R10, R13, R16, R18).</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed partial class MixedUpTests(Founded founded)
{
    private Installation At => founded.At;

    [Fact]
    public async Task Media_and_labels_that_are_not_what_was_sealed_prove_no_arrival()
    {
        var (journey, volumes, _) = founded.NewJourney(volumes: 2, spares: 0);
        await SealedAsync(journey);
        var (first, second) = (volumes[0], volumes[1]);

        await RefusedWith("R16 PayloadDiffers", journey, first, "payload.age", bytes => [.. bytes, 0]);
        await RefusedWith("R16 PayloadDiffers", journey, first, "payload.age", bytes => bytes[..^1]);
        await RefusedWith("R16 PayloadDiffers", journey, first, "payload.age", bytes => [.. bytes[..^1_000], .. bytes[^1_000..].Reverse()]);
        await RefusedWith("R16 PayloadDiffers", journey, first, "payload.age", _ => Read(second, "payload.age"));
        await RefusedWith("R10 SecondStanza", journey, first, "payload.age", bytes => AgeFile.Encrypt(bytes.AsSpan(0, 9), [X25519Identity.Generate().Recipient]));
        await RefusedWith("R13 Label", journey, first, "label.json", _ => Read(second, "label.json"));
        await RefusedWith("R13 Label", journey, first, "label.json", bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\"volume\":1", "\"volume\":2", StringComparison.Ordinal)));
        await RefusedWith("R13 Label", journey, first, "label.json.sig", _ => Read(second, "label.json.sig"));

        await journey.ArriveAsync();
    }

    [Fact]
    public async Task An_envelope_of_another_consignment_and_a_payload_that_changed_after_its_arrival_load_nothing()
    {
        var journey = founded.NewJourney();
        await SealedAsync(journey);
        await journey.ArriveAsync();
        var (envelope, database) = (Path.Combine(At.StationFolder("st-open"), "work", $"{journey.Id}.envelope"), At.Rooms["call-centre", $"{journey.Id}.db"]);
        using var foreign = HybridIdentity.Generate();
        var identityFile = Encoding.ASCII.GetBytes($"# manifest-sha256: {new string('0', 64)}\n{Encoding.ASCII.GetString(foreign.EncodeUtf8())}\n");

        await File.WriteAllBytesAsync(envelope, AgeFile.Encrypt(identityFile, [DestinationKey()]));
        var other = await Assert.ThrowsAsync<DemoException>(() => journey.OpenAsync($"sqlite:{database}"));
        Assert.Contains("the envelope belongs to another consignment", other.Message, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(envelope, AgeFile.Encrypt(identityFile, [foreign.Recipient]));
        Assert.Contains("NoMatch", (await TryOpenAsync(journey, database)).Output, StringComparison.Ordinal);
        File.Delete(envelope);

        var payload = Path.Combine(journey.Medium, "payload.age");
        var whole = await File.ReadAllBytesAsync(payload);
        await File.WriteAllBytesAsync(payload, [.. whole[..^1], (byte)(whole[^1] ^ 1)]);
        Assert.Contains("PayloadFailure", (await TryOpenAsync(journey, database)).Output, StringComparison.Ordinal);
        Assert.False(KeyHunt.Finds("residents", [At.Rooms["call-centre", $"{journey.Id}.db"]]), "a table was left behind");

        await File.WriteAllBytesAsync(payload, whole);
        Assert.Equal(0, (await TryOpenAsync(journey, database)).Exit);
    }

    private async Task SealedAsync(Journey journey)
    {
        await journey.AskAsync(Founded.Residents);
        await journey.DepartAsync((await journey.SealAsync($"csv:{founded.Source}"))["sealNumber"]!.GetValue<string>());
    }

    private static async Task RefusedWith(string code, Journey journey, MountedMedium medium, string file, Func<byte[], byte[]> change)
    {
        var (path, right) = (Path.Combine(medium.Folder, file), Read(medium, file));
        await File.WriteAllBytesAsync(path, change(right));

        Assert.Contains(code, (await Assert.ThrowsAsync<DemoException>(() => journey.ArriveAsync(medium))).Message, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(path, right);
    }

    private static byte[] Read(MountedMedium medium, string file) => File.ReadAllBytes(Path.Combine(medium.Folder, file));

    private Task<(int Exit, string Output)> TryOpenAsync(Journey journey, string database) => At.Stations["st-open"].TryAsync(
        "open", "--carry-out", journey.Id, "--station", At.StationFolder("st-open"), "--medium", journey.Medium, "--into", $"sqlite:{database}", "--desk", At.StationDesk("st-open"));

    /// <summary>The recipient that the last sealing fetched and whose other half lies at the opening station.</summary>
    private HybridRecipient DestinationKey()
    {
        var kept = Directory.GetFiles(Path.Combine(At.StationFolder("st-open"), "identities"), "*.key").ToDictionary(file => Path.GetFileNameWithoutExtension(file));
        var last = new DirectoryInfo(Path.Combine(At.StationDesk("st-seal"), "papers")).GetFiles().Where(paper => kept.ContainsKey(paper.Name)).MaxBy(paper => paper.LastWriteTimeUtc)!;
        using var identity = HybridIdentity.Parse(Encoding.ASCII.GetBytes(KeyForm().Match(File.ReadAllText(kept[last.Name])).Value));
        return identity.Recipient;
    }

    [GeneratedRegex("AGE-SECRET-KEY-PQ-1[0-9A-Z]{58}")]
    private static partial Regex KeyForm();
}
