using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>What documents are made from, and nothing else: the record, the papers that it names, the rows beside it.</summary>
/// <param name="Facts">The record's facts.</param>
/// <param name="Particulars">Names and other erasable rows.</param>
/// <param name="Papers">Papers under their SHA-256; one that is missing was erased or not disclosed.</param>
/// <param name="Print">What labels need besides; without it there are none.</param>
/// <param name="Calls">How people are reached, for whoever may know it; without it there is no call list.</param>
public sealed record DocumentSources(Engagement Facts, Particulars Particulars, ImmutableDictionary<Digest, byte[]> Papers, LabelPrint? Print = null, CallSheet? Calls = null)
{
    /// <summary>The papers that this document reads.</summary>
    public static IEnumerable<Digest> PapersOf(DocumentKind kind, Engagement facts, string? about) => (kind switch
    {
        DocumentKind.Application => about is not null && Code.IsValid(about) && facts.Find(new CarryOutId(about)) is { } found ? found.Plan.Commitments().Distinct() : [],
        DocumentKind.Reentrustment => facts.Chain.Values.Where(node => node.Organisation.Value == about).Select(node => node.Text),
        DocumentKind.Label or DocumentKind.CallList or DocumentKind.CarryOuts or DocumentKind.Media or DocumentKind.People => [],
    }).OfType<Digest>();

    /// <summary>The document, or null where the record knows nothing of what it is about.</summary>
    /// <param name="kind">Which document.</param>
    /// <param name="about">The carry-out of an application or a label, the organisation of an application for re-entrustment; for the staff list the organisation or null for everybody.</param>
    public Document? Make(DocumentKind kind, string? about) => kind switch
    {
        DocumentKind.Application => Facts.CarryOuts.Values.FirstOrDefault(found => found.Id.Value == about) is { } carryOut ? new ApplicationForm(this, carryOut).Make() : null,
        DocumentKind.Reentrustment => Facts.Chain.Values.FirstOrDefault(node => node.Organisation.Value == about && node.EntrustedBy is not null) is { } node ? new ReentrustmentForm(this, node).Make() : null,
        DocumentKind.Label => Print is { } print && Facts.CarryOuts.Values.FirstOrDefault(found => found.Id.Value == about) is { Seal: { } seal } carryOut ? new MediumLabel(this, carryOut, seal, print).Make() : null,
        DocumentKind.CallList => Calls?.Make(Facts),
        DocumentKind.CarryOuts => Titled(kind, new("持出管理台帳", "Ledger of carry-outs"), new CarryOutLedger(this).Make()),
        DocumentKind.Media => Titled(kind, new("媒体管理台帳", "Media register"), new MediaLedger(this).Make()),
        DocumentKind.People => about is null || Facts.Chain.Keys.Any(organisation => organisation.Value == about)
            ? Titled(kind, new("従事者名簿", "Staff list"), new StaffLedger(this).Make(Facts.People.Values.Where(person => about is null || person.Organisation.Value == about)))
            : null,
    };

    internal Document Titled(DocumentKind kind, Words title, params IEnumerable<Part> parts) => new(kind, title, [.. parts], [.. Origin()]);

    /// <summary>A paper that the record names, read in its shape; null where nobody brought it, or what was brought is no such paper.</summary>
    internal T? Paper<T>(Digest? digest) where T : class
    {
        if (digest is null || !Papers.TryGetValue(digest, out var bytes) || Digests.Sha256(bytes) != digest) return null;

        try
        {
            return DomainJson.FromBytes<T>(bytes, Applications.ApplicationText.MaxBytes);
        }
        catch (ProtocolException)
        {
            return null; // Whoever committed to something else than a text has not stated one.
        }
    }

    private IEnumerable<Words> Origin()
    {
        var time = new DocumentTime(Facts);
        yield return Line.Of("委託業務", "Engagement", Facts.Founding?.Engagement.Value ?? "-");
        if (Facts.Genesis is { } genesis) yield return Line.Of("起点", "Genesis", Printed.Short(genesis));
        yield return Line.Of("記録", "Record", new Words($"{Printed.Number(Facts.NextSeq)}件（最終 {time.At(Facts.LastAt).Ja}）", $"{Printed.Number(Facts.NextSeq)} entries, the last of {time.At(Facts.LastAt).En}"));
        yield return time.Zone(Facts.LastAt);
    }
}
