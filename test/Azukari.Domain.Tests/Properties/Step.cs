namespace Azukari.Domain.Tests.Properties;

/// <summary>One attempt of a history, accepted or not: what was known, what was tried, what the rules said, what was known then.</summary>
/// <param name="Before">The facts before it.</param>
/// <param name="Attempt">What was tried.</param>
/// <param name="Now">The rules' time.</param>
/// <param name="Outcome">What they said.</param>
/// <param name="After">The facts after it; the same ones where it was refused.</param>
/// <param name="Spoiled">How the attempt was made wrong, or null where it was meant well.</param>
internal sealed record Step(Engagement Before, Attempt Attempt, DateTimeOffset Now, Outcome Outcome, Engagement After, string? Spoiled)
{
    internal Act Act => Attempt.Act;

    internal bool IsAccepted => Outcome is Outcome.Accepted;

    /// <summary>What the rules said: against it, or noted beside it.</summary>
    internal IEnumerable<Refusal> Said => Outcome switch
    {
        Outcome.Accepted yes => yes.Missing,
        Outcome.Refused no => no.Refusals,
        _ => [],
    };

    public override string ToString() =>
        $"{Now:MM-dd HH:mm:ss} {Act.GetType().Name} {Act.Subject} by {string.Join('+', Attempt.Signers.Select(signer => $"{signer.Person}/{signer.Role}"))}"
        + $" {(Spoiled is null ? "" : $"({Spoiled}) ")}{(IsAccepted ? "ok" : "no")} {string.Join(", ", Said.Select(said => $"{said.Rule} {said.Because}").Distinct())}";
}
