using Azukari.Domain.People;

namespace Azukari.Domain.Engagements;

/// <summary>How the registers follow from the record: parties, people, duties.</summary>
internal static class RegisterFold
{
    internal static Engagement Founded(Engagement before, FoundEngagement act, Mark mark) => before with
    {
        Founding = act,
        Genesis = mark.Leaf,
        Began = mark,
        Chain = before.Chain
            .Add(act.Owner.Organisation, new(act.Owner.Organisation, OrganisationKind.PublicBody, null, Side.Owner))
            .Add(act.Contractor.Organisation, new(act.Contractor.Organisation, OrganisationKind.Company, null, Side.Contractor)),
        People = before.People
            .Add(act.Owner.Root, Representative(act.Owner.Root, act.Owner.Organisation, act.Owner.RootKey))
            .Add(act.Contractor.Root, Representative(act.Contractor.Root, act.Contractor.Organisation, act.Contractor.RootKey)),
    };

    internal static Engagement Admitted(Engagement before, ApproveOrganisation act, Mark mark) => before with
    {
        Chain = before.Chain.Add(act.Organisation, new(act.Organisation, act.Kind, act.EntrustedBy, Side.Contractor) { Approved = mark, Text = act.Text }),
        People = before.People.Add(act.Representative, Representative(act.Representative, act.Organisation, act.Key)),
    };

    internal static Engagement Enrolled(Engagement before, PersonId person, OrganisationId organisation, SigningKeyFact key) =>
        before with { People = before.People.Add(person, new(person, organisation, key, Seen: false, [])) };

    /// <summary>Duties, training and everything else stay the person's. The key at stations goes with the lost one: often it is the same device.</summary>
    internal static Engagement Rekeyed(Engagement before, ReplaceKey act, Mark mark) =>
        Buried(Changed(before, act.Person, person => person with { Key = act.Key, KeyAtStations = null, Rekeyed = mark }), before.People[act.Person].Key, before.People[act.Person].KeyAtStations);

    internal static Engagement KeyAdded(Engagement before, AddKeyAtStations act) =>
        Buried(Changed(before, act.Person, person => person with { KeyAtStations = act.Key }), before.People[act.Person].KeyAtStations);

    private static Engagement Buried(Engagement before, params IEnumerable<SigningKeyFact?> keys) =>
        before with { DeadKeys = before.DeadKeys.Union(keys.OfType<SigningKeyFact>().Select(key => key.Id)) };

    internal static Engagement Changed(Engagement before, PersonId id, Func<Person, Person> change) =>
        before with { People = before.People.SetItem(id, change(before.People[id])) };

    /// <summary>Whoever signed the entry that pins a key was seen by those who signed beside; a representative represents until replaced.</summary>
    private static Person Representative(PersonId id, OrganisationId organisation, SigningKeyFact key) =>
        new(id, organisation, key, Seen: true, [new(Role.Representative, DateTimeOffset.MinValue, DateTimeOffset.MaxValue)]);
}
