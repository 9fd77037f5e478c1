using Azukari.Domain.Incidents.Laws;
using static Azukari.Domain.Tests.LawSamples;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R26: clocks of breach law. The day of knowledge is day 1, holidays count, an end on a closed day moves to the first open one.</summary>
public sealed class R26_Clocks
{
    private static readonly DateOnly Wednesday = new(2026, 6, 10);

    [Theory]
    [InlineData("2022-06-22", "2022-07-21", "2022-07-21", "2022-08-20", "2022-08-22")]
    [InlineData("2026-12-01", "2026-12-30", "2027-01-04", "2027-01-29", "2027-01-29")]
    [InlineData("2026-04-04", "2026-05-03", "2026-05-07", "2026-06-02", "2026-06-02")]
    [InlineData("2026-09-05", "2026-10-04", "2026-10-05", "2026-11-03", "2026-11-04")]
    [InlineData("2024-02-06", "2024-03-06", "2024-03-06", "2024-04-05", "2024-04-05")]
    public void A_final_report_is_due_on_the_known_day_and_29_or_with_an_improper_purpose_59(string known, string nominal30, string due30, string nominal60, string due60)
    {
        var facts = Known(Date(known));
        var thirty = FinalReport(Private, facts)!;
        var sixty = FinalReport(Private, facts with { ImproperPurpose = true })!;

        Assert.Equal((30, Date(nominal30), Date(due30)), (thirty.Amount, thirty.Nominal, thirty.Due));
        Assert.Equal((60, Date(nominal60), Date(due60)), (sixty.Amount, sixty.Nominal, sixty.Due));
    }

    [Fact]
    public void Sixty_days_run_whenever_item_3_is_among_the_situations_and_for_my_number_item_2()
    {
        var theft = Known(Wednesday) with { ImproperPurpose = true };
        Assert.Equal(["1", "3"], Items(Private, theft));
        Assert.Equal(60, FinalReport(Private, theft)!.Amount);

        var numbers = theft with { Classes = [Catalogue.FieldClass.MyNumber] };
        Assert.Equal(60, FinalReport(MyNumber, numbers)!.Amount);
        Assert.Equal(30, FinalReport(MyNumber, numbers with { ImproperPurpose = false, OpenToAll = true })!.Amount);
    }

    [Fact]
    public void A_prompt_report_has_its_targets_on_day_3_and_day_5_and_no_closed_day_moves_them()
    {
        var saturday = new DateOnly(2026, 6, 13);
        var prompt = BreachClocks.Of(Private, Known(saturday), Closed).Where(deadline => deadline.Duty == BreachDuty.PromptReport).ToArray();

        Assert.Equal([saturday.AddDays(2), saturday.AddDays(4)], prompt.Select(deadline => deadline.Nominal!.Value));
        Assert.All(BreachClocks.Of(Private, Known(saturday.AddDays(-2)), Closed).Where(deadline => deadline.Duty == BreachDuty.PromptReport), deadline =>
        {
            Assert.Equal(Binding.Guidance, deadline.Binding);
            Assert.Equal(deadline.Nominal, deadline.Due);
        });
    }

    [Fact]
    public void The_day_is_the_civil_one_of_the_place()
    {
        var night = new DateTimeOffset(2022, 6, 21, 15, 30, 0, TimeSpan.Zero); // Half past midnight of the 22nd in Japan.

        Assert.Equal(new(2022, 7, 21), FinalReport(Private, Known(new(2022, 6, 1)) with { KnewAt = night })!.Nominal);
        Assert.Equal(new(2022, 7, 20), FinalReport(Private, Known(new(2022, 6, 1)) with { KnewAt = night, Calendar = new(0, 3) })!.Nominal);
    }

