using System.Collections.Concurrent;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Http;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Azukari.TransparencyLog;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Azukari.Holder.Tests;

/// <summary>A small service over HTTP: real entries by the real rules, a real log, and switches with which it lies or falls silent.</summary>
internal sealed class LogService : IAsyncDisposable
{
    internal const string Origin = "log.example/benefits-2022", Engagement = "benefits-2022";

    private readonly NoteSigner key = NoteSigner.Generate(Origin, NoteAlgorithm.Ed25519);
    private readonly Lock gate = new();
    private readonly List<byte[]> entries = [];
    private readonly List<NoteSignature> cosignatures = [];
    private readonly TimeProvider clock;
    private readonly WebApplication web;

    private LogService(TimeProvider clock)
    {
        this.clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        web = builder.Build();
        web.Use(FrontAsync);
        var api = $"/api/v1/engagements/{Engagement}";
        web.MapGet(api + "/checkpoint", () => entries.Count == 0 ? Results.NotFound() : Results.Bytes(Note().ToBytes(), "text/plain"));
        web.MapGet(api + "/entries", (int from) => { lock (gate) return Results.Bytes(Bundle(from), "application/octet-stream"); });
        web.MapPost(api + "/acts", ActAsync);
        web.MapPut(api + "/papers/{name}", PaperAsync);
        web.MapPost(api + "/cosignatures", CosignAsync);
    }

    internal string Address => web.Urls.First();

    internal string Vkey => key.Verifier.ToString();

    internal Engagement Facts { get; private set; } = Domain.Engagements.Engagement.Nothing;

    internal ConcurrentDictionary<string, byte[]> Papers { get; } = new();

    internal bool IsDown { get; set; }

    /// <summary>Puts another root into the checkpoints it signs.</summary>
    internal bool SignsAnotherRoot { get; set; }

    /// <summary>Shows no more than this many entries.</summary>
    internal int? ShowsOnly { get; set; }

    internal int Size { get { lock (gate) return entries.Count; } }

    /// <summary>Names of the witnesses that cosigned the log at its present size.</summary>
    internal IEnumerable<string> CosignedBy { get { lock (gate) return [.. cosignatures.Select(line => line.Name)]; } }

    internal static async Task<LogService> StartAsync(TimeProvider clock)
    {
        var service = new LogService(clock);
        await service.web.StartAsync();
        return service;
    }

    /// <summary>Records an act by the rules; what speaks against it otherwise.</summary>
    internal (int Status, string Why) Append(SignedAct signed)
    {
        lock (gate)
        {
            var attempt = ActVerifier.Verify(Facts, signed);
            var at = Rulebook.Time(Facts, DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()));
            if (Rulebook.Decide(Facts, attempt, at) is Outcome.Refused no) return (422, string.Join(", ", no.Refusals));

            var missing = ((Outcome.Accepted)Rulebook.Decide(Facts, attempt, at)).Missing;
            Facts = Facts.After(new(Facts.NextSeq, at, Add(new Entry(Facts.NextSeq, at, signed, missing).Write()), attempt));
            return (201, "");
        }
    }

    /// <summary>What a keeper with root could do: an entry that no rule was asked about.</summary>
    internal Digest Add(byte[] entry)
    {
        lock (gate)
        {
            entries.Add(entry);
            cosignatures.Clear();
            return new(MerkleTree.LeafHash(entry).ToHex());
        }
    }

    internal byte[] EntryAt(int seq) { lock (gate) return entries[seq]; }

    internal void Rewrite(int seq, byte[] entry) { lock (gate) entries[seq] = entry; }

    internal IReadOnlyList<Act> Acts { get { lock (gate) return [.. entries.Select(entry => Entry.Read(entry).Signed.Act)]; } }

    /// <summary>What it has now, to be put back later: the same moment can then be lived again.</summary>
    internal Action Remember()
    {
        lock (gate)
        {
            var (facts, was, signed, papers) = (Facts, entries.ToArray(), cosignatures.ToArray(), Papers.ToArray());
            return () =>
            {
                lock (gate)
                {
                    Facts = facts;
                    entries.Clear();
                    entries.AddRange(was);
                    cosignatures.Clear();
                    cosignatures.AddRange(signed);
                    Papers.Clear();
                    foreach (var (name, paper) in papers) Papers[name] = paper;
                }
            };
        }
    }

    public async ValueTask DisposeAsync()
    {
        await web.StopAsync();
        await web.DisposeAsync();
        key.Dispose();
    }

    private SignedNote Note()
    {
        lock (gate)
        {
            var shown = entries.Take(ShowsOnly ?? entries.Count).Select(entry => MerkleTree.LeafHash(entry)).ToList();
            var root = SignsAnotherRoot ? MerkleTree.LeafHash("another"u8) : MerkleTree.Root(shown);
            var text = new Checkpoint(Origin, shown.Count, root).ToText();
            return new SignedNote(text, [key.Sign(text)]).With(cosignatures);
        }
    }

    private byte[] Bundle(int from)
    {
        var page = entries.Skip(from).Take(100).ToList(); // Shorter than the law allows: a follower has to ask again.
        return page.Count == 0 ? [] : EntryBundle.Write([.. page.Select(entry => (ReadOnlyMemory<byte>)entry)]);
    }

    private async Task FrontAsync(HttpContext context, RequestDelegate next)
    {
        if (IsDown)
        {
            context.Abort();
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        context.Items["body"] = body.ToArray();
        var (request, headers) = (context.Request, context.Request.Headers);
        var target = new RequestTarget(request.Method, request.Host.Value!, request.Path.Value!, request.QueryString.HasValue ? request.QueryString.Value! : "?");
        var signed = new SignatureHeaders(headers["Content-Digest"]!, headers["Signature-Input"]!, headers["Signature"]!);
        var facts = Facts;
        PublicKey? Find(string id) => ActVerifier.KnownKeys(facts).FirstOrDefault(known => known.Id.Value == id) is { } fact ? PublicKey.Parse(fact.Ssh) : null;

        if (facts.Founding is not null && HttpSignature.Verify(signed, target, body.ToArray(), clock.GetUtcNow(), Find, out _) is null) context.Response.StatusCode = 401;
        else await next(context);
    }

    private static byte[] BodyOf(HttpContext context) => (byte[])context.Items["body"]!;

    private Task ActAsync(HttpContext context)
    {
        context.Response.StatusCode = Append(SignedAct.Read(BodyOf(context))).Status;
        return Task.CompletedTask;
    }

    private Task PaperAsync(HttpContext context)
    {
        var name = (string)context.Request.RouteValues["name"]!;
        Papers[name] = BodyOf(context);
        context.Response.StatusCode = Digests.Sha256(BodyOf(context)).Value == name ? 204 : 400;
        return Task.CompletedTask;
    }

    private Task CosignAsync(HttpContext context)
    {
        var note = SignedNote.Parse(BodyOf(context));
        lock (gate)
        {
            var founding = Facts.Founding!;
            var good = note.Text.Span.SequenceEqual(Note().Text.Span) && note.Verify(NoteVerifier.Parse(founding.Owner.WitnessKey), NoteVerifier.Parse(founding.Contractor.WitnessKey)).Count == 1; // Nobody's line throws.
            if (good) cosignatures.AddRange(note.Signatures);
            context.Response.StatusCode = good ? 204 : 400;
        }

        return Task.CompletedTask;
    }
}
