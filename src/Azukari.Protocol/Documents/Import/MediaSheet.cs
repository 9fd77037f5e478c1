using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Media;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents.Import;

/// <summary>媒体管理台帳 compared with the register: it registers nothing, since a medium enters by a station's measurement (R5, R31), and finds every difference.</summary>
internal sealed class MediaSheet(Engagement facts)
{
    private static readonly string[] Needed = ["number", "serial"];

    internal Imported Read(Sheet sheet) => SheetReader.Read(sheet, MediaLedger.Columns, Needed, Meaning);

    private (IEnumerable<Act>, Particulars) Meaning(IReadOnlyList<SheetRow> rows, List<Finding> findings)
    {
        var isReadable = findings.Count == 0;
        var media = rows.Select(row => (Row: row, Medium: row.Code("number", text => new MediumId(text), needed: true), Product: row.Particular("product"))).ToArray();
        foreach (var (row, _, _) in media.Where(medium => medium.Medium is not null).GroupBy(medium => medium.Medium).SelectMany(same => same.Skip(1))) row.Wrong("number", FindingWording.Twice);
        foreach (var (row, medium, _) in media.Where(medium => medium.Medium is not null)) Compare(row, medium!);
        if (isReadable) findings.AddRange(facts.Media.Keys.Except(media.Select(medium => medium.Medium).OfType<MediumId>()).OrderBy(id => id.Value, StringComparer.Ordinal)
            .Select(id => Finding.At(0, new(id.Value, Line.Same(id.Value)), FindingWording.NotInFile)));

        return ([], findings.Count > 0 ? Particulars.Nothing : media.Aggregate(Particulars.Nothing, (all, medium) => medium.Product is { } product ? all.With(Particular.MediumProduct, medium.Medium!.Value, product) : all));
    }

    private void Compare(SheetRow row, MediumId id)
    {
        if (!facts.Media.TryGetValue(id, out var medium))
        {
            row.Wrong("number", FindingWording.NeedsStation);
            return;
        }

        var admitted = medium.Admitted;
        if (row.Needed("serial") is { } serial && SheetRow.Plain(serial) != admitted.Measured.Serial) row.Wrong("serial", FindingWording.SerialDiffers);
        if (row.Count("capacity") is { } capacity && capacity != admitted.Measured.CapacityBytes) row.Wrong("capacity", FindingWording.Contradicts);
        if (row.Choice<MediumKind>("kind", EnumWording.Of) is { } kind && kind != admitted.Kind) row.Wrong("kind", FindingWording.Contradicts);
        if (row.Code("home", text => new SiteId(text)) is { } home && home != admitted.Home) row.Wrong("home", FindingWording.Contradicts);
    }
}
