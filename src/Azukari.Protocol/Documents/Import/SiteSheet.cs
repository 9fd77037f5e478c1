using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents.Import;

/// <summary>拠点: one row a site, with its network layer and, for documents, its name.</summary>
internal sealed class SiteSheet(Engagement facts)
{
    private static readonly ImmutableArray<FormColumn> Columns =
    [
        new("site", new("拠点番号", "Site")),
        new("layer", new("ネットワークの層", "Network layer")),
        new("name", new("名称", "Name")),
    ];

    private static readonly string[] Needed = ["site", "layer"];

    internal Imported Read(Sheet sheet) => SheetReader.Read(sheet, Columns, Needed, Meaning);

    private (IEnumerable<Act>, Particulars) Meaning(IReadOnlyList<SheetRow> rows, List<Finding> findings)
    {
        var sites = rows.Select(row => (Row: row, Site: row.Code("site", text => new SiteId(text), needed: true), Layer: row.Choice<NetworkLayer>("layer", EnumWording.Of, needed: true), Name: row.Particular("name"))).ToArray();
        foreach (var (row, _, _, _) in sites.Where(site => site.Site is not null).GroupBy(site => site.Site).SelectMany(same => same.Skip(1))) row.Wrong("site", FindingWording.Twice);
        if (findings.Count > 0) return ([], Particulars.Nothing);

        return (
            sites.Where(site => !facts.Sites.TryGetValue(site.Site!, out var known) || known != site.Layer).Select(site => new RegisterSite(site.Site!, site.Layer!.Value)),
            sites.Aggregate(Particulars.Nothing, (all, site) => site.Name is { } name ? all.With(Particular.SiteName, site.Site!.Value, name) : all));
    }
}
