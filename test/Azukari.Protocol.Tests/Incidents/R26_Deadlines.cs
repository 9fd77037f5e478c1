using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents.Laws;
using Azukari.Protocol.Incidents;
using Azukari.Protocol.Tests.Wording;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Tests.Incidents;

/// <summary>R26: a deadline is shown with its nominal and its rolled day, how it was counted, where it stands and which edition it came from.</summary>
public sealed class R26_Deadlines
{
    private static readonly DateTimeOffset Knew = new(2022, 6, 22, 4, 45, 0, TimeSpan.Zero);

    [Fact]
    public void Nominal_and_rolled_stand_beside_each_other()
    {
        var words = Of("jp-private", BreachDuty.FinalReport, EntityKind.PrivateOperator, facts => facts with { ImproperPurpose = true });

        Assert.Equal(
            "確報（法令）：名目の期限 令和4年8月20日（土）、閉庁日のため 令和4年8月22日（月）まで。起点 令和4年6月22日（水）13時45分から 60日（初日算入・休日を含む）。個人情報の保護に関する法律施行規則 第8条（jp-private 2022-04-01.1版、祝日表 2026-10-01.1）",
            words.Ja);
        Assert.Equal(
            "final report (statute): nominally Saturday, 20 August 2022; closed then, so by Monday, 22 August 2022; 60 calendar days, the first day included, from 22 June 2022, 13:45 (UTC+9); Enforcement Rules of the Act on the Protection of Personal Information, Art. 8 (jp-private, edition 2022-04-01.1, holidays 2026-10-01.1)",
            words.En);
    }

    [Fact]
    public void Hours_have_their_moment_and_what_nobody_verified_says_so()
    {
        var words = Of("gdpr", BreachDuty.AuthorityReport, EntityKind.EuEntity);

        Assert.Contains("25 June 2022, 13:45 (UTC+9)", words.En, StringComparison.Ordinal);
        Assert.Contains("not verified", words.En, StringComparison.Ordinal);
        Assert.Contains("未確認", words.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_law_gives_no_number_none_is_made_up() =>
        Assert.Contains("without delay; the law gives no number", Of("jp-private", BreachDuty.NoticeToPersons, EntityKind.PrivateOperator).En, StringComparison.Ordinal);

    [Fact]
    public void A_roll_over_holidays_that_are_not_published_says_so() =>
        Assert.Contains("look at the calendar", Of("jp-private", BreachDuty.FinalReport, EntityKind.PrivateOperator, facts => facts with { KnewAt = Knew.AddYears(5) }).En, StringComparison.Ordinal);

    [Fact]
    public void Who_knew_when_is_shown_with_the_alarms_before()
    {
        var digest = new Domain.Digest(new string('a', 64));
        var knew = new EntityKnowledge(new("city"), new(Knew, digest), KnownBy.Acknowledgement, [new(Knew.AddHours(-2), digest)]);

        Assert.Equal("city: 22 June 2022, 13:45 (UTC+9), acknowledgement of an alarm (alarms before that: 22 June 2022, 11:45 (UTC+9))", DeadlineWording.Of(knew, "Asia/Tokyo").En);
        Assert.Equal("city：まだ知らない", DeadlineWording.Of(knew with { At = null, How = null, AlarmsBefore = [] }, "Asia/Tokyo").Ja);
    }

    [Fact]
    public void Every_deadline_of_every_law_has_words_in_both_languages()
    {
        foreach (var pack in LawPacksOnFile.Shipped)
            foreach (var role in Enum.GetValues<ChainRole>())
            {
                var facts = Facts(pack.Law.AppliesTo[0]) with { Entity = new(new("city"), pack.Law.AppliesTo, role) };
                Assert.All(BreachClocks.Of(pack.Law, facts, HolidaysOnFile.Shipped), deadline => Both.AreWords(DeadlineWording.Of(deadline, pack), pack.Law.Id.Value));
            }

        Both.AreSentences(ReportSentences.NoLegalAdvice, "disclaimer");
    }

    private static Words Of(string id, BreachDuty duty, EntityKind kind, Func<BreachFacts, BreachFacts>? change = null)
    {
        var pack = LawPacksOnFile.Shipped.First(pack => pack.Law.Id.Value == id);
        var facts = Facts(kind);
        return DeadlineWording.Of(BreachClocks.Of(pack.Law, change?.Invoke(facts) ?? facts, HolidaysOnFile.Shipped).First(deadline => deadline.Duty == duty), pack);
    }

    private static BreachFacts Facts(EntityKind kind) => new()
    {
        Entity = new(new("city"), [kind], ChainRole.Owner),
        Calendar = Calendar.Japan,
        KnewAt = Knew,
        People = [new(Knew, 10, 10)],
        Classes = [FieldClass.SpecialCare, FieldClass.MyNumber],
    };
}
