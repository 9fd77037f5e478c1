using System.Collections.Immutable;
using Azukari.Domain.Applications;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Closing;
using Azukari.Domain.Incidents;
using Azukari.Domain.Media;
using Azukari.Domain.People;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Engagements;

/// <summary>Everything that the rules know about one piece of entrusted work: a fold of its record, and the boundary inside which decisions are consistent.</summary>
public sealed record Engagement
{
    /// <summary>Before the genesis: nothing is known, and everything but a genesis is refused.</summary>
    public static Engagement Nothing { get; } = new();

    /// <summary>The genesis, or null before it.</summary>
    public FoundEngagement? Founding { get; init; }

    /// <summary>The leaf of the genesis entry; every signature must lead back to it.</summary>
    public Digest? Genesis { get; init; }

    /// <summary>The genesis entry: when the engagement began; null before it.</summary>
    public Mark? Began { get; init; }

    /// <summary>The place of the next entry.</summary>
    public long NextSeq { get; init; }

    /// <summary>The time of the last entry; rules never see an earlier one.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>The owner's policy in force.</summary>
    public SetPolicy? Policy { get; init; }

    /// <summary>How the owner counts days.</summary>
    public Calendar Calendar => Policy?.Calendar ?? Calendar.Japan;

    /// <summary>R15's clocks.</summary>
    public ClockPolicy Clock => Policy?.Clock ?? ClockPolicy.Default;

    /// <summary>Every incident, in the order in which they were opened.</summary>
    public ImmutableArray<Incident> Incidents { get; init; } = [];

    /// <summary>The source's counts over several carry-outs (R24), each set once.</summary>
    public ImmutableArray<UnionCount> Unions { get; init; } = [];

    /// <summary>Alarms that concern no single carry-out.</summary>
    public ImmutableArray<Alarm> Alarms { get; init; } = [];

    /// <summary>How many refusals the service has counted, by civil day (R29).</summary>
    public ImmutableDictionary<DateOnly, long> Refusals { get; init; } = ImmutableDictionary<DateOnly, long>.Empty;

    /// <summary>The reviewed months, by their first day (R29).</summary>
    public ImmutableDictionary<DateOnly, Mark> Reviews { get; init; } = ImmutableDictionary<DateOnly, Mark>.Empty;

    /// <summary>What a review counts beside alarms and incidents, oldest first.</summary>
    internal ImmutableArray<Remarkable> Remarkable { get; init; } = [];

    /// <summary>Whom to call, by organisation (R15).</summary>
    public ImmutableDictionary<OrganisationId, SetCallList> CallLists { get; init; } = ImmutableDictionary<OrganisationId, SetCallList>.Empty;

    /// <summary>The approved chain of entrustment, both sides' roots included.</summary>
    public ImmutableDictionary<OrganisationId, ChainNode> Chain { get; init; } = ImmutableDictionary<OrganisationId, ChainNode>.Empty;

    /// <summary>Everybody enrolled, by pseudonym.</summary>
    public ImmutableDictionary<PersonId, Person> People { get; init; } = ImmutableDictionary<PersonId, Person>.Empty;

    /// <summary>Keys that were people's and were replaced. They are nobody's for ever: what they sign counts for nothing (R1).</summary>
    public ImmutableHashSet<Digest> DeadKeys { get; init; } = [];

    /// <summary>Each organisation's newest list of its own people (R1).</summary>
    public ImmutableDictionary<OrganisationId, StaffList> Lists { get; init; } = ImmutableDictionary<OrganisationId, StaffList>.Empty;

    /// <summary>The versions of the operation manual (R3).</summary>
    public ImmutableDictionary<int, Manual> Manuals { get; init; } = ImmutableDictionary<int, Manual>.Empty;

    /// <summary>The approved version with the highest number, or null.</summary>
    public Manual? ManualInForce => Manuals.Values.Where(manual => manual.Approved is not null).MaxBy(manual => manual.Version);

