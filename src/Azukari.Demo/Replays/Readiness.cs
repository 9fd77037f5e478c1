using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.People;

namespace Azukari.Demo.Replays;

/// <summary>What a replay does not speak of and everybody has: a place on this quarter's list, the manual read, a completed course.</summary>
internal sealed class Readiness(ReplayFile file, World world)
{
    private const int Version = 1;

    internal void Lay(DateTimeOffset at, DateTimeOffset until)
    {
        var (owner, contractor) = (Ground.Root(file.Owner), Ground.Root(file.Contractor));
        void Do(Act act, PersonId person, ReplayParty party, Role role) => world.Do(world.By(act, at, null, (person, party.Organisation, role)), at);

        // Somebody has to have submitted it; the duty ends at once, so that no alarm goes to whoever the file does not know.
        Do(new AppointRole(contractor, Role.ProjectManager, until), contractor, file.Contractor, Role.Representative);
        Do(new SubmitManual(Version, Names.Digest("manual")), contractor, file.Contractor, Role.ProjectManager);
        Do(new EndRole(contractor, Role.ProjectManager), contractor, file.Contractor, Role.Representative);
        Do(new ApproveManual(Version), owner, file.Owner, Role.Approver);

        foreach (var person in world.Facts.People.Values.OrderBy(person => person.Id.Value, StringComparer.Ordinal))
        {
            var party = file.Parties.First(party => party.Organisation == person.Organisation);
            Do(new AcknowledgeManual(Version), person.Id, party, Role.Member);
            if (person.Id != Ground.Root(party)) Do(new RecordTraining(person.Id, Names.Digest("course"), at, at.AddYears(1)), Ground.Root(party), party, Role.Representative);
        }

        Renew(at);
    }

    /// <summary>Signs the lists of whatever quarter it has become.</summary>
    internal void Renew(DateTimeOffset now)
    {
        var (facts, at) = (world.Facts, Rulebook.Time(world.Facts, now));
        foreach (var party in file.Parties.Where(party => facts.IsApproved(party.Organisation) && !IsOfThisQuarter(party, at)))
            world.Do(world.By(new SignList(party.Organisation, Own(party)), at, null, (Ground.Root(party), party.Organisation, Role.Representative)), at);
    }

    private bool IsOfThisQuarter(ReplayParty party, DateTimeOffset at) =>
        world.Facts.Lists.TryGetValue(party.Organisation, out var list) && world.Facts.Calendar.QuarterOf(list.Mark.At) == world.Facts.Calendar.QuarterOf(at);

    private ImmutableArray<PersonId> Own(ReplayParty party) =>
        [.. world.Facts.People.Values.Where(person => person.Organisation == party.Organisation).Select(person => person.Id).OrderBy(id => id.Value, StringComparer.Ordinal)];
}
