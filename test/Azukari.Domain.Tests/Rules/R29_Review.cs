using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R29: alarms, refusals, exceptions, urgent cases and drills of a month are looked at by the owner and the executive, and a month that nobody looked at is an alarm.</summary>
public sealed class R29_Review
{
    private static readonly DateTimeOffset July = Day(20, 9, 0).AddMonths(1);

    [Fact]
    public void The_owner_and_the_executive_sign_the_month()
    {
        var town = Founded().At(July);

        town.Refuses(town.Reviewed(6) with { Signers = [] }, (R29, OwnersWordMissing), (R29, InformationManagerMissing));
        town.Accepts(town.Reviewed(6));
    }

    [Fact]
    public void The_figures_are_the_records_own_or_nothing()
    {
        var town = Founded().At(July);

        town.Refuses(town.Reviewed(6, figures => figures with { Alarms = figures.Alarms + 1 }), (R29, FiguresDiffer));
    }

    [Fact]
    public void A_month_is_reviewed_once_when_it_is_over_and_only_one_of_the_engagements()
    {
        var town = Founded();
        town.Refuses(town.Reviewed(6), (R29, MonthNotReviewable));
        town.Refuses(town.Reviewed(5), (R29, MonthReviewed));
        town.Refuses(town.Reviewed(3), (R29, MonthNotReviewable));
        town.At(July);
        town.Refuses(town.By(new ReviewMonth(new(2022, 6, 2), MonthFigures.Of(town.Facts, Month(6))), null, (Officer, Role.SecurityOfficer), (Executive, Role.InformationManager)), (R29, MonthNotReviewable));
    }

    [Fact]
    public void A_month_that_nobody_reviewed_is_an_alarm_and_the_next_one_is_owed_after_it()
    {
        var town = Founded();
        var due = Day(15, 0, 0).AddMonths(1);
        Assert.Equal([("2022-06", due)], Owed(town));
        town.Wait(due);
        Assert.Contains(town.Facts.Alarms, alarm => (alarm.Kind, alarm.About, alarm.Mark.At) == (DeadlineKind.MonthReview, "2022-06", due));

        town.Do(town.Reviewed(6));
        Assert.Equal([("2022-07", due.AddMonths(1))], Owed(town));
    }

    [Fact]
    public void Policy_says_how_soon()
    {
        var town = Founded();
        town.Do(town.Decree(policy => policy with { Clock = ClockPolicy.Default with { ReviewDays = 5 } }));

        Assert.Equal([("2022-06", Day(6, 0, 0).AddMonths(1))], Owed(town));
        town.Refuses(town.Decree(policy => policy with { Clock = ClockPolicy.Default with { ReviewDays = 0 } }), (R15, ClockNotUsable));
    }

    [Fact]
    public void Before_the_engagement_and_after_its_end_nothing_is_owed()
    {
        Assert.Empty(Owed(new Town()));
        var town = Until(Phase.Closed).Emptied();
        town.Do(town.EngagementClosed());

        Assert.Empty(Owed(town));
    }

    [Fact]
    public void Alarms_count_with_those_that_nobody_answered_before_the_month_was_over()
    {
        var town = Until(Phase.Loaded).Wait(Day(21, 14, 1));
        town.Do(town.Told(DeadlineKind.SiteErasure, 1, Manager));

        Assert.Equal((2, 1), (Figures(town).Alarms, Figures(town).Unanswered));
        town.At(July).Do(town.Told(DeadlineKind.SiteErasure, 2, Executive));
        Assert.Equal((2, 1), (Figures(town).Alarms, Figures(town).Unanswered));
    }

    [Fact]
    public void Losses_suspensions_and_incidents_count_also_when_they_are_over()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Lost(HomeKeeper));
        town.Do(town.FoundBy(SiteKeeper));
        town.Do(town.Lifted());
        town.Do(town.FromLabel());

        Assert.Equal((2, 1, 1), (Figures(town).Losses, Figures(town).Suspensions, Figures(town).Incidents));
    }

    [Fact]
    public void Urgent_grants_waivers_extensions_and_drills_count()
    {
        var urgent = Founded();
        urgent.Do(urgent.GrantedUrgently());
        urgent.Do(urgent.Waived());
        Assert.Equal((1, 1), (Figures(urgent).UrgentGrants, Figures(urgent).Waivers));

        var late = Until(Phase.Permitted);
        late.Do(late.Extended(window => window with { OutBy = window.OutBy.AddMinutes(30) }));
        late.Do(late.Drilled());
        Assert.Equal((1, 1), (Figures(late).Extensions, Figures(late).Drills));
        Assert.Equal(0, MonthFigures.Of(late.Facts, Month(5)).Drills);
    }

    [Fact]
    public void A_drill_is_signed_by_somebody_in_charge_and_opens_nothing()
    {
        var town = Founded();
        town.Refuses(town.Drilled() with { Signers = [] }, (R29, DrillNotSigned));
        town.Accepts(town.Drilled());

        Assert.Empty(town.Facts.Incidents);
    }

    [Fact]
    public void Refusals_count_by_the_day_once_it_is_over_and_once()
    {
        var town = Founded();
        var yesterday = new DateOnly(2022, 6, 19);
        town.Accepts(town.Tallied(yesterday, new(TooLate, 2), new(SamePersonTwice, 1)));
        town.Accepts(town.Tallied(yesterday.AddDays(-1)));

        Assert.Equal((3, 2), (Figures(town).Refusals, Figures(town).DaysCounted));
        town.Refuses(town.Tallied(yesterday), (R29, DayCounted));
        town.Refuses(town.Tallied(yesterday.AddDays(1)), (R29, DayNotCountable));
        town.Refuses(town.Tallied(new(2022, 3, 31)), (R29, DayNotCountable));
        town.Refuses(town.Tallied(new(2022, 5, 2)), (R29, MonthReviewed));
    }

    [Fact]
    public void A_reason_is_counted_once_and_not_less_than_once()
    {
        var town = Founded();

        town.Refuses(town.Tallied(new(2022, 6, 19), new RefusalCount(TooLate, 0)), (R29, CountNotUsable));
        town.Refuses(town.Tallied(new(2022, 6, 19), new(TooLate, 1), new(TooLate, 1)), (R29, CountNotUsable));
    }

    private static MonthFigures Figures(Town town) => MonthFigures.Of(town.Facts, Month(6));

    private static IEnumerable<(string? About, DateTimeOffset Due)> Owed(Town town) =>
        Deadlines.Of(town.Facts).Where(next => next is { Kind: DeadlineKind.MonthReview, Call: 0 }).Select(next => (next.About, next.Due));
}
