using System.Collections.Immutable;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.People;

/// <summary>R1, R11: the key with which a person signs at the screen of a station, where no network is. Who else is asked at that name on another computer signs nothing that counts: a station has to sign beside it.</summary>
internal static class StationKeyRules
{
    private const string Screen = "http://localhost";

    /// <summary>Two; that one of them is the person the rule itself says.</summary>
    internal static ImmutableArray<Duty> WhoSigns
    {
        get
        {
            Duty one = new(Rule.R1, Reason.SecondOfOwnMissing, null, DutyRules.Anybody);
            return [one, one];
        }
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, AddKeyAtStations act, Attempt attempt, DateTimeOffset now)
    {
        foreach (var refusal in StandingRules.AgainstMember(facts, act.Person)) yield return refusal;
        foreach (var refusal in PresenceRules.Against(facts, act.Presence, attempt.Machine, Rule.R11)) yield return refusal;
        if (!IsOfScreen(act.Key)) yield return new(Rule.R1, Reason.KeyNotOfStations, act.Person.Value);
        if (attempt.Signers.All(signer => signer.Person != act.Person)) yield return new(Rule.R1, Reason.OwnSignatureMissing, act.Person.Value);
        if (!facts.People.TryGetValue(act.Person, out var person)) yield break;

        foreach (var refusal in ListRules.AgainstTakenKey(facts, act.Key.Id, person.Organisation)) yield return refusal;
        foreach (var refusal in ReplacementRules.AgainstVouching(facts, act.Person, person.Organisation, attempt, now)) yield return refusal;
    }

    /// <summary>A signature by the key of the person that is signed with here.</summary>
    internal static IEnumerable<Refusal> Against(Engagement facts, Person person, Signer signer, MachineSigner? machine)
    {
        if (signer.Key == person.Key.Id) yield break;
        if (signer.Key != person.KeyAtStations?.Id) yield return new(Rule.R30, Reason.KeyNotThePersons, signer.Person.Value);
        else if (!facts.IsStation(machine?.Key)) yield return new(Rule.R11, Reason.KeyOnlyAtStations, signer.Person.Value);
    }

    /// <summary>Which part of the name is the computer's own is for whoever reads origins; a longer name that begins so is none.</summary>
    private static bool IsOfScreen(SigningKeyFact key) =>
        key is { Form: KeyForm.Hardware, Origin: { } origin } && (origin == Screen || origin.StartsWith(Screen + ":", StringComparison.Ordinal));
}
