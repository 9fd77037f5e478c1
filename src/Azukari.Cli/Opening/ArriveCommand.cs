using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azukari.Age;
using Azukari.Cli.Front;
using Azukari.Cli.Sealing;
using Azukari.Cli.Stations;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Opening;
using Azukari.Domain.Sealing;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Sealing;
using Azukari.Protocol.Signatures;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Opening;

/// <summary><c>azukari arrive</c>: proves that the complete, unaltered ciphertext is in this reader, before anybody is asked for a key (R16).</summary>
internal static class ArriveCommand
{
    internal static Command Create() => new Command("arrive", "proves that the consignment has arrived whole / 到着を証明する")
    {
        Options.Station, Options.Media, Options.CarryOut, Options.Desk, Options.In, Options.Out,
    }.Does(async (parsed, screen, cancellation) =>
    {
        using var station = StationFolder.Open(parsed.GetRequiredValue(Options.Station));
        using var exchange = await StationWatch.EnterAsync(parsed, station, screen, cancellation);
        var id = Options.CarryOutOf(parsed);
        var facts = exchange.Desk.Facts;
        var seal = facts.Find(id)?.Seal ?? throw StopException.BadInput($"封緘の記録がありません: {id}", $"there is no seal receipt of '{id}'");

        var acts = new List<SignedAct>();
        var asked = facts.Find(id)!.Challenged; // Each question serves once: its answer is public from then on.
        foreach (var medium in parsed.GetRequiredValue(Options.Media))
        {
            var measured = await MeasureAsync(facts, id, seal, medium, asked, cancellation);
            asked = asked.Add(measured.Nonce);
            acts.Add(Signing.ByMachine(new SignedAct(exchange.Desk.Settings.Engagement, new ProveArrival(id, measured), [], null), seal.Mark.Leaf, station.Key));
            Expectation.Check(facts, acts[^1]);
        }

        await exchange.DeliverAsync(Message.Of(exchange.Desk.Settings.Engagement, acts), cancellation);
        screen.Answer(
            new JsonObject { ["arrived"] = id.Value, ["media"] = new JsonArray([.. acts.Select(act => (JsonNode)((ProveArrival)act.Act).Measured.Medium.Value)]) },
            screen.In($"到着を証明しました: {id}（媒体{acts.Count}個）", $"arrival proven: {id}, {acts.Count} medium/media"));
    });

    private static async Task<ArrivalMeasured> MeasureAsync(Engagement facts, CarryOutId id, SealReceipt seal, string medium, ImmutableHashSet<Digest> asked, CancellationToken cancellation)
    {
        var serial = RemovableMedium.Identify(medium).Serial;
        var volume = seal.Measured.Volumes.FirstOrDefault(volume => volume.Serial == serial) ?? throw Wrong("R10 SerialDiffers", "許可された媒体ではありません。", $"this is not the permitted medium: serial {serial}", null);
        var spare = seal.Measured.Volumes.FirstOrDefault(other => other.Payload == volume.Payload && other.Medium != volume.Medium)?.Medium;
        var challenge = volume.Challenges.FirstOrDefault(challenge => !asked.Contains(challenge.Nonce)) ?? throw Wrong("R16 ChallengeUsed", "到着の確認に使える問いが残っていません。", "no question is left to prove an arrival with", null);
        try
        {
            CheckLabel(facts, id, seal, medium, volume, spare);
            var (digest, answer) = await ReadAsync(medium, challenge, spare, cancellation);
            if (digest != volume.Payload) throw Wrong("R16 PayloadDiffers", "中身が封緘時と違います。", "the payload is not what was sealed: altered or cut", spare);

            return new(volume.Medium, serial, digest, challenge.Nonce, Digests.Sha256(answer.Bytes()), answer);
        }
        catch (Exception fault) when (fault is MediumException or IOException)
        {
            throw Wrong("R16 Unreadable", "媒体を読めません。", $"the medium cannot be read: {fault.Message}", spare, ExitCode.Medium);
        }
    }

    /// <summary>The gate: one stanza of the expected kind and size, and not a byte before it is looked at is believed.</summary>
    private static async Task<(Digest Payload, Digest Answer)> ReadAsync(string medium, ArrivalChallenge challenge, MediumId? spare, CancellationToken cancellation)
    {
        await using var file = MediumReader.OpenUncached(Path.Combine(medium, Papers.PayloadFile));
        if (!AgeFile.Inspect(file).HasExactlyOneHybridStanza) throw Wrong("R10 SecondStanza", "暗号文の宛先が封緘時と違います。", "the payload opens for somebody whom nobody named: it has another header than ours", spare);

        file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var answer = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, challenge.Nonce.Bytes());
        var buffer = new byte[1 << 20];
        for (int read; (read = await file.ReadAsync(buffer, cancellation)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            answer.AppendData(buffer, 0, read);
        }

        return (new(Convert.ToHexStringLower(hash.GetHashAndReset())), new(Convert.ToHexStringLower(answer.GetHashAndReset())));
    }

    private static void CheckLabel(Engagement facts, CarryOutId id, SealReceipt seal, string medium, SealedVolume volume, MediumId? spare)
    {
        var bytes = File.ReadAllBytes(Path.Combine(medium, Papers.LabelFile));
        var label = DomainJson.FromBytes<Label>(bytes, Label.MaxBytes);
        var sealer = PublicKey.Parse(facts.Stations[facts.Find(id)!.Plan.SealAt].Key.Ssh);
        var signature = Sshsig.Dearmor(File.ReadAllText(Path.Combine(medium, Papers.LabelSignature)));

        if (!Sshsig.Verify(signature, sealer, Label.Namespace, bytes) || label.CarryOut != id || label.SealNumber != seal.Measured.SealNumber || label.Payload != volume.Payload)
            throw Wrong("R13 Label", "ラベルが封緘時のものではありません。", "the label is not the one that the sealing station signed", spare);
    }

    /// <summary>A spare bears the same payload and serves instead; what was refused is stored and erased like every medium.</summary>
    private static StopException Wrong(string code, string ja, string en, MediumId? spare, ExitCode exit = ExitCode.Refused) => new(exit, new Spoken(
        code, ja, en,
        $"開けずに保管し、情報セキュリティ管理者に知らせてください。{(spare is null ? "" : $"同じ分冊の媒体 {spare} で到着を確かめられます。")}",
        $"Do not open it; store it and tell the security officer.{(spare is null ? "" : $" The same volume is on {spare}: prove the arrival with that.")}"));
}