    /// <summary>That the approver may be the witness (R2), or null where nobody ever waived it.</summary>
    public SeparationWaiver? Waiver { get; init; }

    /// <summary>Enrolled computers.</summary>
    public ImmutableDictionary<StationId, Station> Stations { get; init; } = ImmutableDictionary<StationId, Station>.Empty;

    /// <summary>Registered sites.</summary>
    public ImmutableDictionary<SiteId, NetworkLayer> Sites { get; init; } = ImmutableDictionary<SiteId, NetworkLayer>.Empty;

    /// <summary>The catalogue of datasets.</summary>
    public ImmutableDictionary<DatasetId, CatalogueDataset> Catalogue { get; init; } = ImmutableDictionary<DatasetId, CatalogueDataset>.Empty;

    /// <summary>Purpose templates.</summary>
    public ImmutableDictionary<TemplateId, SignTemplate> Templates { get; init; } = ImmutableDictionary<TemplateId, SignTemplate>.Empty;

    /// <summary>Series of carry-outs that one approval covers (R9).</summary>
    public ImmutableDictionary<SeriesId, Series> Series { get; init; } = ImmutableDictionary<SeriesId, Series>.Empty;

    /// <summary>The media register.</summary>
    public ImmutableDictionary<MediumId, Medium> Media { get; init; } = ImmutableDictionary<MediumId, Medium>.Empty;

    /// <summary>The last count of media against the register (R21), or null before the first.</summary>
    public Inventory? Inventory { get; init; }

    /// <summary>Imported lines of device-control logs, by their digest (R34).</summary>
    public ImmutableDictionary<Digest, Connection> Connections { get; init; } = ImmutableDictionary<Digest, Connection>.Empty;

    /// <summary>What the owner demands of media.</summary>
    public MediaPolicy MediaPolicy => Policy?.Media ?? MediaPolicy.Default;

    /// <summary>When and with what bundle the engagement ended (R36), or null.</summary>
    public EngagementEnd? Ended { get; init; }

    /// <summary>Deposited one-time recipients, by digest.</summary>
    public ImmutableDictionary<Digest, OneTimeKey> Keys { get; init; } = ImmutableDictionary<Digest, OneTimeKey>.Empty;

    /// <summary>Those of them that live and that no permit names.</summary>
    public ImmutableHashSet<Digest> Unused { get; init; } = [];

    /// <summary>All carry-outs.</summary>
    public ImmutableDictionary<CarryOutId, CarryOut> CarryOuts { get; init; } = ImmutableDictionary<CarryOutId, CarryOut>.Empty;

    /// <summary>Those of which something can still become. A year's hundreds of thousands have ended; what concerns the others need not look at them.</summary>
    public ImmutableHashSet<CarryOutId> Open { get; init; } = [];

    /// <summary>Those of which the last entry changed something.</summary>
    public ImmutableHashSet<CarryOutId> Touched { get; init; } = [];

    /// <summary>Digests of the statements that have counted; each counts once.</summary>
    public ImmutableHashSet<Digest> Used { get; init; } = [];

    /// <summary>Whether the owner approves this organisation now (R1).</summary>
    public bool IsApproved(OrganisationId organisation) => Chain.TryGetValue(organisation, out var node) && node.Withdrawn is null;

    /// <summary>The side an organisation is on, or null if it is not in the chain.</summary>
    public Side? SideOf(OrganisationId organisation) => Chain.TryGetValue(organisation, out var node) ? node.Side : null;

    /// <summary>The side a person acts for, or null if the person is not enrolled by an organisation of the chain.</summary>
    public Side? SideOf(PersonId person) => People.TryGetValue(person, out var known) ? SideOf(known.Organisation) : null;

    /// <summary>The carry-out, or null.</summary>
    public CarryOut? Find(CarryOutId? id) => id is not null && CarryOuts.TryGetValue(id, out var found) ? found : null;

    /// <summary>Whether a permit was ever given for it; it stays given, whatever becomes of the case.</summary>
    public bool IsGranted(CarryOutId? id) => Find(id)?.Permit is not null;

