using System.Text.RegularExpressions;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;
using Azukari.Domain.Permits;
using Azukari.Protocol.Documents;
using Azukari.Protocol.Tests.Wording;
using static Azukari.Protocol.Tests.Documents.Paperwork;

namespace Azukari.Protocol.Tests.Documents;

/// <summary>The documents hold every field that such forms have, in their order, and nothing that the record does not say.</summary>
public sealed partial class DocumentTests
{
    // law.md 2.4, field by field.
    private static readonly Dictionary<DocumentKind, string[]> Fields = new()
    {
        [DocumentKind.Application] =
        [
            "number", "date", "series", "applicant-organisation", "applicant-name", "applicant-contact", "contractor", "tiers", "approvals", "subject", "work", "contract",
            "purpose", "necessity", "why-not-online", "data-names", "data-fields", "rows", "people", "minimisation", "classes", "confidentiality", "source-system", "source-site",
            "source-layer", "destination-layer", "media-kind", "media-number", "media-serial", "media-count", "cipher", "key-custody", "password", "out-planned",
            "open-planned", "work-ends", "erase-planned", "return-planned", "use-place", "storage-place", "method", "courier", "tracking", "container", "carriers", "route",
            "no-stop", "erase-method", "eraser", "checker", "manager-approval", "owner-approval", "witness", "conditions", "expiry", "changes", "decline-reason",
        ],
        [DocumentKind.CarryOuts] =
        [
            "number", "application", "medium", "serial", "seal", "contents", "count", "hash", "written-at", "written-by", "witness", "handed-at", "handed-by", "received-by",
            "departed", "relayed", "arrived", "opened-at", "opened-by", "station", "use-ended", "erased-at", "erase-method", "erased-by", "checked-by", "erase-result",
            "returned-at", "returned-to", "return-difference", "anomaly", "incident", "counted-at", "counted-by", "confirmed",
        ],
        [DocumentKind.Label] = ["carry-out", "medium", "volume", "seal", "call"],
        [DocumentKind.CallList] = ["day", "night", "holiday"],
        [DocumentKind.Media] = ["number", "serial", "product", "kind", "capacity", "registered", "home", "lent-to", "state", "disposed", "certificate"],
        [DocumentKind.People] =
        [
            "person", "organisation", "name", "post", "duty", "from", "until", "deputises", "listed", "seen", "manual", "course", "completed", "expires", "left",
        ],
        [DocumentKind.Reentrustment] =
        [
            "name", "code", "address", "head", "representative", "entrusted-by", "tier", "work", "reason", "personal-data", "safeguards", "supervision", "period", "further",
            "staff", "approval",
            "person", "organisation", "name", "post", "duty", "from", "until", "deputises", "listed", "seen", "manual", "course", "completed", "expires", "left",
        ],
    };

