using Azukari.Domain;
using Azukari.Protocol.Wording;

namespace Azukari.Cli.Front;

/// <summary>The rules' refusals as words for people.</summary>
internal static class RefusalWords
{
    internal static StopException Stop(Outcome.Refused refused) => new(ExitCode.Refused, [.. refused.Refusals.Select(Spoken)]);

    private static Spoken Spoken(Refusal refusal)
    {
        var code = $"{refusal.Rule} {refusal.Because}{(refusal.About is { } about ? $" ({about})" : "")}";
        var text = ReasonText.Of(refusal);
        return new(code, text.Says.Ja, text.Says.En, text.Next.Ja, text.Next.En);
    }
}
