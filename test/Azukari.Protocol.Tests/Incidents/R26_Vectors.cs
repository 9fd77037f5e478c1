using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.Incidents.Laws;
using Azukari.Protocol.Incidents;

namespace Azukari.Protocol.Tests.Incidents;

/// <summary>R26: the packs and holidays that are shipped give the deadlines of the law sheet.</summary>
public sealed class R26_Vectors
{
    [Theory]
    [InlineData("2022-06-22", "2022-07-21", "2022-07-21", "2022-08-20", "2022-08-22")]
    [InlineData("2026-12-01", "2026-12-30", "2027-01-04", "2027-01-29", "2027-01-29")]
    [InlineData("2026-04-04", "2026-05-03", "2026-05-07", "2026-06-02", "2026-06-02")]
    [InlineData("2026-09-05", "2026-10-04", "2026-10-05", "2026-11-03", "2026-11-04")]
    [InlineData("2024-02-06", "2024-03-06", "2024-03-06", "2024-04-05", "2024-04-05")]
    public void Thirty_and_sixty_days_private_public_and_my_number(string known, string nominal30, string due30, string nominal60, string due60)
    {
        foreach (var kind in new[] { EntityKind.PrivateOperator, EntityKind.NationalBody })
        {
            var facts = Facts(known, kind) with { Classes = [FieldClass.SpecialCare, FieldClass.MyNumber] };

            Assert.All(Finals(facts, expected: 2), final => Assert.Equal((Day(nominal30), Day(due30)), (final.Nominal!.Value, final.Due!.Value)));
            Assert.All(Finals(facts with { ImproperPurpose = true }, expected: 2), final => Assert.Equal((Day(nominal60), Day(due60)), (final.Nominal!.Value, final.Due!.Value)));
        }
    }

    [Fact]
    public void A_municipality_is_bound_from_april_2023_and_amagasaki_was_not()
    {
        Assert.Empty(Obligations(Facts("2022-06-22", EntityKind.LocalBody)));
        Assert.Empty(Obligations(Facts("2023-03-31", EntityKind.LocalBody)));
        Assert.Equal("2023-04-01.1", Assert.Single(Obligations(Facts("2023-04-01", EntityKind.LocalBody))).Pack.Edition);
        Assert.Equal(new(2024, 3, 6), Assert.Single(Finals(Facts("2024-02-06", EntityKind.LocalBody), expected: 1)).Due);
    }

    [Fact]
    public void The_company_of_amagasaki_had_60_days_after_a_theft_and_30_after_a_loss_of_460_517_people()
    {
        var company = Facts("2022-06-22", EntityKind.PrivateOperator) with { Classes = [FieldClass.Contact], People = [new(Noon("2022-06-22"), 460_517, 460_517)] };

        Assert.Equal(["4"], Obligations(company).Single().Triggers.Select(trigger => trigger.Item));
        Assert.Equal((new DateOnly(2022, 7, 21), "2022-04-01.1"), Finals(company, expected: 1).Select(final => (final.Due!.Value, final.Edition)).Single());
        Assert.Equal(new(2022, 8, 22), Finals(company with { ImproperPurpose = true }, expected: 1).Single().Due);
    }

    [Theory]
    [InlineData(EntityKind.PrivateOperator, 1000)]
    [InlineData(EntityKind.NationalBody, 100)]
    [InlineData(EntityKind.LocalBody, 100)]
    public void The_threshold_is_passed_by_one_person_more(EntityKind kind, long limit)
    {
        var facts = Facts("2026-06-10", kind) with { Classes = [FieldClass.Contact] };

        Assert.Empty(Obligations(facts with { People = [new(Noon("2026-06-10"), limit, limit)] }));
        Assert.Equal(["4"], Obligations(facts with { People = [new(Noon("2026-06-10"), limit + 1, limit + 1)] }).Single().Triggers.Select(trigger => trigger.Item));
    }

    [Theory]
    [InlineData("2024-03-31", "2022-04-01.1")]
    [InlineData("2024-04-01", "2024-04-01.1")]
    public void The_private_edition_changes_in_april_2024(string known, string edition) =>
        Assert.Equal(edition, Assert.Single(Obligations(Facts(known, EntityKind.PrivateOperator))).Pack.Edition);

