using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Cli.Stations;
using Azukari.Cli.Statements;
using Azukari.Domain;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Opening;
using Azukari.Protocol.Signatures;

namespace Azukari.Cli.Carriers;

/// <summary>How a verb gets what it needs and where it leaves what it made: over HTTP where the desk has a network, by file or symbols where it has none (design §7).</summary>
internal sealed class Exchange(Desk desk, Message? brought, string? outFile, TimeProvider clock) : IDisposable
{
    private readonly IDisposable? keyHolder = desk.Settings.TransportKey is { } path ? OpenKeyHolder(path) : null;
    private ServiceClient? client;

    internal Desk Desk => desk;

    /// <summary>The message that somebody brought, or null.</summary>
    internal Message? Brought => brought;

    internal bool IsOnline => desk.Settings.Server is not null && outFile is null;

    private string Api => $"{desk.Settings.Server}/api/v1/engagements/{desk.Settings.Engagement}";

    private ServiceClient Client => client ??= new(Key ?? throw StopException.BadInput("通信に使う鍵が設定されていません。", "the desk names no key to sign requests with", "azukari init desk --as で指定してください。", "Name one with azukari init desk --as."), desk.Settings.Genesis is null, clock);

    /// <summary>Follows the service's record up to its end, replaying every entry.</summary>
    internal async Task FollowAsync(CancellationToken cancellation)
    {
        if (desk.Settings.Server is null || outFile is not null) return;

        ImmutableArray<byte[]> entries;
        do
        {
            var bundle = await Client.SendAsync(HttpMethod.Get, $"{Api}/entries?from={desk.Facts.NextSeq}", default, cancellation);
            entries = Split(bundle);
            desk.Append(desk.Facts.NextSeq, entries);
        }
        while (entries.Length > 0);

        desk.Save();
    }

    /// <summary>A paper by its digest, from here or from the service.</summary>
    internal async Task<byte[]> PaperAsync(Digest digest, CancellationToken cancellation)
    {
        if (desk.Paper(digest) is { } here) return here;
        if (!IsOnline) throw StopException.BadInput($"必要な書類が届いていません: {digest}", $"the paper {digest} has not come with the message", "azukari status --out で作り直してください。", "Have the message made again with azukari status --out.");

        var paper = await Client.SendAsync(HttpMethod.Get, $"{Api}/papers/{digest}", default, cancellation);
        if (Digests.Sha256(paper) != digest) throw StopException.BadInput("受け取った書類が記録と違います。", "the service sent another paper than the record names");

        desk.KeepPaper(paper);
        return paper;
    }

    /// <summary>Delivers a message: papers first, then acts in their order. Without a network it becomes what is carried.</summary>
    /// <returns>The service's answers, one for each act; empty when it is carried.</returns>
    internal async Task<IReadOnlyList<JsonObject>> DeliverAsync(Message message, CancellationToken cancellation)
    {
        if (!IsOnline)
        {
            var where = outFile ?? throw StopException.BadInput("届け先がありません。", "there is neither a network nor --out", "--out でファイルを指定してください。", "Name a file with --out.");
            await Carried.WriteAsync(where, message, cancellation);
            return [];
        }

        foreach (var paper in message.Papers) await Client.SendAsync(HttpMethod.Put, $"{Api}/papers/{Digests.Sha256(paper)}", paper, cancellation);

        var answers = new List<JsonObject>();
        foreach (var act in message.Acts)
            answers.Add(JsonNode.Parse(await Client.SendAsync(HttpMethod.Post, $"{Api}/acts", act, cancellation))!.AsObject());

        return answers;
    }

    internal Task<byte[]> GetAsync(string path, CancellationToken cancellation) => Client.SendAsync(HttpMethod.Get, $"{Api}/{path}", default, cancellation);

    internal Task<byte[]> SendAsync(HttpMethod method, string path, byte[] body, CancellationToken cancellation) => Client.SendAsync(method, $"{Api}/{path}", body, cancellation);

    internal Task<byte[]> PostAsync(string path, byte[] body, CancellationToken cancellation) => Client.SendAsync(HttpMethod.Post, $"{Api}/{path}", body, cancellation);

    internal Task<byte[]> PutAsync(string path, byte[] body, CancellationToken cancellation) => Client.SendAsync(HttpMethod.Put, $"{Api}/{path}", body, cancellation);

    /// <summary>Has both key holders take off their layers, the owner's first. What comes back is still locked with the station's own key.</summary>
    internal async Task<byte[]> ReleaseAsync(CarryOutId carryOut, byte[] envelope, ReleaseRequest? carried, CancellationToken cancellation)
    {
        var header = carried is null ? null : Convert.ToBase64String(DomainJson.ToBytes(carried));
        var inner = await Client.SendAsync(HttpMethod.Post, $"{desk.Settings.OwnerHolder}/api/v1/carry-outs/{carryOut}/release", envelope, cancellation, header);
        return await Client.SendAsync(HttpMethod.Post, $"{desk.Settings.ContractorHolder}/api/v1/carry-outs/{carryOut}/release", inner, cancellation, header);
    }

    /// <summary>Tells one of those who can act on a loss; says whether it answered.</summary>
    internal async Task<JsonObject?> ReportToAsync(string address, byte[] report, CancellationToken cancellation)
    {
        try
        {
            return JsonNode.Parse(await Client.SendAsync(HttpMethod.Post, address, report, cancellation))?.AsObject();
        }
        catch (HttpRequestException)
        {
            return null; // R23: whoever does not answer keeps nobody from telling the next.
        }
    }

    public void Dispose()
    {
        client?.Dispose();
        keyHolder?.Dispose();
    }

    private SigningKey? Key => keyHolder switch
    {
        StationFolder station => station.Key,
        PersonKeyFile person => person.Key,
        _ => null,
    };

    private static IDisposable OpenKeyHolder(string path) => Directory.Exists(path) ? StationFolder.Open(path) : PersonKeyFile.Open(path);

    private static ImmutableArray<byte[]> Split(byte[] bundle)
    {
        var entries = ImmutableArray.CreateBuilder<byte[]>();
        for (var rest = bundle.AsSpan(); rest.Length > 0;)
        {
            var length = rest.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(rest) : int.MaxValue;
            if (length > rest.Length - 2) throw StopException.BadInput("受け取った記録が途中で切れています。", "the entries that came are cut");

            entries.Add(rest.Slice(2, length).ToArray());
            rest = rest[(2 + length)..];
        }

        return entries.ToImmutable();
    }
}
