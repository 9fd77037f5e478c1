using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Applications;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>The second half of a 持出許可申請書: on what, when, how, how it is erased, and who said yes or no.</summary>
internal sealed class ApplicationTerms(DocumentSources sources, CarryOut carryOut)
{
    private readonly Engagement _facts = sources.Facts;
    private readonly DocumentWords _words = new(sources.Facts, sources.Particulars);

    private CarryPlan Plan => carryOut.Plan;

    internal IEnumerable<Part> Parts() =>
    [
        new Part.Fields(new("媒体・暗号", "Media and encryption"), [.. Media()]),
        new Part.Fields(new("日時・場所", "Times and places"), [.. Times()]),
        new Part.Fields(new("運搬", "Transport"), [.. Transport()]),
        new Part.Fields(new("消去", "Erasure"), [.. Erasure()]),
        new Part.Fields(new("承認", "Approval"), [.. Approval()]),
    ];

    private IEnumerable<FormField> Media()
    {
        var known = Plan.Media.Select(id => _facts.Media.GetValueOrDefault(id)?.Admitted).OfType<Domain.Media.AdmitMedium>().ToArray();
        yield return new("media-kind", new("媒体種別", "Kind of medium"), known is [] ? FormValue.NotRecorded : FormValue.Signed(known.Select(medium => medium.Kind).Distinct().Select(EnumWording.Of)));
        yield return new("media-number", new("管理番号", "Property number"), FormValue.Signed(Plan.Media.Select(medium => Line.Same(medium.Value))));
        yield return new("media-serial", new("シリアル番号", "Serial number"), known is [] ? FormValue.NotRecorded
            : FormValue.Of(known.Any(medium => medium.Measured.SerialIsDeclared) ? Ground.Declared : Ground.Measured, known.Select(medium => Line.Same(medium.Measured.Serial))));
        yield return new("media-count", new("本数", "How many"), FormValue.Signed(new Words($"{Plan.Media.Length}本", $"{Plan.Media.Length}")));
        yield return new("cipher", new("暗号方式", "Encryption"), FormValue.Signed(new Words("age（ML-KEM-768＋X25519、ChaCha20-Poly1305）。媒体には暗号文のみ", "age (ML-KEM-768 with X25519, ChaCha20-Poly1305); only ciphertext on the medium")));
        yield return new("key-custody", new("鍵保管場所", "Where the keys are"), carryOut.Permit is { Keys: var keys }
            ? FormValue.Signed(Hand("所有者の鍵保持者", "the owner's key holder", keys.Owner), Hand("受託者の鍵保持者", "the contractor's key holder", keys.Contractor), Hand("開封する端末", "the opening station", keys.Destination))
            : FormValue.NotYet);
        yield return new("password", new("パスワード伝達方法", "How a password is passed"), FormValue.Of(Ground.NotApplicable, new Words("パスワードは用いない", "no password is used")));
    }

    private IEnumerable<FormField> Times()
    {
        var window = Plan.Window;
        FormValue At(Func<CarryWindow, DateTimeOffset> end) => window is null ? FormValue.NotStated : FormValue.Signed(_words.Time.At(end(window)));

        yield return new("out-planned", new("持出予定日時", "Planned to leave"), window is null ? FormValue.NotStated : FormValue.Signed(
            new Words($"{_words.Time.At(window.From).Ja} から {_words.Time.At(window.OutBy).Ja} まで", $"{_words.Time.At(window.From).En} to {_words.Time.At(window.OutBy).En}")));
        yield return new("open-planned", new("開封期限", "Opened by"), At(end => end.OpenBy));
        yield return new("work-ends", new("作業終了予定日時", "Work planned to end"), At(end => end.WorkEnds));
        yield return new("erase-planned", new("現地消去の期限", "Erased at the site by"), At(end => end.EraseBy));
        yield return new("return-planned", new("返却予定日時", "Planned to return"), At(end => end.EraseBy.AddHours(_facts.Clock.HomeHours)));
        yield return new("use-place", new("使用場所", "Place of use"), FormValue.Signed(Line.Noted(_words.Site(Plan.Destination), new Words($"端末 {Plan.OpenAt}", $"station {Plan.OpenAt}"))));
        yield return new("storage-place", new("保管場所", "Place of storage"), Plan.Handling?.KeptWhere is { } kept
            ? FormValue.Signed(sources.Paper<PlanText>(kept) is { } place ? place.Text.Split('\n').Select(Line.Same) : [new Words($"書面 {Printed.Short(kept)}", $"paper {Printed.Short(kept)}")])
            : FormValue.NotStated);
    }