    [Fact]
    public void Each_legal_entity_has_its_own_clock_and_the_entrustors_starts_at_the_latest_with_the_entrustees_notice()
    {
        var city = Known(Wednesday, Municipality) with { KnewAt = null };
        Assert.Empty(BreachClocks.Of(Public, city, Closed));

        var told = city with { EntrusteeNoticeAt = Noon(Wednesday.AddDays(2)) };
        Assert.Equal(Wednesday.AddDays(2 + 29), FinalReport(Public, told)!.Nominal);

        var knewBefore = told with { KnewAt = Noon(Wednesday.AddDays(1)) };
        Assert.Equal(Wednesday.AddDays(1 + 29), FinalReport(Public, knewBefore)!.Nominal);
        Assert.Equal(Wednesday.AddDays(29), FinalReport(Private, Known(Wednesday))!.Nominal);
    }

    [Fact]
    public void An_entrustee_that_told_its_entrustor_owes_no_report_and_no_notice_but_a_public_body_still_does()
    {
        var company = Known(Wednesday) with { EntrustorNotifiedAt = Noon(Wednesday) };
        Assert.Equal([BreachDuty.NoticeToEntrustor], BreachClocks.Of(Private, company, Closed).Select(deadline => deadline.Duty));

        var body = company with { Entity = Municipality with { Role = ChainRole.Entrustee } };
        Assert.NotNull(FinalReport(Public, body));
    }

    [Fact]
    public void A_count_that_grows_past_the_threshold_starts_the_clock_at_that_moment()
    {
        var facts = Known(Wednesday) with { Classes = [Catalogue.FieldClass.Contact], People = [Exactly(Wednesday, 1000)] };
        Assert.Empty(BreachClocks.Of(Private, facts, Closed));

        var grown = facts with { People = [.. facts.People, Exactly(Wednesday.AddDays(9), 1001)] };
        Assert.Equal(Wednesday.AddDays(9 + 29), FinalReport(Private, grown)!.Nominal);
        Assert.Equal(Noon(Wednesday.AddDays(9)), FinalReport(Private, grown)!.Start);
    }

    [Fact]
    public void A_situation_that_joins_later_does_not_start_the_clock_anew()
    {
        var facts = Known(Wednesday) with { People = [Exactly(Wednesday, 10), Exactly(Wednesday.AddDays(9), 5000)] };

        Assert.Equal(["1", "4"], Items(Private, facts));
        Assert.Equal(Wednesday.AddDays(29), FinalReport(Private, facts)!.Nominal);
    }

    [Fact]
    public void Seventy_two_hours_run_through_the_weekend()
    {
        var facts = Known(Wednesday, new(Contractor, [EntityKind.EuEntity], ChainRole.Owner)) with { KnewAt = new(2022, 6, 22, 15, 45, 0, TimeSpan.FromHours(9)) };
        var report = BreachClocks.Of(Gdpr, facts, Closed).Single(deadline => deadline.Duty == BreachDuty.AuthorityReport);

        Assert.Equal(new DateTimeOffset(2022, 6, 25, 15, 45, 0, TimeSpan.FromHours(9)), report.Instant);
        Assert.Equal((new DateOnly(2022, 6, 25), DayOfWeek.Saturday), (report.Due!.Value, report.Due.Value.DayOfWeek));
    }

    [Fact]
    public void Only_a_high_risk_or_one_that_nobody_assessed_and_data_that_was_not_protected_asks_for_a_notice_under_gdpr()
    {
        var facts = Known(Wednesday, new(Contractor, [EntityKind.EuEntity], ChainRole.Owner));
        Assert.True(Notifies(facts));
        Assert.True(Notifies(facts with { Risk = RiskAssessment.High }));
        Assert.False(Notifies(facts with { Risk = RiskAssessment.Present }));
        Assert.False(Notifies(facts with { ExemptionDemonstrated = true }));
        Assert.Single(BreachClocks.Of(Gdpr, facts with { ExemptionDemonstrated = true }, Closed));
        Assert.Empty(BreachClocks.Of(Gdpr, facts with { Risk = RiskAssessment.Unlikely }, Closed));
        Assert.Equal([BreachDuty.NoticeToEntrustor], BreachClocks.Of(Gdpr, facts with { Entity = facts.Entity with { Role = ChainRole.Entrustee } }, Closed).Select(deadline => deadline.Duty));

        static bool Notifies(BreachFacts facts) => BreachClocks.Of(Gdpr, facts, Closed).Any(deadline => deadline is { Duty: BreachDuty.NoticeToPersons, Nominal: null });
    }

