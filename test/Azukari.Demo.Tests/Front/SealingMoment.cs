using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azukari.Demo.Stories;
using Azukari.Domain.Sealing;
using Azukari.Protocol.Ledger;

namespace Azukari.Demo.Tests.Front;

/// <summary>A sealing station in a room without a network, to which a permit has just been carried: what comes now is <c>azukari seal</c>, and it can be lived again and again.</summary>
internal sealed class SealingMoment
{
    private readonly Founded founded;
    private readonly string before;
    private int lives, drafts;

    private SealingMoment(Founded founded, Journey journey, string before) => (this.founded, Journey, this.before) = (founded, journey, before);

    internal Journey Journey { get; }

    internal static async Task<SealingMoment> PrepareAsync(Founded founded)
    {
        var (at, journey) = (founded.At, founded.NewJourney());
        await journey.AskAsync(Founded.Residents);

        var moment = new SealingMoment(founded, journey, Directory.CreateDirectory(at.Rooms["moments", journey.Id]).FullName);
        var (computer, desk, soFar) = (at.Stations["st-seal"], Path.Combine(moment.before, "desk"), at.Rooms["moments", $"{journey.Id}.json"]);
        await computer.DoAsync("init", "desk", "--engagement", Installation.Engagement, "--to", desk, "--genesis", at.Genesis);
        await at.Desk.DoAsync("status", "--desk", at.DeskFolder, "--carry-out", journey.Id, "--message", soFar);
        await computer.DoAsync("status", "--desk", desk, "--in", soFar);
        Folders.Copy(at.StationFolder("st-seal"), Path.Combine(moment.before, "station"));
        Folders.Copy(journey.Medium, Path.Combine(moment.before, "medium"));
        return moment;
    }

    /// <summary>A fresh folder in which everything stands as it did before.</summary>
    internal string Again()
    {
        var life = founded.At.Rooms["moments", $"{Journey.Id}-{++lives}"];
        Folders.Copy(before, life);
        return life;
    }

    /// <summary>The two people sign, in front of the station; the words of the call that follows.</summary>
    internal async Task<string[]> SignedAsync(string life)
    {
        var draft = Path.Combine(life, $"draft-{++drafts}");
        var (station, desk, cast) = (Path.Combine(life, "station"), Path.Combine(life, "desk"), founded.At.Cast);
        await founded.At.Stations["st-seal"].DoAsync(
            "draft", "seal-consignment", "--carry-out", Journey.Id, "--draft", draft, "--station", station, "--desk", desk, "--sign-with", cast.Carrier.Signing("operator"), cast.Witness.Signing("witness"));
        return ["seal", "--draft", draft, "--station", station, "--medium", Path.Combine(life, "medium"), "--source", $"csv:{founded.Source}", "--desk", desk, "--out", Receipt(life)];
    }

    internal static string Receipt(string life) => Path.Combine(life, "sealed.json");

    /// <summary>The consignment as the message and the medium have it: one receipt, its papers, and the payload that it names.</summary>
    internal static SealMeasured Consignment(string life)
    {
        var message = Message.Read(File.ReadAllBytes(Receipt(life)));
        var receipt = ((SealConsignment)SignedAct.Read(Assert.Single(message.Acts)).Act).Measured;
        Assert.NotNull(message.Paper(receipt.Manifest));
        Assert.NotNull(message.Paper(receipt.Envelope));
        Assert.Equal(receipt.Volumes[0].Payload.Value, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(life, "medium", "payload.age")))));
        Assert.Equal(receipt.SealNumber, JsonNode.Parse(File.ReadAllText(Path.Combine(life, "medium", "label.json")))!["sealNumber"]!.GetValue<string>());
        return receipt;
    }

    /// <summary>Whether any file but the station's own keys holds an age identity in the clear.</summary>
    internal static bool LeavesAKey(string life) => Directory.GetFiles(life, "*", SearchOption.AllDirectories)
        .Where(file => !file.Contains("identities", StringComparison.Ordinal)).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.ASCII.GetBytes("AGE-SECRET-KEY-PQ-1")) >= 0);
}
