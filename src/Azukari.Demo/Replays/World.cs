using Azukari.Domain;
using Azukari.Domain.Engagements;

namespace Azukari.Demo.Replays;

/// <summary>An engagement under a virtual clock: the rules themselves, with nothing between them and the facts.</summary>
internal sealed class World
{
    private readonly List<Recorded> record = [];
    private int statements;

    internal Engagement Facts { get; private set; } = Engagement.Nothing;

    internal IReadOnlyList<Recorded> Record => record;

    /// <summary>Asks the rules, and lets what they accept count.</summary>
    internal Outcome Send(Attempt attempt, DateTimeOffset at)
    {
        var now = Rulebook.Time(Facts, at);
        var outcome = Rulebook.Decide(Facts, attempt, now);
        if (outcome is Outcome.Accepted)
        {
            var entry = new Recorded(Facts.NextSeq, now, Names.Digest($"leaf {Facts.NextSeq}"), attempt);
            record.Add(entry);
            Facts = Facts.After(entry);
        }

        return outcome;
    }

    /// <summary>What must be accepted: the ground on which a replay stands.</summary>
    internal void Do(Attempt attempt, DateTimeOffset at)
    {
        if (Send(attempt, at) is Outcome.Refused(var said))
            throw new ReplayException($"{attempt.Act.GetType().Name} at {at:u} is refused by {string.Join(", ", said.Select(refusal => $"{refusal.Rule} {refusal.Because} {refusal.About}"))}");
    }

    /// <summary>An act with the good signatures of these people, and of this machine.</summary>
    internal Attempt By(Act act, DateTimeOffset at, SigningKeyFact? machine, params IEnumerable<(PersonId Person, OrganisationId Organisation, Role Role)> hands)
    {
        var on = Answered.By(Facts, act) ?? Facts.Genesis ?? Names.Digest("before the genesis");
        return new(
            act,
            [.. hands.Select(hand => new Signer(
                hand.Person, hand.Organisation, hand.Role, Names.Key(hand.Person).Id, on, Rulebook.Time(Facts, at).AddMinutes(10), Names.Digest($"statement {statements++}")))],
            machine is null ? null : new(machine.Id, on));
    }

    /// <summary>What of somebody's standing the file says was lacking.</summary>
    internal void Unsay(ReplayPerson said)
    {
        var person = Facts.People[said.Pseudonym];
        Facts = Facts with
        {
            People = Facts.People.SetItem(person.Id, person with
            {
                Seen = said.Seen,
                Acknowledged = said.Acknowledged ? person.Acknowledged : [],
                Trainings = said.Trained ? person.Trainings : person.Trainings.Clear(),
            }),
        };
    }

    internal void Remove(OrganisationId organisation) => Facts = Facts with { Chain = Facts.Chain.Remove(organisation) };
}
