using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Protocol.Wording;

namespace Azukari.Server.Transport;

/// <summary>How the service says no: RFC 9457 with stable codes, in one place.</summary>
internal static class Problems
{
    internal static IResult Of(int status, string code, string title, string? detail = null) =>
        Results.Problem(detail, statusCode: status, title: title, type: $"urn:azukari:{code}");

    /// <summary>Every rule that speaks, in both languages, with what to do next.</summary>
    internal static IResult Refused(ImmutableArray<Refusal> refusals) => Results.Problem(
        statusCode: StatusCodes.Status422UnprocessableEntity, title: "the rules speak against it", type: "urn:azukari:refused",
        extensions: new Dictionary<string, object?> { ["refusals"] = refusals.Select(RefusalJson.Of).ToArray() });
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
