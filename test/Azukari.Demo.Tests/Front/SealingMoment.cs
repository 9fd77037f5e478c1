using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azukari.Demo.Stories;
using Azukari.Domain.Sealing;
using Azukari.Protocol.Ledger;

namespace Azukari.Demo.Tests.Front;

/// <summary>A sealing station in a room without a network, to which a permit has just been carried: what comes now is <c>azukari seal</c>.</summary>
internal sealed class SealingMoment : CrashMoment
{
    private int drafts;

    private SealingMoment(Founded founded, Journey journey) : base(founded, journey)
    {
    }

    internal static async Task<SealingMoment> PrepareAsync(Founded founded)
    {
        var journey = founded.NewJourney();
        await journey.AskAsync(Founded.Residents);

        var moment = new SealingMoment(founded, journey);
        await moment.FurnishAsync("st-seal");
        return moment;
    }

    /// <summary>The two people sign, in front of the station.</summary>
    internal override async Task<string[]> CallAsync(string life)
    {
        var draft = Path.Combine(life, $"draft-{++drafts}");
        var cast = Founded.At.Cast;
        await Founded.At.Stations["st-seal"].DoAsync(["draft", "seal-consignment", "--carry-out", Journey.Id, "--draft", draft, .. Here(life), "--sign-with", cast.Carrier.Signing("operator"), cast.Witness.Signing("witness")]);
        return ["seal", "--draft", draft, .. Here(life), "--medium", Medium(life), "--source", $"csv:{Founded.Source}", "--out", Receipt(life)];
    }

    /// <summary>No key is left, and what was told may have been carried away already.</summary>
    internal override void AssertSound(string life, string where)
    {
        Assert.False(LeavesAKey(life), $"{where}: a key");
        if (!File.Exists(Receipt(life))) return;

        Consignment(life);
        File.Copy(Receipt(life), Told(life));
    }

    internal override void AssertDone(string life, string where)
    {
        var consignment = Consignment(life);
        Assert.Equal(Founded.Residents, consignment.People);
        if (File.Exists(Told(life))) Assert.Equal(ReceiptIn(Told(life)).Envelope, consignment.Envelope);
    }

    internal static string Receipt(string life) => Path.Combine(life, "sealed.json");

    /// <summary>Whether any file but the station's own keys holds an age identity in the clear.</summary>
    internal static bool LeavesAKey(string life) => Directory.GetFiles(life, "*", SearchOption.AllDirectories)
        .Where(file => !file.Contains("identities", StringComparison.Ordinal)).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.ASCII.GetBytes("AGE-SECRET-KEY-PQ-1")) >= 0);

    /// <summary>The consignment as the message and the medium have it: one receipt, its papers, and the payload that it names.</summary>
    private static SealMeasured Consignment(string life)
    {
        var receipt = ReceiptIn(Receipt(life));
        Assert.Equal(receipt.Volumes[0].Payload.Value, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Medium(life), "payload.age")))));
        Assert.Equal(receipt.SealNumber, JsonNode.Parse(File.ReadAllText(Path.Combine(Medium(life), "label.json")))!["sealNumber"]!.GetValue<string>());
        return receipt;
    }

    private static SealMeasured ReceiptIn(string file)
    {
        var message = Message.Read(File.ReadAllBytes(file));
        var receipt = ((SealConsignment)SignedAct.Read(Assert.Single(message.Acts)).Act).Measured;
        Assert.NotNull(message.Paper(receipt.Manifest));
        Assert.NotNull(message.Paper(receipt.Envelope));
        return receipt;
    }

    private static string Told(string life) => Path.Combine(life, "told.json");
}
