using Azukari.Domain;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Domain.Erasure;

namespace Azukari.Protocol.Wording;

/// <summary>What the record knows about the names in an act. What it does not know stays the bare name.</summary>
internal sealed class FactWording(Engagement facts, string? zone)
{
    internal Engagement Facts => facts;

    internal Words At(DateTimeOffset at) => InstantWording.Of(at, zone);

    internal Words Person(PersonId id) => facts.People.TryGetValue(id, out var person)
        ? Line.Noted(id.Value, [Line.Same(person.Organisation.Value), .. SideNote(facts.SideOf(person.Organisation))])
        : Line.Same(id.Value);

    internal Words People(IEnumerable<PersonId> ids) => Line.List(ids.Select(Person));

    internal Words Organisation(OrganisationId id) => facts.Chain.TryGetValue(id, out var node)
        ? Line.Noted(id.Value, EnumWording.Of(node.Kind), EnumWording.Of(node.Side))
        : Line.Same(id.Value);

    internal Words Site(SiteId id) => facts.Sites.TryGetValue(id, out var layer) ? Line.Noted(id.Value, EnumWording.Of(layer)) : Line.Same(id.Value);

    internal Words Station(StationId id) => facts.Stations.TryGetValue(id, out var station)
        ? Line.Noted(id.Value, new Words($"拠点 {station.Site}", $"at site {station.Site}"))
        : Line.Same(id.Value);

    internal Words Medium(MediumId id) => facts.Media.TryGetValue(id, out var medium) && medium.Admitted is { Kind: var kind, Measured.Serial: var serial }
        ? Line.Noted(id.Value, EnumWording.Of(kind), Serial(serial))
        : Line.Same(id.Value);

    internal Words Media(IEnumerable<MediumId> ids) => Line.List(ids.Select(Medium));

    /// <summary>A dataset and its fields, each with its class, in the order in which they are permitted.</summary>
    internal Words Selection(FieldSelection selection)
    {
        var dataset = facts.Catalogue.GetValueOrDefault(selection.Dataset);
        var fields = Line.List(selection.Fields.Select(name => Field(dataset, name)));
        var unit = dataset is null ? Line.Same(selection.Dataset.Value) : Line.Noted(selection.Dataset.Value, EnumWording.Of(dataset.Unit));
        return new($"{unit.Ja}：{fields.Ja}", $"{unit.En}: {fields.En}");
    }

    internal IEnumerable<Words> Presence(Presence? presence) =>
        presence is null ? [Line.Of("署名の場所", "Signed at", new Words("登録端末の前ではない", "not at a station"))] : [Line.Of("署名の場所", "Signed at", Station(presence.Station))];

    /// <summary>How far the medium's erasure has come, step by step.</summary>
    internal IEnumerable<Words> Steps(Sanitisation? steps)
    {
        if (steps?.Site is { } site) yield return Line.Of("現地消去", "Erased at the site", Step(site));
        if (steps?.Cleared is { } cleared) yield return Line.Of("媒体全体の消去", "Cleared", Step(cleared));
        if (steps?.Verified is { } verified) yield return Line.Of("検証", "Verified", Step(verified));
    }

    internal static Words Serial(string serial) => Printed.Safely(serial) is var safe ? new($"製造番号 {safe}", $"serial {safe}") : Line.None;

    private Words Step(ErasureStep step) => Line.List(
    [
        At(step.Mark.At),
        .. step.By is { } by ? [Person(by)] : Array.Empty<Words>(),
        .. step.Station is { } station ? [Station(station)] : Array.Empty<Words>(),
        Line.Same(step.Measured.Method),
        Line.Bytes(step.Measured.Bytes),
    ]);

    private static Words[] SideNote(Side? side) => side is { } known ? [EnumWording.Of(known)] : [];

    private static Words Field(CatalogueDataset? dataset, string name) =>
        dataset?.Fields.FirstOrDefault(field => field.Name == name) is { } field ? Line.Noted(name, EnumWording.Of(field.Class)) : Line.Same(name);
}