    /// <summary>The incident, or null.</summary>
    public Incident? FindIncident(IncidentId? id) => id is null ? null : Incidents.FirstOrDefault(incident => incident.Id == id);

    /// <summary>The owner's person whom the genesis names, as long as nobody else of the owner has confirmed that person face to face; else null (R1).</summary>
    public Person? FirstUnmet => Founding is { Owner.Root: var root } && People.GetValueOrDefault(root) is { Met: false, Left: null } first ? first : null;

    /// <summary>Whether somebody has signed to have seen the person; of the owner's first, whether the second has, for a genesis is no colleague's word (R1).</summary>
    public bool IsSeen(Person person) => person.Seen && person.Id != FirstUnmet?.Id;

    /// <summary>Whether that key is a station's, open or closed.</summary>
    internal bool IsStation(Digest? key) => Stations.Values.Any(station => station.Key.Id == key);

    /// <summary>One key in two hands would make one of two signers, two stations or two of the three key ends.</summary>
    internal bool KeyIsTaken(Digest key) =>
        DeadKeys.Contains(key) || People.Values.Any(person => person.Has(key)) || IsStation(key)
        || key == Founding?.Owner.HolderKey.Id || key == Founding?.Contractor.HolderKey.Id;

    /// <summary>The carry-outs of <see cref="Open"/>.</summary>
    internal IEnumerable<CarryOut> OpenCarryOuts => Open.Select(id => CarryOuts[id]);

    internal Engagement With(CarryOut changed) => this with
    {
        CarryOuts = CarryOuts.SetItem(changed.Id, changed),
        Open = changed.HasEnded ? Open.Remove(changed.Id) : Open.Add(changed.Id),
        Touched = Touched.Add(changed.Id),
    };

    internal Engagement With(OneTimeKey changed) => this with
    {
        Keys = Keys.SetItem(changed.Recipient, changed),
        Unused = changed is { NamedBy: null, IsDead: false } ? Unused.Add(changed.Recipient) : Unused.Remove(changed.Recipient),
    };

    internal Engagement With(Incident changed) => this with { Incidents = Incidents.Replace(FindIncident(changed.Id)!, changed) };
}

/// <summary>An organisation of the chain, approved by the owner.</summary>
public sealed record ChainNode(OrganisationId Organisation, OrganisationKind Kind, OrganisationId? EntrustedBy, Side Side)
{
    /// <summary>The entry by which the owner approved it; null for the two that the genesis names.</summary>
    public Mark? Approved { get; init; }

    /// <summary>Salted commitment to the paper that was approved, or null.</summary>
    public Digest? Text { get; init; }

    /// <summary>When the owner took the approval back, or null. Its people are still known: what they hold has to come home (R35).</summary>
    public Mark? Withdrawn { get; init; }
}

/// <summary>An enrolled computer.</summary>
public sealed record Station(StationId Id, SiteId Site, SigningKeyFact Key)
{
    /// <summary>When it left the engagement (R36), or null. Its key stays known: what it destroys and reports still counts.</summary>
    public Mark? Closed { get; init; }
}

/// <summary>A deposited one-time key.</summary>
/// <param name="Recipient">Digest of the public half.</param>
/// <param name="DepositedWith">The signing key of the machine that keeps the private half.</param>
/// <param name="DepositedAt">When.</param>
/// <param name="NamedBy">The carry-out whose permit names it, or null.</param>
/// <param name="Death">Its tombstone, or null.</param>
public sealed record OneTimeKey(Digest Recipient, Digest DepositedWith, DateTimeOffset DepositedAt, CarryOutId? NamedBy, KeyDeath? Death)
{
    /// <summary>When two people attested that it is dead because its machine cannot say so any more (R20), or null.</summary>
    public Mark? Attested { get; init; }

    /// <summary>Whether it is dead, by evidence or by attestation. Nothing is sealed to it or released with it any more.</summary>
    public bool IsDead => Death is not null || Attested is not null;
}
