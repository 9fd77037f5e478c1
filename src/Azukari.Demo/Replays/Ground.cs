using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Domain.Media;
using Azukari.Domain.People;
using Azukari.Domain.Permits;
using Azukari.Domain.Watch;

namespace Azukari.Demo.Replays;

/// <summary>The registers as they stand before the first step. What the file does not speak of is in order; what it says was lacking lacks.</summary>
internal sealed class Ground(ReplayFile file, World world)
{
    internal static readonly CarryOutId Case = new("case-1");
    internal static readonly TemplateId Template = new("template-1");
    internal static readonly SigningKeyFact OwnersHolder = new(Names.Digest("owner's holder"), "ecdsa owner's holder", KeyForm.Software);
    internal static readonly SigningKeyFact ContractorsHolder = new(Names.Digest("contractor's holder"), "ecdsa contractor's holder", KeyForm.Software);
    internal static readonly ThreeKeys Keys = new(Names.Digest("owner's key"), Names.Digest("contractor's key"), Names.Digest("destination's key"));

    private readonly DateTimeOffset at = file.Steps[0].At.AddHours(-1);

    internal ReplaySite Source => file.SiteOf("seal") ?? file.Sites.FirstOrDefault() ?? throw new ReplayException("no step says where the data were");

    internal ReplaySite Destination => file.SiteOf("arrive", "open") ?? file.Sites.FirstOrDefault(site => site != Source) ?? Source;

    /// <summary>Engagement, chain, policy, sites, stations, catalogue, template and the three keys, for these people.</summary>
    internal void Lay(IEnumerable<Actor> people, IEnumerable<ReplayMedium> media, int longestHours)
    {
        var offset = (int)file.Zone.GetUtcOffset(at).TotalMinutes;
        var calendar = new Calendar(offset, offset == Calendar.Japan.UtcOffsetMinutes ? Calendar.Japan.FiscalYearEndMonth : 12);
        var until = calendar.FiscalYearEnd(at);

        Found();
        Engage(new(Root(file.Owner), file.Owner.Organisation, Side.Owner, [Role.Approver, Role.SecurityOfficer]), until);
        var second = new Actor(new(Names.Code($"second-{file.Owner.Id}")), file.Owner.Organisation, Side.Owner, []);
        Engage(second, until); // One person of the owner alone approves nothing, nor two who have not confirmed each other.
        Do(new SeePerson(Root(file.Owner), EmploymentDocument.EmployeeCard), second.As(Role.Member));
        foreach (var party in InOrder()) Admit(party);

        var owner = Root(file.Owner);
        Do(new SetPolicy(longestHours, 0, Math.Max(1, file.Media.Length), [new(Source.Layer, Destination.Layer)], until, calendar), (owner, file.Owner.Organisation, Role.Approver));
        foreach (var site in file.Sites)
        {
            Do(new RegisterSite(site.Site, site.Layer), (owner, file.Owner.Organisation, Role.SecurityOfficer));
            Do(new EnrolStation(site.Station, site.Site, Names.Key(site.Station)), Names.Key(site.Station), (owner, file.Owner.Organisation, Role.SecurityOfficer));
        }

        foreach (var actor in people) Engage(actor, until);
        foreach (var party in file.Parties.Where(party => party.Kind != OrganisationKind.Courier)) CallList(party, people);
        foreach (var medium in media) Register(medium);
        foreach (var data in file.Data) Do(new CatalogueDataset(data.Dataset, data.Unit, KeyOf(data), [.. Fields(data)]), (owner, file.Owner.Organisation, Role.Approver));
        Do(new SignTemplate(Template, [.. file.Data.Select(data => new FieldSelection(data.Dataset, data.Fields))], until), (owner, file.Owner.Organisation, Role.Approver));
        new Readiness(file, world).Lay(at, until);
        Do(new DepositRecipient(Keys.Owner), OwnersHolder);
        Do(new DepositRecipient(Keys.Contractor), ContractorsHolder);
        Do(new DepositRecipient(Keys.Destination), Names.Key(Destination.Station));
    }

    /// <summary>Takes back what the file says was never there: being seen, reading, training, and parties that the owner had not approved.</summary>
    internal void Unsay()
    {
        foreach (var person in file.People) world.Unsay(person);
        foreach (var party in InOrder().Where(party => !file.IsApproved(party))) world.Remove(party.Organisation);
    }

