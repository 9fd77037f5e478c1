using Azukari.Domain.Engagements;

namespace Azukari.Domain.People;

/// <summary>R3: the operation manual, version by version; and R4: completed courses.</summary>
internal static class ManualRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, SubmitManual act)
    {
        if (act.Version < 1 || facts.Manuals.Keys.Any(version => version >= act.Version)) yield return new(Rule.R3, Reason.ManualVersionNotHigher, Text(act.Version));
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, ApproveManual act)
    {
        if (!facts.Manuals.ContainsKey(act.Version)) yield return new(Rule.R3, Reason.ManualNotSubmitted, Text(act.Version));
        else if (act.Version <= facts.ManualInForce?.Version) yield return new(Rule.R3, Reason.ManualSuperseded, Text(act.Version));
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, AcknowledgeManual act)
    {
        if (!facts.Manuals.ContainsKey(act.Version)) yield return new(Rule.R3, Reason.ManualNotSubmitted, Text(act.Version));
        else if (act.Version < facts.ManualInForce?.Version) yield return new(Rule.R3, Reason.ManualSuperseded, Text(act.Version));
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, RecordTraining act, Attempt attempt, DateTimeOffset now)
    {
        foreach (var refusal in StandingRules.AgainstMember(facts, act.Person)) yield return refusal;
        if (act.Completed > now || act.Expires <= act.Completed) yield return new(Rule.R4, Reason.TrainingOutOfOrder, act.Person.Value);

        // Nobody certifies oneself: of a course that one person alone speaks of, nothing is known.
        foreach (var own in attempt.Signers.Where(signer => signer.Person == act.Person)) yield return new(Rule.R4, Reason.TrainingOwnWord, own.Person.Value);
        if (!facts.People.TryGetValue(act.Person, out var person)) yield break;

        foreach (var refusal in ListRules.AgainstForeign(attempt, person.Organisation, Rule.R4)) yield return refusal;
        foreach (var stranger in attempt.Signers.Where(signer => signer.Role == Role.InformationManager && facts.SideOf(act.Person) != Side.Contractor))
            yield return new(Rule.R4, Reason.NotByOwnOrganisation, stranger.Person.Value);
    }

    private static string Text(int version) => version.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
