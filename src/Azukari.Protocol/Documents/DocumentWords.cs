using Azukari.Domain;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>Names for the codes of the record, as far as rows beside it still hold them; an erased name leaves the code.</summary>
internal sealed class DocumentWords(Engagement facts, Particulars particulars)
{
    internal DocumentTime Time { get; } = new(facts);

    internal Words Person(PersonId id)
    {
        var organisation = facts.People.TryGetValue(id, out var person) ? person.Organisation.Value : null;
        return Find(Particular.PersonName, id) is { } name
            ? Line.Noted(name, [Line.Same(id.Value), .. Note(organisation)])
            : Line.Noted(id.Value, Note(organisation));
    }

    internal Words People(IEnumerable<PersonId> ids) => Line.List(ids.Select(Person));

    internal Words Organisation(OrganisationId id) => Named(Particular.OrganisationName, id);

    internal Words Site(SiteId id) => Named(Particular.SiteName, id);

    internal Words Dataset(DatasetId id) => Named(Particular.DatasetName, id);

    internal Words Place(SiteId? id) => id is null ? new("移動中", "on the way") : Site(id);

    /// <summary>Who has it on a leg: people, or the company with its tracking number.</summary>
    internal Words Holder(CustodyLeg leg) => leg.Courier is { } courier
        ? Line.Noted(Organisation(courier.Company), new Words($"追跡番号 {Printed.Safely(courier.Tracking)}", $"tracking {Printed.Safely(courier.Tracking)}"))
        : People(leg.Holders);

    internal Words Field(FieldSelection selection, string name) =>
        facts.Catalogue.GetValueOrDefault(selection.Dataset)?.Fields.FirstOrDefault(field => field.Name == name) is { } field
            ? Line.Noted(name, EnumWording.Of(field.Class))
            : Line.Same(name);

    /// <summary>When, and the fingerprint of the entry that says so: what an inked seal is on paper.</summary>
    internal Words Seal(Mark mark) => Line.Noted(Time.At(mark.At), Entry(mark.Leaf));

    internal static Words Entry(Digest leaf) => new($"記録 {Printed.Short(leaf)}", $"entry {Printed.Short(leaf)}");

    /// <summary>A text that somebody noted, as a value of its own.</summary>
    internal FormValue Declared(Particular what, Code about) => Find(what, about) is { } text ? FormValue.Declared(Line.Same(text)) : FormValue.NotRecorded;

    private Words Named(Particular what, Code code) => Find(what, code) is { } name ? Line.Noted(name, Line.Same(code.Value)) : Line.Same(code.Value);

    private string? Find(Particular what, Code about) => particulars.Find(what, about)?.Reveal("names on a document for its readers");

    private static Words[] Note(string? text) => text is null ? [] : [Line.Same(text)];
}
