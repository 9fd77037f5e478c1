using System.Reflection;
using Azukari.Domain;
using Azukari.Domain.Incidents;
using Azukari.Domain.Incidents.Laws;
using Azukari.Protocol.Incidents;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Tests.Incidents;

/// <summary>R27: a report says of protection only what entries prove, lists what is not, and describes no password and no key to anybody.</summary>
public sealed class R27_Reports
{
    private static readonly string[] Never = ["パスワード", "パスフレーズ", "暗証", "桁", "文字数", "ビット", "password", "passphrase", "passcode", "digit", "characters", "bits", "-bit"];

    private static readonly CarryOut Lost = Wording.Facts.Known.CarryOuts[Wording.Facts.CarryOut] with
    {
        Losses = [new(new(Wording.Facts.At(21, 22), Wording.Facts.Hash('f')), LossKind.Lost, new("p-3"), NamedInPermit: true)],
    };

    [Fact]
    public void With_the_list_of_today_the_exemption_is_not_demonstrated_and_what_is_missing_is_listed()
    {
        var exemption = Exemption.Of(Wording.Facts.Known, Lost, PrimitivesOnFile.Shipped.ContentCipherIsListed);
        var lines = Drafts().SelectMany(draft => draft.Report()).SelectMany(item => item.Lines).ToArray();

        Assert.False(exemption.IsDemonstrated);
        Assert.Contains(ReportSentences.NotExempt, lines);
        Assert.DoesNotContain(ReportSentences.Exempt, lines);
        Assert.Contains(lines, line => line.En == "Not demonstrated: the cipher was read on a list of an evaluating body");
        Assert.All(exemption.Unmet, condition => Assert.Contains(lines, line => line.Ja.EndsWith(LawWording.Of(condition).Ja, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_persons_hear_nothing_of_it() =>
        Assert.DoesNotContain(Drafts().SelectMany(draft => draft.Notice()).SelectMany(item => item.Lines), line => line.En.Contains("emonstrated", StringComparison.Ordinal));

    [Fact]
    public void No_report_no_notice_and_no_sentence_of_ours_describes_a_password_or_a_key()
    {
        var said = Drafts().SelectMany(draft => draft.Report().Concat(draft.Notice())).SelectMany(item => item.Lines.Append(item.Name))
            .Concat(typeof(ReportSentences).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (Words)property.GetValue(null)!))
            .Concat(Enum.GetValues<ExemptionCondition>().Select(LawWording.Of)).ToArray();

        Assert.NotEmpty(said);
        Assert.All(Never, word => Assert.DoesNotContain(said, line => $"{line.Ja}\n{line.En}".Contains(word, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains(Never, word => "パスワードは英数字13桁".Contains(word, StringComparison.Ordinal)); // the control: what was said once, and should not have been
    }

    private static IEnumerable<ReportDraft> Drafts() => LawPacksOnFile.Shipped.Select(pack => new ReportDraft(
        pack, BreachFacts.From(Wording.Facts.Known, Lost, new("vendor"), BreachJudgement.None, exemptionDemonstrated: false)!, Wording.Facts.Known, Lost, []));
}