    internal static PersonId Root(ReplayParty party) => new(Names.Code($"root-{party.Id}"));

    private void Found()
    {
        FoundingSide Of(ReplayParty party, SigningKeyFact holder) => new(party.Organisation, Root(party), Names.Key(Root(party)), holder, $"witness of {party.Id}");
        Do(new FoundEngagement(new(Names.Code(file.Id)), file.Zone.Id, Of(file.Owner, OwnersHolder), Of(file.Contractor, ContractorsHolder), "replay.invalid", "log key"),
            (Root(file.Owner), file.Owner.Organisation, Role.Representative), (Root(file.Contractor), file.Contractor.Organisation, Role.Representative));
    }

    /// <summary>Those below owner and contractor, each after the one that entrusts it.</summary>
    private IEnumerable<ReplayParty> InOrder()
    {
        var known = new HashSet<string> { file.Owner.Id, file.Contractor.Id };
        for (var left = file.Parties.Where(party => !known.Contains(party.Id)).ToList(); left.Count > 0;)
        {
            var next = left.Find(party => party.EntrustedBy is { } above && known.Contains(above)) ?? throw new ReplayException($"party '{left[0].Id}' is entrusted by nobody of the file");
            left.Remove(next);
            known.Add(next.Id);
            yield return next;
        }
    }

    private void Admit(ReplayParty party) => Do(
        new ApproveOrganisation(party.Organisation, party.Kind, file.Parties.First(above => above.Id == party.EntrustedBy).Organisation, Root(party), Names.Key(Root(party))),
        (Root(file.Owner), file.Owner.Organisation, Role.Approver), (Root(file.Contractor), file.Contractor.Organisation, Role.Representative), (Root(party), party.Organisation, Role.Member));

    private void Engage(Actor actor, DateTimeOffset until)
    {
        var own = file.Parties.First(party => party.Organisation == actor.Organisation);
        if (!world.Facts.People.ContainsKey(actor.Person))
        {
            Do(new EnrolPerson(actor.Person, actor.Organisation, Names.Key(actor.Person)), actor.As(Role.Member), (Root(own), own.Organisation, Role.Representative));
            Do(new SeePerson(actor.Person, EmploymentDocument.EmployeeCard), (Root(file.Owner), file.Owner.Organisation, Role.Representative));
        }

        var side = actor.Side == Side.Owner ? file.Owner : file.Contractor;
        foreach (var role in actor.Roles) Do(new AppointRole(actor.Person, role, until), (Root(side), side.Organisation, Role.Representative));
    }

    private void CallList(ReplayParty party, IEnumerable<Actor> people)
    {
        ImmutableArray<PersonId> names = [.. people.Where(actor => actor.Organisation == party.Organisation).Select(actor => actor.Person).DefaultIfEmpty(Root(party))];
        Do(new SetCallList(party.Organisation, names, names, names), (Root(party), party.Organisation, Role.Representative));
    }

    private void Register(ReplayMedium medium) => Do(
        new AdmitMedium(medium.Medium, medium.Kind, Source.Site, new(Papers.Serial(medium), SerialIsDeclared: false, 64_000_000_000, new(64_000_000_000, 0, 20_000_000, 90_000_000))),
        Names.Key(Source.Station), (Root(file.Owner), file.Owner.Organisation, Role.SecurityOfficer));

    private static string KeyOf(ReplayData data) => data.Fields.FirstOrDefault() ?? throw new ReplayException($"dataset '{data.Id}' has no fields");

    /// <summary>The file gives the classes of a dataset, not of each field; each class stands once, and the rest are identifiers.</summary>
    private static IEnumerable<Field> Fields(ReplayData data) => data.Fields.Select((name, index) => new Field(name, index < data.Classes.Length ? data.Classes[index] : data.Classes.FirstOrDefault()));

    private void Do(Act act, params IEnumerable<(PersonId, OrganisationId, Role)> hands) => world.Do(world.By(act, at, null, hands), at);

    private void Do(Act act, SigningKeyFact machine, params IEnumerable<(PersonId, OrganisationId, Role)> hands) => world.Do(world.By(act, at, machine, hands), at);
}