    [Theory]
    [InlineData(EntityKind.EuEntity, "gdpr")]
    [InlineData(EntityKind.UkEntity, "uk-gdpr")]
    public void Seventy_two_hours_from_awareness_through_the_weekend(EntityKind kind, string pack)
    {
        var aware = new DateTimeOffset(2022, 6, 22, 15, 45, 0, TimeSpan.FromHours(9));
        var obligation = Assert.Single(Obligations(Facts("2022-06-22", kind) with { KnewAt = aware }));

        Assert.Equal(pack, obligation.Pack.Id.Value);
        Assert.Equal(aware.AddHours(72), obligation.Deadlines.Single(deadline => deadline.Duty == BreachDuty.AuthorityReport).Instant);
    }

    [Fact]
    public void Hipaa_asks_for_sixty_calendar_days()
    {
        var facts = Facts("2017-11-02", EntityKind.HipaaEntity);
        DateOnly? Due(BreachDuty duty, long people) => Obligations(facts with { People = [new(Noon("2017-11-02"), people, people)] }).Single().Deadlines.SingleOrDefault(deadline => deadline.Duty == duty)?.Due;

        Assert.Equal(new(2018, 1, 1), Due(BreachDuty.NoticeToPersons, 10));
        Assert.Equal((null, new DateOnly(2018, 3, 1)), (Due(BreachDuty.AuthorityReport, 499), Due(BreachDuty.YearlyReport, 499)));
        Assert.Equal((new DateOnly(2018, 1, 1), null, null), (Due(BreachDuty.AuthorityReport, 500), Due(BreachDuty.YearlyReport, 500), Due(BreachDuty.NoticeToMedia, 500)));
        Assert.Equal(new(2018, 1, 1), Due(BreachDuty.NoticeToMedia, 501));
        Assert.Equal(new(2018, 1, 1), Assert.Single(Obligations(facts with { Entity = facts.Entity with { Role = ChainRole.Entrustee } }).Single().Deadlines).Due);
    }

    [Fact]
    public void An_entity_under_several_laws_has_the_clocks_of_each()
    {
        var facts = Facts("2026-06-10", EntityKind.PrivateOperator) with { Classes = [FieldClass.MyNumber, FieldClass.SpecialCare] };
        var abroad = facts with { Entity = facts.Entity with { Kinds = [EntityKind.PrivateOperator, EntityKind.EuEntity] } };

        Assert.Equal(["gdpr", "jp-my-number", "jp-private"], Obligations(abroad).Select(obligation => obligation.Pack.Id.Value));
    }

    [Fact]
    public void Whatever_the_day_a_final_report_is_due_on_an_open_day_not_before_the_nominal_one_and_never_earlier_than_the_day_befores()
    {
        var law = LawPacksOnFile.Shipped.Single(pack => pack.Law.Edition == "2024-04-01.1").Law;
        var last = DateOnly.MinValue;
        for (var day = new DateOnly(2022, 1, 1); day < new DateOnly(2027, 11, 1); day = day.AddDays(1))
        {
            var final = BreachClocks.Of(law, Facts(day.ToString("yyyy-MM-dd"), EntityKind.PrivateOperator), HolidaysOnFile.Shipped).Single(deadline => deadline.Duty == BreachDuty.FinalReport);

            Assert.Equal(day.AddDays(29), final.Nominal);
            Assert.True(final.Nominal <= final.Due && last <= final.Due && !HolidaysOnFile.Shipped.IsClosed(final.Due!.Value));
            last = final.Due!.Value;
        }
    }

    private static PackObligation[] Obligations(BreachFacts facts) =>
        [.. BreachObligations.Of(LawPacksOnFile.Shipped.Select(pack => pack.Law), facts, HolidaysOnFile.Shipped)];

    private static BreachDeadline[] Finals(BreachFacts facts, int expected)
    {
        BreachDeadline[] finals = [.. Obligations(facts).SelectMany(obligation => obligation.Deadlines).Where(deadline => deadline.Duty == BreachDuty.FinalReport)];
        Assert.Equal(expected, finals.Length);
        return finals;
    }

    private static BreachFacts Facts(string known, EntityKind kind) => new()
    {
        Entity = new(new("city"), [kind], ChainRole.Owner),
        Calendar = Calendar.Japan,
        KnewAt = Noon(known),
        People = [new(Noon(known), 10, 10)],
        Classes = [FieldClass.SpecialCare],
        Events = [LossKind.Lost],
    };

    private static DateTimeOffset Noon(string day) => new(Day(day).ToDateTime(new(12, 0)), TimeSpan.FromHours(9));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
