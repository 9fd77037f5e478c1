using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Domain.Erasure;
using Azukari.Domain.Incidents;
using Azukari.Domain.People;
using Azukari.Protocol.Applications;
using Azukari.Protocol.Documents;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Small = Azukari.Protocol.Tests.Wording.Facts;

namespace Azukari.Protocol.Tests.Documents;

/// <summary>The engagement of <see cref="Small"/> with its case closed, a re-entrusted company, lists, papers and names: something stands in every field that can be filled.</summary>
internal static class Paperwork
{
    internal static readonly OrganisationId Sub = new("sub");

    internal static ApplicationText Text { get; } = new(new('0', 64), "コールセンターのデータ更新", "最新の状態で答えるため", "投入先に回線がない");

    internal static ReentrustmentText Entrusted { get; } = new(new('1', 64), "封緘と運搬", "要員の確保", "住民基本台帳の一部", "施錠・暗号化", "四半期ごとの監査", "2022-04-01", "2023-03-31");

    internal static Engagement Facts { get; } = Small.Known with
    {
        NextSeq = 42,
        LastAt = Small.At(22, 12),
        Chain = Small.Known.Chain.Add(Sub, new(Sub, OrganisationKind.Company, new("vendor"), Side.Contractor) { Approved = Mark(1, 'c'), Text = Entrusted.Commitment() }),
        Lists = ImmutableDictionary<OrganisationId, StaffList>.Empty.Add(Sub, new(Mark(2, 'd'), [new("p-5")])),
        People = Small.Known.People.Add(new("p-5"), new(new("p-5"), Sub, Small.Key('b'), Seen: true, [new(Role.Operator, Small.At(1, 0), Small.At(30, 23))])
        {
            Acknowledged = [2],
            Trainings = ImmutableDictionary<Digest, Training>.Empty.Add(Small.Hash('c'), new(Mark(3, 'e'), Small.At(2, 9), Small.At(30, 9))),
        }),
        Media = Small.Known.Media.SetItem(Small.Medium, Small.Known.Media[Small.Medium] with { Since = Mark(4, 'f'), InUseBy = null }),
        CallLists = Small.Known.CallLists.SetItem(new("vendor"), new(new("vendor"), [new("p-4")], [new("p-3"), new("p-4")], [])),
        Incidents = [new(new("i-1"), Small.CarryOut, null, [new(IncidentCause.Stolen, Mark(21, '4', 16))])],
        CarryOuts = Small.Known.CarryOuts.SetItem(Small.CarryOut, Closed()),
    };

    internal static Particulars Names { get; } = Particulars.Nothing
        .With(Particular.PersonName, "p-3", "髙﨑 邉子")
        .With(Particular.PersonName, "p-4", "<b>山田</b> 太郎")
        .With(Particular.PersonContact, "p-4", "内線 1234")
        .With(Particular.OrganisationName, "sub", "再委託株式会社")
        .With(Particular.OrganisationAddress, "sub", "架空市一丁目")
        .With(Particular.OrganisationHead, "sub", "代表取締役 甲")
        .With(Particular.OrganisationTelephone, "city", "0000-12-3456")
        .With(Particular.MediumProduct, "usb-017", "暗号化USB 64GB")
        .With(Particular.EngagementTitle, "covid-grant", "臨時給付金支給事務")
        .With(Particular.ContractNumber, "covid-grant", "委第12号");

    internal static DocumentSources Sources { get; } = new(Facts, Names, Papers(), new(WebOrigin.Parse("https://azukari.city.example"), text => new(text, 2, [true, false, true, true])),
        new(Small.At(22, 13), ImmutableDictionary<string, Personal<string>>.Empty.Add("p-4", new("山田 太郎  0123"))));

    internal static DocumentSources With(Func<CarryOut, CarryOut> change) =>
        Sources with { Facts = Facts with { CarryOuts = Facts.CarryOuts.SetItem(Small.CarryOut, change(Facts.CarryOuts[Small.CarryOut])) } };

    internal static string? About(DocumentKind kind) => kind switch
    {
        DocumentKind.Application or DocumentKind.Label => Small.CarryOut.Value,
        DocumentKind.Reentrustment => Sub.Value,
        _ => null,
    };

    internal static Document Made(DocumentKind kind, DocumentSources? sources = null) =>
        (sources ?? Sources).Make(kind, About(kind)) ?? throw new InvalidOperationException($"no {kind}");

    /// <summary>Every value of a document under its key; rows of a register one after another.</summary>
    internal static ILookup<string, FormValue> Values(Document document) => document.Parts
        .SelectMany(part => part switch
        {
            Part.Fields fields => fields.All.Select(field => (field.Key, field.Value)),
            Part.Card card => card.All.Select(field => (field.Key, field.Value)),
            Part.Rows rows => rows.All.SelectMany(row => rows.Columns.Zip(row, (column, value) => (column.Key, value))),
            _ => throw new InvalidOperationException("a part of another kind"),
        }).ToLookup(pair => pair.Item1, pair => pair.Item2);

    internal static string Read(FormValue value, bool japanese = false) =>
        string.Join(" | ", value.Lines.Reveal("compared by a test").Select(line => line.In(japanese)));

    internal static string Read(Document document, string key, bool japanese = false) => string.Join(" || ", Values(document)[key].Select(value => $"{value.Ground}: {Read(value, japanese)}"));

    internal static Mark Mark(int day, char leaf, int hour = 9) => new(Small.At(day, hour), Small.Hash(leaf));

    private static CarryOut Closed() => Small.Known.CarryOuts[Small.CarryOut] with
    {
        Plan = Small.Plan with { TextDigest = Text.Commitment(), Custodians = [new("p-2"), new("p-5")] },
        Custody = new(
        [
            Leg(9, [new("p-3")], new("city-dc")), Leg(10, [new("p-2"), new("p-5")], new("city-dc")), Leg(11, [new("p-5"), new("p-2")], null),
            Leg(12, [new("p-4")], new("call-centre"), stored: true, there: true), Leg(20, [new("p-2")], new("city-dc"), stored: true),
        ]),
        Confirmed = ImmutableDictionary<Side, PersonId>.Empty.Add(Side.Owner, new("p-2")).Add(Side.Contractor, new("p-4")),
        Released = ImmutableDictionary<Side, Mark>.Empty.Add(Side.Owner, Mark(21, '1', 13)).Add(Side.Contractor, Mark(21, '2', 14)),
        Loaded = Mark(21, '3', 15),
        Suspended = null,
        Losses = [new(Mark(21, '4', 16), LossKind.Stolen, new("p-5"), NamedInPermit: true)],
        Erasure = ImmutableDictionary<MediumId, Sanitisation>.Empty.Add(Small.Medium, new(
            new(Mark(21, '5', 19), new("p-5"), new("open-1"), Small.Erased), new(Mark(22, '6', 9), new("p-3"), new("seal-1"), Small.Erased),
            new(Mark(22, '7', 10), new("p-2"), new("open-1"), Small.Erased), Mark(22, '8', 11))),
        Closed = Mark(22, '8', 11),
    };

    private static CustodyLeg Leg(int hour, ImmutableArray<PersonId> holders, SiteId? at, bool stored = false, bool there = false) =>
        new(Mark(21, 'a', hour), holders, null, at, stored, there, Intact: true);

    private static ImmutableDictionary<Digest, byte[]> Papers() => new[] { DomainJson.ToBytes(Text), DomainJson.ToBytes(Entrusted) }.ToImmutableDictionary(paper => Digests.Sha256(paper));
}