    public static TheoryData<DocumentKind> Kinds => [.. Enum.GetValues<DocumentKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_field_of_the_form_is_there_in_its_order_and_in_both_languages(DocumentKind kind)
    {
        var document = Made(kind);
        var labels = document.Parts.SelectMany(part => part switch
        {
            Part.Fields fields => fields.All.Select(field => (field.Key, field.Label)),
            Part.Card card => card.All.Select(field => (field.Key, field.Label)),
            Part.Rows rows => rows.Columns.Select(column => (column.Key, column.Label)),
            _ => [],
        }).ToArray();

        Assert.Equal(Fields[kind], labels.Select(label => label.Key));
        Both.AreWords(document.Title, kind.ToString());
        Assert.All(labels, label => Both.AreWords(label.Label, label.Key));
        Assert.All(document.Parts.OfType<Part.Rows>().SelectMany(rows => rows.All.Select(row => (rows, row))), pair => Assert.Equal(pair.rows.Columns.Length, pair.row.Length));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_value_stands_where_one_is_known_and_none_where_none_is(DocumentKind kind) =>
        Assert.All(Values(Made(kind)), values => Assert.All(values, value =>
        {
            if (value.IsKnown) Assert.NotEmpty(Read(value));
            Assert.Equal(value.IsKnown, GroundWording.Absent(value.Ground) is null);
        }));

    [Fact]
    public void Of_an_engagement_without_anything_no_document_invents_anything()
    {
        var nothing = new DocumentSources(Engagement.Nothing, Particulars.Nothing, []);

        Assert.Null(nothing.Make(DocumentKind.Application, "c-1"));
        Assert.Null(nothing.Make(DocumentKind.Reentrustment, "sub"));
        Assert.All(new[] { DocumentKind.CarryOuts, DocumentKind.Media, DocumentKind.People }, kind => Assert.Empty(Values(Made(kind, nothing))));
    }

    [Fact]
    public void What_was_only_asked_for_has_no_value_of_what_comes_later()
    {
        var asked = With(carryOut => new(carryOut.Id, carryOut.Plan, carryOut.Asked, carryOut.Applicant));

        string[] later = ["seal", "hash", "written-at", "written-by", "witness", "handed-at", "received-by", "departed", "arrived", "opened-at", "opened-by", "erased-at", "checked-by", "returned-at", "confirmed"];
        Assert.All(later, key => Assert.All(Values(Made(DocumentKind.CarryOuts, asked))[key], value => Assert.Equal(Ground.NotYet, value.Ground)));
        Assert.All(new[] { "key-custody", "manager-approval", "owner-approval", "witness", "expiry" }, key => Assert.Equal(Ground.NotYet, Values(Made(DocumentKind.Application, asked))[key].Single().Ground));
    }

    [Theory]
    [InlineData(DocumentKind.Application, "people", "method", "media-count", "media-number", "media-serial", "media-kind")]
    [InlineData(DocumentKind.CarryOuts, "contents")]
    public void A_changed_plan_changes_the_document_there_and_nowhere_else(DocumentKind kind, params string[] keys)
    {
        var (before, after) = (Made(kind), Made(kind, With(carryOut => carryOut with
        {
            Plan = kind == DocumentKind.Application ? carryOut.Plan with { MostPeople = 470_000, Method = TransferMethod.Courier, Media = [new("other"), new("another")] } : carryOut.Plan with { Data = [new(new("other"), [])] },
        })));

        var changed = Values(before).Select(values => values.Key).Where(key => Read(before, key) != Read(after, key) || Read(before, key, japanese: true) != Read(after, key, japanese: true));
        Assert.Equal(keys.Append(kind == DocumentKind.Application ? "tracking" : "").Where(key => key.Length > 0).Order(), changed.Order());
    }

    [Fact]
    public void Each_fact_of_the_journey_stands_in_its_own_field()
    {
        (string[] Keys, Func<CarryOut, CarryOut> Change)[] facts =
        [
            (["written-by"], carryOut => carryOut with { Seal = carryOut.Seal! with { Operator = new("p-9") } }),
            (["witness"], carryOut => carryOut with { Seal = carryOut.Seal! with { Witness = new("p-9") } }),
            (["seal"], carryOut => carryOut with { Seal = carryOut.Seal! with { Measured = Wording.Facts.Sealed with { SealNumber = "other" } } }),
            (["count"], carryOut => carryOut with { Seal = carryOut.Seal! with { Measured = Wording.Facts.Sealed with { People = 1 } } }),
            (["departed", "handed-at"], carryOut => Later(carryOut, leg: 1)),
            (["relayed"], carryOut => Later(carryOut, leg: 2)),
            (["arrived"], carryOut => Later(carryOut, leg: 3)),
            (["return-difference", "returned-at"], carryOut => Later(carryOut, leg: 4)),
            (["opened-by"], carryOut => carryOut with { Confirmed = carryOut.Confirmed.SetItem(Side.Owner, new("p-9")) }),
            (["opened-at"], carryOut => carryOut with { Released = carryOut.Released.SetItem(Side.Owner, Mark(21, '1', 18)) }),
            (["anomaly"], carryOut => carryOut with { Losses = [] }),
            (["checked-by", "confirmed", "erase-result"], carryOut => carryOut with { Erasure = carryOut.Erasure.SetItem(Wording.Facts.Medium, carryOut.Erasure[Wording.Facts.Medium] with { Verified = null, Confirmed = null }) }),
        ];

        var before = Made(DocumentKind.CarryOuts);
        foreach (var (keys, change) in facts)
        {
            var after = Made(DocumentKind.CarryOuts, With(change));
            Assert.Equal("Signed: i-1 (2022-06-21 16:00)", Read(after, "incident"));
            Assert.Equal(keys, Fields[DocumentKind.CarryOuts].Where(key => Read(before, key) != Read(after, key)).Order());
        }
    }

    [Fact]
    public void A_declined_application_says_why()
    {
        var declined = Made(DocumentKind.Application, With(carryOut => new(carryOut.Id, carryOut.Plan, carryOut.Asked, carryOut.Applicant) { Declined = DeclineReason.OnlineWillDo }));

        Assert.Equal("Signed: a channel without media will do", Read(declined, "decline-reason"));
        Assert.StartsWith("NotApplicable", Read(Made(DocumentKind.Application), "decline-reason"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_was_another_before_says_so()
    {
        var changed = Made(DocumentKind.Application, With(carryOut => carryOut with { Series = new("s-1"), Amended = Mark(20, 'a', 12), Permit = carryOut.Permit! with { Changed = Mark(20, 'b', 13) }, Withdrawn = Mark(20, 'c', 14), Voided = Mark(20, 'd', 15) }));

        Assert.Equal("Signed: s-1", Read(changed, "series"));
        Assert.All(new[] { "plan amended: 2022-06-20 12:00", "permit amended or extended: 2022-06-20 13:00", "withdrawn: 2022-06-20 14:00", "void, unused: 2022-06-20 15:00" }, said => Assert.Contains(said, Read(changed, "changes"), StringComparison.Ordinal));
    }

    [Fact]
    public void An_erased_name_leaves_the_pseudonym_and_an_erased_paper_its_fingerprint()
    {
        Assert.Contains("髙﨑 邉子", Read(Made(DocumentKind.CarryOuts), "written-by"), StringComparison.Ordinal);

        var erased = Sources with { Particulars = Particulars.Nothing, Papers = [] };
        Assert.Equal("Signed: p-3 (vendor)", Read(Made(DocumentKind.CarryOuts, erased), "written-by"));
        Assert.Equal("NotRecorded: ", Read(Made(DocumentKind.Application, erased), "applicant-contact"));
        Assert.StartsWith("NotRecorded: the paper was erased or not disclosed", Read(Made(DocumentKind.Application, erased), "purpose"), StringComparison.Ordinal);
        Assert.StartsWith("Signed: コール", Read(Made(DocumentKind.Application), "purpose"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paper_that_is_no_text_states_nothing()
    {
        var sources = Sources with { Papers = Sources.Papers.SetItem(Text.Commitment(), "other"u8.ToArray()) };

        Assert.StartsWith("NotRecorded", Read(Made(DocumentKind.Application, sources), "purpose"), StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_are_by_era_in_Japanese_and_ISO_in_English()
    {
        Assert.Equal("Signed: 令和4年6月20日", Read(Made(DocumentKind.Application), "date", japanese: true));
        Assert.Equal("Signed: 2022-06-20", Read(Made(DocumentKind.Application), "date"));
        Assert.Equal("Signed: 令和4年6月21日 14:00", Read(Made(DocumentKind.CarryOuts), "opened-at", japanese: true));

        var first = Sources with { Facts = Paperwork.Facts with { Media = Paperwork.Facts.Media.SetItem(Wording.Facts.Medium, Paperwork.Facts.Media[Wording.Facts.Medium] with { Since = new(new(2019, 5, 1, 0, 0, 0, TimeSpan.FromHours(9)), Wording.Facts.Hash('a')) }) } };
        Assert.Equal("Signed: 令和元年5月1日", Read(Made(DocumentKind.Media, first), "registered", japanese: true));
        Assert.Equal("Signed: 2019-05-01", Read(Made(DocumentKind.Media, first), "registered"));
    }

    [Fact]
    public void Nothing_but_the_writers_of_a_document_shows_what_stands_in_it()
    {
        var value = Values(Made(DocumentKind.CarryOuts))["written-by"].Single();

        Assert.Equal("[personal]", value.Lines.ToString());
        Assert.DoesNotContain("髙﨑", Made(DocumentKind.CarryOuts).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_page_names_its_language_loads_nothing_and_encodes_what_people_wrote(DocumentKind kind)
    {
        foreach (var japanese in new[] { true, false })
        {
            var page = DocumentPage.Write(Made(kind), japanese);

            Assert.Contains($"<html lang=\"{(japanese ? "ja" : "en")}\">", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
            Assert.DoesNotMatch(Loads(), page);
            Assert.All(Fields[kind], key => Assert.Contains($"data-field=\"{key}\"", page, StringComparison.Ordinal));
            Assert.DoesNotMatch(Bare(), page);
        }
    }

    private static CarryOut Later(CarryOut carryOut, int leg) =>
        carryOut with { Custody = new(carryOut.Custody!.Legs.SetItem(leg, carryOut.Custody.Legs[leg] with { Mark = Mark(21, 'a', 22) })) };

    [GeneratedRegex("<script|<link|<img|src=|href=|url\\(|@import|http-equiv=\"refresh\"|\\son[a-z]+=", RegexOptions.IgnoreCase)]
    private static partial Regex Loads();

    [GeneratedRegex(@"<t[hd](?=[\s>])(?![^>]*(scope=""(col|row)""|class=""value""))", RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();
}
