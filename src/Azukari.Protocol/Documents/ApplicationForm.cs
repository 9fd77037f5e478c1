using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Applications;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>持出許可申請書: who asks, on whose behalf, why and what. How it travels and who approved follow in <see cref="ApplicationTerms"/>.</summary>
internal sealed class ApplicationForm(DocumentSources sources, CarryOut carryOut)
{
    private readonly Engagement _facts = sources.Facts;
    private readonly DocumentWords _words = new(sources.Facts, sources.Particulars);

    private CarryPlan Plan => carryOut.Plan;

    internal Document Make() => sources.Titled(DocumentKind.Application, new("持出許可申請書", "Application to carry data out"),
    [
        new Part.Fields(new("申請", "Application"), [.. Applicant()]),
        new Part.Fields(new("受託者・再委託", "Contractor and chain"), [.. Chain()]),
        new Part.Fields(new("業務・目的", "Work and purpose"), [.. Purpose()]),
        new Part.Fields(new("持出情報", "Data"), [.. Data()]),
        .. new ApplicationTerms(sources, carryOut).Parts(),
    ]);

    private IEnumerable<FormField> Applicant()
    {
        yield return new("number", new("申請番号", "Application number"), FormValue.Signed(Line.Same(carryOut.Id.Value)));
        yield return new("date", new("申請日", "Date"), FormValue.Signed(_words.Time.Date(carryOut.Asked.At)));
        yield return new("series", new("包括申請番号", "Series"), carryOut.Series is { } series ? FormValue.Signed(Line.Same(series.Value)) : FormValue.NotApplicable);
        yield return new("applicant-organisation", new("申請者　所属", "Applicant: organisation"), Applicant(person => _facts.People.TryGetValue(person, out var known) ? FormValue.Signed(_words.Organisation(known.Organisation)) : FormValue.NotRecorded));
        yield return new("applicant-name", new("申請者　氏名", "Applicant: name"), Applicant(person => FormValue.Signed(_words.Person(person))));
        yield return new("applicant-contact", new("申請者　連絡先", "Applicant: contact"), Applicant(person => _words.Declared(Particular.PersonContact, person)));
    }

    /// <summary>What was granted urgently has no applicant until the project manager has countersigned (R9).</summary>
    private FormValue Applicant(Func<PersonId, FormValue> value) => carryOut.Applicant is { } applicant ? value(applicant) : FormValue.NotYet;

    private IEnumerable<FormField> Chain()
    {
        var involved = Involved().OrderBy(node => ChainText.TierOf(_facts, node)).ThenBy(node => node.Organisation.Value, StringComparer.Ordinal).ToArray();
        var entrusted = involved.Where(node => node.Approved is not null).ToArray();

        yield return new("contractor", new("受託者名", "Contractor"), _facts.Founding is { } founding ? FormValue.Signed(_words.Organisation(founding.Contractor.Organisation)) : FormValue.NotRecorded);
        yield return new("tiers", new("再委託の段階", "Tiers of entrustment"), FormValue.Signed(involved.Select(node => Line.Noted(_words.Organisation(node.Organisation), ChainText.Tier(ChainText.TierOf(_facts, node))))));
        yield return new("approvals", new("承認済み再委託番号", "Approvals of re-entrustment"), entrusted.Length == 0 ? FormValue.NotApplicable
            : FormValue.Signed(entrusted.Select(node => Line.Noted(_words.Organisation(node.Organisation), [DocumentWords.Entry((node.Withdrawn ?? node.Approved)!.Leaf), .. Fallen(node)]))));
    }

    /// <summary>Every organisation of the contractor's side whose people or vehicles the plan names.</summary>
    private IEnumerable<ChainNode> Involved() => Plan.Custodians.Concat(carryOut.Applicant is { } applicant ? [applicant] : [])
        .Select(person => _facts.People.GetValueOrDefault(person)?.Organisation).Append(Plan.Courier).Append(_facts.Founding?.Contractor.Organisation)
        .OfType<OrganisationId>().Distinct().Select(id => _facts.Chain.GetValueOrDefault(id)).OfType<ChainNode>().Where(node => node.Side == Side.Contractor);

