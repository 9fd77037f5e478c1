using System.Globalization;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Applications;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>再委託承認申請書 of one organisation of the chain, with what became of it and the list of those who do the work.</summary>
internal sealed class ReentrustmentForm(DocumentSources sources, ChainNode node)
{
    private readonly Engagement _facts = sources.Facts;
    private readonly DocumentWords _words = new(sources.Facts, sources.Particulars);
    private readonly ReentrustmentText? _text = sources.Paper<ReentrustmentText>(node.Text);

    internal Document Make() => sources.Titled(DocumentKind.Reentrustment, new("再委託承認申請書", "Application for approval of re-entrustment"),
    [
        new Part.Fields(new("再委託先", "To whom"), [.. Whom()]),
        new Part.Fields(new("再委託の内容", "What"), [.. What()]),
        new Part.Fields(new("承認", "Approval"), [.. Approval()]),
        new StaffLedger(sources).Make(Staff()),
    ]);

    private IEnumerable<FormField> Whom()
    {
        yield return new("name", new("再委託先名称", "Name"), _words.Declared(Particular.OrganisationName, node.Organisation));
        yield return new("code", new("組織番号", "Code in the record"), FormValue.Signed(Line.Noted(node.Organisation.Value, EnumWording.Of(node.Kind))));
        yield return new("address", new("所在地", "Address"), _words.Declared(Particular.OrganisationAddress, node.Organisation));
        yield return new("head", new("代表者", "Head"), _words.Declared(Particular.OrganisationHead, node.Organisation));
        yield return new("representative", new("代表者として署名する者", "Who signs as its representative"), Representatives() is { Length: > 0 } all ? FormValue.Signed(all.Select(_words.Person)) : FormValue.NotRecorded);
        yield return new("entrusted-by", new("再委託する者", "Entrusted by"), node.EntrustedBy is { } above ? FormValue.Signed(_words.Organisation(above)) : FormValue.NotApplicable);
        yield return new("tier", new("再委託の段階", "Tier of entrustment"), FormValue.Signed(ChainText.Tier(ChainText.TierOf(_facts, node))));
    }

    private IEnumerable<FormField> What()
    {
        yield return new("work", new("再委託する業務", "Work to be entrusted"), Of(text => text.Work));
        yield return new("reason", new("再委託する理由", "Reason"), Of(text => text.Reason));
        yield return new("personal-data", new("取り扱う個人情報", "Personal data handled"), Of(text => text.PersonalData));
        yield return new("safeguards", new("安全管理措置", "Safeguards"), Of(text => text.Safeguards));
        yield return new("supervision", new("監督方法", "Supervision"), Of(text => text.Supervision));
        yield return new("period", new("期間", "Period"), Period());
        yield return new("further", new("再々委託の有無", "Further re-entrustment"), Below() is { Length: > 0 } below
            ? FormValue.Signed([new Words("有", "yes"), .. below.Select(other => _words.Organisation(other.Organisation))])
            : FormValue.Signed(new Words("無（承認された再々委託先なし）", "none approved")));
        yield return new("staff", new("従事者名簿", "Staff list"), _facts.Lists.TryGetValue(node.Organisation, out var list)
            ? FormValue.Signed(Line.Noted(new Words($"{list.People.Count}人", $"{list.People.Count} people"), _words.Seal(list.Mark)))
            : FormValue.NotYet);
    }

    private IEnumerable<FormField> Approval()
    {
        yield return new("approval", new("承認番号・承認日時", "Approval"), ChainText.Approval(node, _words));
    }

    private FormValue Of(Func<ReentrustmentText, string> part) => _text is { } text ? FormValue.Declared(part(text).Split('\n').Select(Line.Same))
        : node.Text is null ? FormValue.NotStated
        : FormValue.Of(Ground.NotRecorded, new Words($"書面は消去済み又は開示なし（{Printed.Short(node.Text)}）", $"the paper was erased or not disclosed ({Printed.Short(node.Text)})"));

    private FormValue Period() => _text is { } text && Day(text.From) is { } from && Day(text.Until) is { } until
        ? FormValue.Declared(new Words($"{JapaneseTime.Date(from)} から {JapaneseTime.Date(until)} まで", $"{text.From} to {text.Until}"))
        : Of(paper => $"{paper.From} - {paper.Until}");

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private PersonId[] Representatives() => [.. Staff().Where(person => person.Holds(Role.Representative, _facts.LastAt)).Select(person => person.Id).OrderBy(id => id.Value, StringComparer.Ordinal)];

    private IEnumerable<Person> Staff() => _facts.People.Values.Where(person => person.Organisation == node.Organisation);

    private ChainNode[] Below() => [.. _facts.Chain.Values.Where(other => other.EntrustedBy == node.Organisation && other.Withdrawn is null).OrderBy(other => other.Organisation.Value, StringComparer.Ordinal)];
}
