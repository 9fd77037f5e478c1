using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents.Laws;
using Azukari.Protocol.Incidents;

namespace Azukari.Protocol.Wording;

/// <summary>What the record says under each item of a report, and "unknown" where it says nothing.</summary>
internal sealed class ReportWording(LawPackDocument pack, BreachFacts breach, Engagement facts, CarryOut carryOut)
{
    private readonly FactWording _words = new(facts, facts.Founding?.Zone);

    internal IEnumerable<Words> Of(ReportItem item) => item switch
    {
        ReportItem.Outline => [.. When(), .. What(), .. Who(), .. ChronologyWording.Lines(carryOut, _words), .. Exempt()],
        ReportItem.DataItems => [.. Data(), Line.Of("種類（住民・顧客・従業員など）", "Whose data", ReportSentences.Unknown)],
        ReportItem.PersonCount => [Count()],
        ReportItem.Cause or ReportItem.SecondaryDamage or ReportItem.ResponseToPersons or ReportItem.Publication or ReportItem.Prevention
            or ReportItem.OtherMatters or ReportItem.ContactPoint => Unknown(item),
    };

    /// <summary>Only what concerns the persons themselves.</summary>
    internal IEnumerable<Words> ToPersons(ReportItem item) => item switch
    {
        ReportItem.Outline => [.. When(), .. What()],
        ReportItem.DataItems => Data(),
        ReportItem.PersonCount or ReportItem.Cause or ReportItem.SecondaryDamage or ReportItem.ResponseToPersons or ReportItem.Publication
            or ReportItem.Prevention or ReportItem.OtherMatters or ReportItem.ContactPoint => Unknown(item),
    };

    /// <summary>A person's text stands beside what the record knows and in the place of what nobody knew.</summary>
    internal static IEnumerable<Words> With(IEnumerable<Words> known, ItemText written) =>
    [
        .. known.Where(line => !IsUnknown(line)),
        written.IsReason ? Line.Of("不明である理由", "Why it is not known", written.Text) : Line.Same(written.Text),
    ];

    /// <summary>What the breach was judged by stands, and where it is less than all, what is missing.</summary>
    private IEnumerable<Words> Exempt() =>
        breach.ExemptionDemonstrated ? [ReportSentences.Exempt] : ExemptionWording.Lines(Exemption.Of(facts, carryOut, PrimitivesOnFile.Shipped.ContentCipherIsListed));

    private IEnumerable<Words> When()
    {
        yield return Line.Of("発生日", "Occurred", (breach.OccurredAt, breach.LastSeenAt) switch
        {
            ({ } at, _) => _words.At(at),
            (null, { } well) => new($"{ReportSentences.Unknown.Ja}、{_words.At(well).Ja}より後", $"{ReportSentences.Unknown.En}; after {_words.At(well).En}"),
            _ => ReportSentences.Unknown,
        });
        yield return Line.Of("発覚日", "Discovered", breach.DiscoveredAt is { } found ? _words.At(found) : ReportSentences.Unknown);
    }

    private IEnumerable<Words> What()
    {
        yield return Line.Of("発生事案", "Kind", LawWording.Of(breach.Nature));
        if (!breach.Events.IsEmpty) yield return Line.Of("届出の内容", "Reported as", breach.Events.Select(EnumWording.Of));
    }

    private IEnumerable<Words> Who()
    {
        var first = carryOut.Losses.OrderBy(report => report.Mark.At).Select(report => facts.People.GetValueOrDefault(report.Reporter)).FirstOrDefault();
        yield return Line.Of("発見者", "Found by", first is null ? ReportSentences.Unknown : _words.Organisation(first.Organisation));
        yield return Line.Of("該当する号", "Reportable situations", Triggers.Of(pack.Law, breach).Select(Situation));
        yield return Line.Of("委託元・委託先", "Entrustor and entrustees", facts.Chain.Keys.OrderBy(id => id.Value, StringComparer.Ordinal).Select(_words.Organisation));
    }

    private Words Situation(Triggered trigger)
    {
        var named = pack.Triggers.First(named => named.Item == trigger.Item);
        return new($"第{trigger.Item}号（{named.Ja}）", $"{trigger.Item} ({named.En})");
    }

    private IEnumerable<Words> Data()
    {
        foreach (var data in carryOut.Seal?.Measured.Data ?? []) yield return Line.Of("項目", "Fields", _words.Selection(new(data.Dataset, data.Fields)));

        var kinds = (carryOut.Seal?.Measured.Volumes ?? []).Select(volume => facts.Media.GetValueOrDefault(volume.Medium)?.Admitted.Kind).OfType<Domain.Media.MediumKind>().Distinct();
        yield return Line.Of("媒体", "Medium", kinds.Select(EnumWording.Of));
    }

    private Words Count() => breach.CountNow switch
    {
        { IsExact: true, Confirmed: { } exactly } => Line.Of("確定", "Confirmed", Line.People(exactly)),
        { Maximum: { } most, Confirmed: var some } => Line.Of("最大", "At most", some is { } least
            ? new Words($"{Line.People(most).Ja}（うち確定 {Line.People(least).Ja}）", $"{Line.People(most).En} ({Line.People(least).En} confirmed)")
            : Line.People(most)),
        { Confirmed: { } least } => Line.Of("少なくとも", "At least", new Words($"{Line.People(least).Ja}、最大は{ReportSentences.Unknown.Ja}", $"{Line.People(least).En}; the most is {ReportSentences.Unknown.En}")),
        _ => ReportSentences.Unknown,
    };

    private IEnumerable<Words> Unknown(ReportItem item) => pack.Item(item).Parts is { IsEmpty: false } parts
        ? parts.Select(part => Line.Of(part.Ja, part.En, ReportSentences.Unknown))
        : [ReportSentences.Unknown];

    private static bool IsUnknown(Words line) => line.Ja.EndsWith(ReportSentences.Unknown.Ja, StringComparison.Ordinal);
}