    private IEnumerable<FormField> Purpose()
    {
        var text = sources.Paper<ApplicationText>(Plan.TextDigest);
        FormValue Of(Func<ApplicationText, string> part) => Plan.TextDigest is not { } digest ? FormValue.NotStated
            : text is null ? FormValue.Of(Ground.NotRecorded, new Words($"書面は消去済み又は開示なし（{Printed.Short(digest)}）", $"the paper was erased or not disclosed ({Printed.Short(digest)})"))
            : FormValue.Signed(part(text).Split('\n').Select(Line.Same));

        yield return new("subject", new("件名", "Subject"), Plan.Template is { } template ? FormValue.Signed(Line.Same(template.Value)) : FormValue.NotStated);
        yield return new("work", new("業務名", "Work"), _facts.Founding is { } founding ? _words.Declared(Particular.EngagementTitle, founding.Engagement) : FormValue.NotRecorded);
        yield return new("contract", new("契約番号", "Contract number"), _facts.Founding is { } contract ? _words.Declared(Particular.ContractNumber, contract.Engagement) : FormValue.NotRecorded);
        yield return new("purpose", new("持出目的", "Purpose"), Of(paper => paper.Purpose));
        yield return new("necessity", new("持出しの必要性", "Necessity"), Of(paper => paper.Necessity));
        yield return new("why-not-online", new("媒体以外の手段を使えない理由", "Why no channel without media will do"), Of(paper => paper.WhyNotOnline));
    }

    private IEnumerable<FormField> Data()
    {
        yield return new("data-names", new("持出情報の名称", "Datasets"), FormValue.Signed(Plan.Data.Select(data => _words.Dataset(data.Dataset))));
        yield return new("data-fields", new("項目", "Fields"), FormValue.Signed(Plan.Data.Select(data => Line.Of(data.Dataset.Value, data.Dataset.Value, data.Fields.Select(name => _words.Field(data, name))))));
        yield return new("rows", new("抽出範囲", "Rows"), Plan.Handling?.Rows is { } rows
            ? FormValue.Signed(rows.Since is { } since ? Line.Noted(EnumWording.Of(rows.Range), Line.Same(since.Value)) : EnumWording.Of(rows.Range))
            : FormValue.NotStated);
        yield return new("people", new("件数（本人数）", "People"), FormValue.Signed(
            Line.Of("見込み", "planned", Line.People(Plan.PlannedPeople)), Line.Of("上限", "at most", Line.People(Plan.MostPeople))));
        yield return new("minimisation", new("最小化の確認", "Bare minimum"), Minimisation());
        yield return new("classes", new("情報の区分", "Classes of data"), FormValue.Signed(Plan.Data
            .SelectMany(data => _facts.Catalogue.TryGetValue(data.Dataset, out var dataset) ? dataset.Fields.Where(field => data.Fields.Contains(field.Name)) : [])
            .Select(field => field.Class).Distinct().Order().Select(EnumWording.Of)));
        yield return new("confidentiality", new("機密性", "Confidentiality grade"), FormValue.NotRecorded);
        yield return new("source-system", new("元システム", "Source system"), FormValue.NotRecorded);
        yield return new("source-site", new("管理区域（持出元）", "Controlled area it leaves"), FormValue.Signed(_words.Site(Plan.Source)));
        yield return new("source-layer", new("ネットワークの層（持出元）", "Network layer it leaves"), Layer(Plan.Source));
        yield return new("destination-layer", new("ネットワークの層（持出先）", "Network layer it goes to"), Layer(Plan.Destination));
    }

    private FormValue Minimisation()
    {
        if (Plan.Template is not { } id || !_facts.Templates.TryGetValue(id, out var template)) return FormValue.NotStated;

        var reasons = Plan.Handling?.BeyondTemplate ?? [];
        var beyond = Plan.Data.SelectMany(asked => asked.Fields
            .Where(field => !template.NeedsField(asked.Dataset, field))
            .Select(field => Reasoned(asked.Dataset, field, reasons.FirstOrDefault(reason => reason.Dataset == asked.Dataset && reason.Field == field)?.Why))).ToArray();
        return beyond.Length == 0
            ? FormValue.Signed(new Words("目的別ひな型にある項目のみ", "only fields of the purpose template"))
            : FormValue.Signed(Line.Of("ひな型を超える項目", "beyond the template", beyond));
    }

    /// <summary>Each field beyond the template stands beside the paper with its own reason.</summary>
    private static Words Reasoned(DatasetId dataset, string field, Digest? why) =>
        why is null ? Line.Same($"{dataset}.{field}") : new($"{dataset}.{field}（理由の書面 {Printed.Short(why)}）", $"{dataset}.{field} (paper with the reason {Printed.Short(why)})");

    private FormValue Layer(SiteId site) => _facts.Sites.TryGetValue(site, out var layer) ? FormValue.Signed(EnumWording.Of(layer)) : FormValue.NotRecorded;

    private static Words[] Fallen(ChainNode node) => node.Withdrawn is null ? [] : [new("取消し", "withdrawn")];
}
