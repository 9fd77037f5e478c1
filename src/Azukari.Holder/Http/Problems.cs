using Azukari.Domain;
using Azukari.Protocol.Wording;

namespace Azukari.Holder.Http;

/// <summary>How a holder says no: RFC 9457 with stable codes.</summary>
internal static class Problems
{
    internal static IResult Of(int status, string code, string title) => Results.Problem(statusCode: status, title: title, type: $"urn:azukari:{code}");

    internal static IResult TooLarge => Of(StatusCodes.Status413PayloadTooLarge, "too-large", $"a body has at most {Bodies.MostBytes} bytes");

    /// <summary>Every rule that speaks against it.</summary>
    internal static IResult Refused(IEnumerable<Refusal> refusals) => Results.Problem(
        statusCode: StatusCodes.Status422UnprocessableEntity, title: "the rules speak against it", type: "urn:azukari:refused",
        extensions: new Dictionary<string, object?> { ["refusals"] = refusals.Select(RefusalJson.Of).ToArray() });

    /// <summary>A refusal in both languages, with what to do next.</summary>
    private sealed record RefusalJson(string Rule, string Reason, string? About, string Ja, string En, string NextJa, string NextEn)
    {
        internal static RefusalJson Of(Refusal refusal)
        {
            var text = ReasonText.Of(refusal);
            return new(refusal.Rule.ToString(), refusal.Because.ToString(), refusal.About, text.Says.Ja, text.Says.En, text.Next.Ja, text.Next.En);
        }
    }
}