    [Fact]
    public void Hipaa_counts_sixty_days_after_the_day_and_small_breaches_after_the_end_of_the_year()
    {
        var discovered = new DateOnly(2017, 11, 2);
        var entity = new LegalEntity(Contractor, [EntityKind.HipaaEntity], ChainRole.Owner);
        BreachDeadline[] Of(PersonCount count) => [.. BreachClocks.Of(Hipaa, Known(discovered, entity) with { People = [count] }, Closed)];

        Assert.Equal(
            [(BreachDuty.NoticeToPersons, new DateOnly(2018, 1, 1)), (BreachDuty.YearlyReport, new(2018, 3, 1))], Of(Exactly(discovered, 499)).Select(deadline => (deadline.Duty, deadline.Due!.Value)));
        Assert.Equal(
            [(BreachDuty.NoticeToPersons, new DateOnly(2018, 1, 1)), (BreachDuty.AuthorityReport, new(2018, 1, 1))], Of(Exactly(discovered, 500)).Select(deadline => (deadline.Duty, deadline.Due!.Value)));
        Assert.Equal([BreachDuty.NoticeToPersons, BreachDuty.AuthorityReport], Of(new(Noon(discovered), 3, 800)).Select(deadline => deadline.Duty));
    }

    [Fact]
    public void Several_laws_run_at_once_and_each_deadline_says_which_edition_it_came_from()
    {
        var facts = Known(Wednesday, Municipality) with { Classes = [Catalogue.FieldClass.SpecialCare, Catalogue.FieldClass.MyNumber] };
        var obligations = BreachObligations.Of([Private, Public, MyNumber, Gdpr], facts, Closed);

        Assert.Equal(["jp-public", "jp-my-number"], obligations.Select(obligation => obligation.Pack.Id.Value));
        Assert.All(obligations.SelectMany(obligation => obligation.Deadlines), deadline => Assert.Equal(("2020-01-01.1", City), (deadline.Edition, deadline.Organisation)));
    }

    [Fact]
    public void The_edition_is_the_one_in_force_on_the_day_of_knowledge_and_no_law_reaches_back()
    {
        var first = Public with { EffectiveTo = Wednesday };
        var second = Public with { Edition = "2026-06-11.1", EffectiveFrom = Wednesday.AddDays(1) };
        string[] Editions(DateOnly known) => [.. BreachObligations.Of([first, second], Known(known, Municipality), Closed).Select(obligation => obligation.Pack.Edition)];

        Assert.Equal(["2020-01-01.1"], Editions(Wednesday));
        Assert.Equal(["2026-06-11.1"], Editions(Wednesday.AddDays(1)));
        Assert.Empty(Editions(Always.AddDays(-1)));
    }

    [Fact]
    public void A_deadline_over_holidays_that_are_not_published_says_so()
    {
        Assert.True(FinalReport(Private, Known(Wednesday))!.DaysAreSure);
        Assert.False(FinalReport(Private, Known(new(2026, 12, 10)))!.DaysAreSure);
        Assert.False(FinalReport(Private, Known(new(2028, 3, 1)))!.DaysAreSure);
    }

    [Fact]
    public void Whatever_the_day_nominal_comes_not_after_due_due_is_open_and_a_later_day_is_never_due_earlier()
    {
        BreachDeadline? before = null;
        for (var day = new DateOnly(2022, 1, 1); day < new DateOnly(2027, 10, 1); day = day.AddDays(1))
        {
            var deadline = FinalReport(Private, Known(day) with { ImproperPurpose = day.Year % 2 == 0 })!;

            Assert.True(deadline.Nominal <= deadline.Due);
            Assert.False(Closed.IsClosed(deadline.Due!.Value));
            for (var skipped = deadline.Nominal!.Value; skipped < deadline.Due; skipped = skipped.AddDays(1)) Assert.True(Closed.IsClosed(skipped));
            if (before?.Amount == deadline.Amount) Assert.True(before.Nominal < deadline.Nominal && before.Due <= deadline.Due);
            before = deadline;
        }
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
