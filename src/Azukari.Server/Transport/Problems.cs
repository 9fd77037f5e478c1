using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Protocol;
using Azukari.Protocol.Documents;
using Azukari.Protocol.Http;
using Azukari.Protocol.Wording;

namespace Azukari.Server.Transport;

/// <summary>How the service says no: RFC 9457, stable codes, both languages, in one place.</summary>
internal static class Problems
{
    internal static IResult Unauthenticated(HttpSignatureFault fault) => Of(401, "unauthenticated", new("要求の署名を確認できません。", "the request's signature does not count"), fault.ToString());

    internal static IResult NotAFounder => Of(403, "not-a-founder", new("この鍵では委託業務を開始できません。", "only a founder begins an engagement, with the log key that was handed out"));

    internal static IResult NotYours => Of(403, "not-yours", new("本人または所属組織の代表者だけが行えます。", "only the person, or the employer's representative, may do this"));

    internal static IResult ServicesOwn => Of(403, "services-own", new("署名のない記録は、サーバー自身だけが行います。", "what nobody signs is the service's own to write down"));

    internal static IResult BadSignature => Of(403, "bad-signature", new("署名が鍵と内容に合いません。", "a signature does not fit its key and bytes"));

    internal static IResult Malformed => Of(400, "malformed", new("内容を読み取れません。", "these bytes are not what the address expects"));

    internal static IResult NotFound => Of(404, "not-found", new("見つかりません。", "there is no such thing here"));

    internal static IResult PaperMissing => Of(409, "paper-missing", new("目録と封筒を先に預けてください。", "the manifest and the envelope must be stored before the seal counts"));

    internal static IResult CosignaturePending => Of(409, "cosignature-pending", new("双方の確認署名がまだそろっていません。", "both sides' witnesses have not yet seen these entries"));

    internal static IResult Replayed => Of(409, "replayed", new("同じ要求がすでに届いています。", "this request has come before"));

    internal static IResult TooLarge => Of(413, "too-large", new($"本文が大きすぎます（上限{Caller.MostBytes}バイト）。", $"a body has at most {Caller.MostBytes} bytes"));

    internal static IResult TooMany => Of(429, "too-many", new("要求が多すぎます。しばらくしてからやり直してください。", "too many requests from there; try again in a moment"));

    internal static IResult TimeInDoubt => Of(503, "time-in-doubt", new(
        "サーバーの時計が確かめられるまで、封緘・開封・持出などを止めています。紛失等の届出、消去、返却は受け付けます。", "the service's clock is in doubt: nothing is sealed, taken out, released or lifted until it is settled; losses, erasing and bringing home are taken"));

    internal static IResult NotReady => Of(503, "not-ready", new("いまは受け付けられません。", "this node takes nothing now"));

    internal static IResult RecordBehind => Of(503, "record-behind", new(
        "記録を復元しています。双方の鍵保持者が続きを返すまで、新しい記録はできません。紛失等は、鍵保持者に直接届け出られます。",
        "the record was restored and is behind its witnesses: nothing is recorded until both sides' key holders have given back what came after; a loss can be reported to a key holder at once"));

    internal static IResult Failed => Of(500, "failed", new("内部の不具合です。何が記録されたかを確かめてください。", "something here does not work; look at what was recorded"));

    internal static IResult Of(ProtocolException fault) => fault.Fault == ProtocolFault.BadSignature ? BadSignature : Malformed;

    /// <summary>Every rule that speaks, with what to do next.</summary>
    internal static IResult Refused(ImmutableArray<Refusal> refusals) =>
        Of(422, "refused", new("規則により受け付けられません。", "the rules speak against it"), refusals: [.. refusals.Select(RefusalJson.Of)]);

    /// <summary>Every row that the encoding cannot hold.</summary>
    internal static IResult NotHeld(ImmutableArray<Finding> findings) => Results.Problem(
        statusCode: 422, title: "the encoding does not hold every character", type: "urn:azukari:not-in-encoding", extensions: new Dictionary<string, object?>
        {
            ["titleJa"] = "この文字コードでは表せない文字があります。",
            ["findings"] = findings.Select(finding => new { finding.Row, finding.Column, finding.Code, finding.Says, finding.Next }).ToArray(),
        });

    /// <summary>The answer where the framework has only a status.</summary>
    internal static IResult OfStatus(int status) => status switch
    {
        400 => Malformed,
        404 => NotFound,
        413 => TooLarge,
        429 => TooMany,
        500 => Failed,
        _ => Of(status, $"http-{status}", new("受け付けられません。", "not taken")),
    };

    private static IResult Of(int status, string code, Words title, string? detail = null, RefusalJson[]? refusals = null)
    {
        var more = new Dictionary<string, object?> { ["titleJa"] = title.Ja };
        if (refusals is not null) more["refusals"] = refusals;
        return Results.Problem(detail, statusCode: status, title: title.En, type: $"urn:azukari:{code}", extensions: more);
    }
}

/// <summary>A refusal as JSON.</summary>
internal sealed record RefusalJson(string Rule, string Reason, string? About, string Ja, string En, string NextJa, string NextEn)
{
    internal static RefusalJson Of(Refusal refusal)
    {
        var text = ReasonText.Of(refusal);
        return new(refusal.Rule.ToString(), refusal.Because.ToString(), refusal.About, text.Says.Ja, text.Says.En, text.Next.Ja, text.Next.En);
    }
}
