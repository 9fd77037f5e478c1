using System.Security.Cryptography;
using System.Text;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Azukari.TransparencyLog;

namespace Azukari.Server.Tests.Front;

/// <summary>A small town and whom it entrusts, with real keys: everything it does goes through the service's doors.</summary>
internal sealed partial class Town : IAsyncDisposable
{
    internal const string Name = "benefits-2022";

    private readonly Dictionary<string, SigningKey> keys;
    private readonly string engagement;

    private Town(string engagement = Name, Dictionary<string, SigningKey>? keys = null)
    {
        (this.engagement, this.keys) = (engagement, keys ?? []);
        (OwnerWitness, ContractorWitness) = (NoteSigner.Generate("owner.example", NoteAlgorithm.CosignatureV1), NoteSigner.Generate("contractor.example", NoteAlgorithm.CosignatureV1));
    }

    internal Host Host { get; private set; } = null!;

    internal Engagement Facts { get; private set; } = Engagement.Nothing;

    internal NoteSigner OwnerWitness { get; }

    internal NoteSigner ContractorWitness { get; }

    /// <summary>The service with nothing in it.</summary>
    internal static async Task<Town> EmptyAsync(Where where, params string[] more)
    {
        var town = new Town();
        town.Host = await Host.StartAsync(where, [town.KeyOf("o-root").PublicKey.KeyId], more);
        return town;
    }

    /// <summary>The service as a program of its own, with this engagement founded in it.</summary>
    internal static async Task<Town> FoundedInProgramAsync(string? postgres = null, params string[] more)
    {
        var town = new Town();
        town.Host = await Host.StartProgramAsync([town.KeyOf("o-root").PublicKey.KeyId], postgres, more);
        await town.DoAsync(await town.GenesisAsync());
        return town;
    }

    /// <summary>The service with this engagement founded in it.</summary>
    internal static async Task<Town> FoundedAsync(Where where, params string[] more)
    {
        var town = await EmptyAsync(where, more);
        await town.DoAsync(await town.GenesisAsync());
        return town;
    }

    /// <summary>Everybody and every machine has a key of its own, made when first asked for.</summary>
    internal SigningKey KeyOf(string who) => keys.TryGetValue(who, out var key) ? key : keys[who] = SigningKey.Generate();

    internal SigningKeyFact FactOf(string who) => Signing.Fact(KeyOf(who).PublicKey, KeyForm.Software);

    internal static Digest Hash(string text) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    internal static OrganisationId EmployerOf(string person) => new(person[0] == 'o' ? "city" : "contractor");

    /// <summary>An act with good signatures for the facts and the clock as they stand.</summary>
    internal SignedAct Sign(Act act, string? machine, params (string Person, Role Role)[] hands)
    {
        var name = new EngagementId(engagement);
        var on = Answered.By(Facts, act) ?? Replay.Nothing;
        var until = Host.Clock.GetUtcNow().AddMinutes(10);
        var people = hands.Select(hand => ByPerson(name, act, hand.Person, hand.Role, on, until));

        var signed = new SignedAct(name, act, [.. people], null);
        return machine is null ? signed : Signing.ByMachine(signed, on, KeyOf(machine));
    }

    /// <summary>Sends an act that has to be taken, and takes it into the facts on the service's word.</summary>
    internal async Task<Answer> DoAsync(SignedAct signed)
    {
        var answer = await SendAsync(signed);
        Assert.True(answer.Status == 201, $"{answer.Status} {answer.Text}");
        var (seq, at, leaf) = (answer.Json["seq"]!.GetValue<long>(), answer.Json["at"]!.GetValue<long>(), answer.Json["leaf"]!.GetValue<string>());
        if (seq == Facts.NextSeq) Facts = Facts.After(new(seq, DateTimeOffset.FromUnixTimeMilliseconds(at), new(leaf), ActVerifier.Verify(Facts, signed)));
        else await FollowAsync(); // The watch has written meanwhile.
        return answer;
    }

    internal Task<Answer> SendAsync(SignedAct signed) => AskAsync(HttpMethod.Post, "acts", signed.Write());

    internal Task<Answer> SendAsync(Host node, SignedAct signed) => Knock.SendAsync(node, KeyOf("o-root"), HttpMethod.Post, $"/api/v1/engagements/{engagement}/acts", signed.Write());

    /// <summary>Reads what is new in the record and replays it, as a key holder would.</summary>
    internal async Task FollowAsync()
    {
        for (var total = long.MaxValue; Facts.NextSeq < total;)
        {
            var answer = await AskAsync(HttpMethod.Get, $"entries?from={Facts.NextSeq}");
            Assert.Equal(200, answer.Status);
            total = long.Parse(answer.Header("Azukari-Size"));
            if (total == Facts.NextSeq) return;
            foreach (var entry in EntryBundle.Read(answer.Body, (int)Math.Min(256, total - Facts.NextSeq)))
                Facts = Replay.Next(Facts, entry.Span, new(MerkleTree.LeafHash(entry.Span).ToHex()));
        }
    }

    /// <summary>The facts from the first entry on, believing nobody.</summary>
    internal async Task<Engagement> ReplayedAsync()
    {
        Facts = Engagement.Nothing;
        await FollowAsync();
        return Facts;
    }

    /// <summary>A request that the owner's root, or somebody else, signs.</summary>
    internal Task<Answer> AskAsync(HttpMethod method, string below, byte[]? body = null, string by = "o-root") =>
        Knock.SendAsync(Host, KeyOf(by), method, $"/api/v1/engagements/{engagement}/{below}", body, introduce: true);

    /// <summary>The newest checkpoint, seen and signed by those witnesses.</summary>
    internal async Task<Answer> CosignAsync(params NoteSigner[] witnesses)
    {
        var note = SignedNote.Parse((await AskAsync(HttpMethod.Get, "checkpoint")).Body);
        var lines = witnesses.Select(witness => witness.Cosign(note.Text.Span, Host.Clock.GetUtcNow().ToUnixTimeSeconds()));
        return await AskAsync(HttpMethod.Post, "cosignatures", note.With(lines).ToBytes());
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        foreach (var key in keys.Values) key.Dispose();
        OwnerWitness.Dispose();
        ContractorWitness.Dispose();
    }
}
