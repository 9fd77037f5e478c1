using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.Incidents.Laws;
using Azukari.Protocol.Incidents;
using Azukari.Protocol.Tests.Wording;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Tests.Incidents;

/// <summary>R26, R27: drafts say what the record knows, "unknown" elsewhere, and never how the data was protected to those who need not know.</summary>
public sealed class R26_Drafts
{
    private static readonly CarryOut Lost = Wording.Facts.Known.CarryOuts[Wording.Facts.CarryOut] with
    {
        Losses = [new(new(Wording.Facts.At(21, 22), Wording.Facts.Hash('f')), LossKind.Lost, new("p-3"), NamedInPermit: true)],
    };

    private static readonly Engagement Known = Wording.Facts.Known with { CarryOuts = Wording.Facts.Known.CarryOuts.SetItem(Lost.Id, Lost) };

    private static readonly LawPackDocument Private = LawPacksOnFile.Shipped.First(pack => pack.Law.Id.Value == "jp-private");

    private static BreachFacts Breach => BreachFacts.From(Known, Lost, new("vendor"), BreachJudgement.None, exemptionDemonstrated: false)! with { OutOfTheHouse = true };

    [Fact]
    public void A_report_numbers_its_nine_items_and_says_unknown_where_nobody_knows()
    {
        var report = Draft().Report();

        Assert.Equal(Enumerable.Range(1, 9), report.Select(item => item.Number));
        Assert.All(report, item => Assert.NotEmpty(item.Lines));
        Assert.All(report.Where(item => item.State == ItemState.Unknown).SelectMany(item => item.Lines), line =>
        {
            Assert.EndsWith("不明（確認中）", line.Ja, StringComparison.Ordinal);
            Assert.EndsWith("unknown, being looked into", line.En, StringComparison.Ordinal);
        });
        Assert.Equal(["確定：460,517人"], report[2].Lines.Select(line => line.Ja));
        Assert.Contains("Reportable situations: 4 (more than 1,000 persons)", report[0].Lines.Select(line => line.En));
        Assert.Contains(report[0].Lines, line => line.En == "21 June 2022, 22:00 (UTC+9): reported: lost");
        Assert.Contains(report[0].Lines, line => line.Ja == "発生日：不明（確認中）、令和4年6月21日（火）19時00分より後");
        Assert.All(report.SelectMany(item => item.Lines).Where(line => !line.Ja.StartsWith("媒体", StringComparison.Ordinal)), line => Both.AreWords(line, "report"));
    }

    [Fact]
    public void An_exemption_that_is_not_demonstrated_is_said_in_these_words()
    {
        Assert.Contains(ReportSentences.NotExempt, Draft().Report()[0].Lines);
        Assert.Equal("Exemption for protected data: not demonstrated.", ReportSentences.NotExempt.En);
        Assert.Contains(ReportSentences.Exempt, new ReportDraft(Private, Breach with { ExemptionDemonstrated = true }, Known, Lost, []).Report()[0].Lines);
    }

    [Fact]
    public void What_a_person_wrote_takes_the_place_of_what_nobody_knew_and_a_reason_says_so()
    {
        var report = Draft(ItemText.Create(ReportItem.Cause, "飲酒後に鞄を紛失"), ItemText.Create(ReportItem.Publication, "調査中", isReason: true)).Report();

        Assert.Equal((ItemState.Written, "飲酒後に鞄を紛失"), (report[3].State, Assert.Single(report[3].Lines).Ja));
        Assert.Equal((ItemState.Excused, "不明である理由：調査中"), (report[6].State, Assert.Single(report[6].Lines).Ja));
    }

    [Fact]
    public void A_final_report_waits_for_all_nine()
    {
        var open = Draft().Blocking();
        Assert.Equal(8, open.Length);

        var all = open.Select(item => ItemText.Create(item, "text", isReason: item == ReportItem.SecondaryDamage)).ToArray();
        Assert.Empty(Draft(all).Blocking());
        Assert.Single(Draft(all[1..]).Blocking());
    }

    [Fact]
    public void The_persons_get_five_items_without_counts_chain_or_anything_about_keys_and_passwords()
    {
        var notice = Draft().Notice();
        Assert.Equal([1, 2, 4, 5, 9], notice.Select(item => item.Number));

        var text = string.Join('\n', notice.SelectMany(item => item.Lines).Select(line => line.Ja + line.En));
        string[] never = ["460", "vendor", "鍵", "暗号", "パスワード", " key", "encrypt", "password", "Exemption", "seal"];
        Assert.All(never, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("address", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_law_drafts_under_its_own_names() => Assert.All(LawPacksOnFile.Shipped, pack =>
    {
        var draft = new ReportDraft(pack, Breach, Known, Lost, []);

        Assert.Equal(pack.Law.RequiredItems.Length, draft.Report().Length);
        Assert.Equal(pack.Law.NoticeItems.Length, draft.Notice().Length);
        Assert.All(draft.Report().Concat(draft.Notice()), item => Both.AreWords(item.Name, pack.Law.Id.Value));
    });

    [Fact]
    public void A_text_is_committed_to_with_its_salt()
    {
        var text = ItemText.Create(ReportItem.Cause, "cause");

        Assert.Equal(text.Commitment(), text.Answer().Text);
        Assert.NotEqual(text.Commitment(), ItemText.Create(ReportItem.Cause, "cause").Commitment());
    }

    [Fact]
    public void A_range_of_people_is_written_as_one()
    {
        string Count(PersonCount? count) => Assert.Single(new ReportDraft(Private, Breach with { People = count is null ? [] : [count] }, Known, Lost, []).Report()[2].Lines).En;
        var at = Wording.Facts.At(22, 9);

        Assert.Equal("At most: 1,000 people (3 people confirmed)", Count(new(at, 3, 1000)));
        Assert.Equal("At most: 1,000 people", Count(new(at, null, 1000)));
        Assert.Equal("At least: 3 people; the most is unknown, being looked into", Count(new(at, 3, null)));
        Assert.Equal("unknown, being looked into", Count(new(at, null, null)));
        Assert.Equal("unknown, being looked into", Count(null));
    }

    private static ReportDraft Draft(params ItemText[] texts) => new(Private, Breach, Known, Lost, texts);
}