    private IEnumerable<FormField> Transport()
    {
        var couriers = (carryOut.Custody?.Legs ?? []).Select(leg => leg.Courier).OfType<Domain.Custody.CourierLeg>().ToArray();
        yield return new("method", new("運搬方法", "Method"), Plan.Method == TransferMethod.NotStated ? FormValue.NotStated : FormValue.Signed(EnumWording.Of(Plan.Method)));
        yield return new("courier", new("運送業者", "Courier"), Plan.Courier is { } courier ? FormValue.Signed(_words.Organisation(courier)) : FormValue.NotApplicable);
        yield return new("tracking", new("追跡番号", "Tracking number"), Plan.Method != TransferMethod.Courier && couriers is [] ? FormValue.NotApplicable
            : couriers is [] ? FormValue.NotYet
            : FormValue.Signed(couriers.Select(leg => Line.Same(leg.Tracking))));
        yield return new("container", new("施錠容器", "Locked container"), FormValue.NotRecorded);
        yield return new("carriers", new("運搬者", "Carriers"), FormValue.Signed(Plan.Custodians.Select(_words.Person)));
        yield return new("route", new("経路", "Route"), FormValue.NotRecorded);
        yield return new("no-stop", new("立寄り禁止の誓約", "Pledge of no stop"), FormValue.NotRecorded);
    }

    private IEnumerable<FormField> Erasure()
    {
        var steps = carryOut.Erasure.Values.Select(step => step.Cleared ?? step.Site).OfType<Domain.Erasure.ErasureStep>().ToArray();
        var looks = carryOut.Erasure.Values.Select(step => step.Verified).OfType<Domain.Erasure.ErasureStep>().ToArray();

        yield return new("erase-method", new("作業後の消去方法", "How it is erased after the work"), Plan.Handling?.Erasure is not { } erasure ? FormValue.NotStated : FormValue.Signed(EnumWording.Of(erasure), new Words(
            "鍵の廃棄と現地での上書き（二人）、返却後に媒体全体の消去と別端末での検証", "keys destroyed and overwritten at the site before two people; the whole medium cleared at home and verified on another device")));
        yield return new("eraser", new("消去者", "Erased by"), By(steps));
        yield return new("checker", new("確認者", "Verified by"), By(looks));
    }

    private FormValue By(Domain.Erasure.ErasureStep[] steps) => steps.Length == 0 ? FormValue.NotYet
        : FormValue.Signed(steps.Select(step => Line.Noted(step.By is { } by ? _words.Person(by) : new Words("端末のみ", "the station alone"), _words.Time.At(step.Mark.At))));

    private IEnumerable<FormField> Approval()
    {
        yield return new("manager-approval", new("情報セキュリティ管理者・保護責任者　承認", "Endorsed by the responsible executive"),
            carryOut is { Endorsed: { } endorsed, Endorser: { } endorser } ? FormValue.Signed(_words.Person(endorser), _words.Seal(endorsed)) : FormValue.NotYet);
        yield return new("owner-approval", new("発注者　承認", "Approved by the owner"),
            carryOut.Permit is { } permit ? FormValue.Signed(_words.Person(permit.Approver), _words.Seal(permit.Mark)) : carryOut.HasEnded ? FormValue.NotApplicable : FormValue.NotYet);
        yield return new("witness", new("立会職員", "Witness"), carryOut.Seal is { } seal ? FormValue.Signed(_words.Person(seal.Witness), _words.Seal(seal.Mark)) : FormValue.NotYet);
        yield return new("conditions", new("条件", "Conditions"), carryOut.Permit is null ? FormValue.NotYet
            : FormValue.Signed(new Words("この申請書に記した範囲に限る", "nothing outside what this application states")));
        yield return new("expiry", new("有効期限", "Valid until"), carryOut.Permit is null ? FormValue.NotYet : Plan.Window is { } window ? FormValue.Signed(_words.Time.At(window.OutBy)) : FormValue.NotStated);
        yield return new("changes", new("変更・延長・取下げ", "Amended, extended, withdrawn"), Changes() is { Length: > 0 } changes ? FormValue.Signed(changes) : FormValue.NotApplicable);
        yield return new("decline-reason", new("却下理由", "Reason for declining"), carryOut.Declined is { } why ? FormValue.Signed(EnumWording.Of(why)) : FormValue.NotApplicable);
    }

    /// <summary>What stands on this form is the plan as it was worded last; that it was another before is said here.</summary>
    private Words[] Changes() =>
    [
        .. Since("申請の変更", "plan amended", carryOut.Amended),
        .. Since("許可の変更・延長", "permit amended or extended", carryOut.Permit?.Changed),
        .. Since("取下げ", "withdrawn", carryOut.Withdrawn),
        .. Since("失効（未使用）", "void, unused", carryOut.Voided),
    ];

    private Words[] Since(string ja, string en, Mark? mark) => mark is null ? [] : [Line.Of(ja, en, _words.Seal(mark))];

    private static Words Hand(string ja, string en, Digest key) => Line.Noted(new Words(ja, en), Line.Same(Printed.Short(key)));
}
