using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R15: every stage has a deadline; at the deadline people are told, step by step, until one of them answers; past the grace the keys stop.</summary>
public sealed class R15_Clock
{
    [Fact]
    public void Every_stage_of_a_journey_has_its_deadline()
    {
        (Phase Reached, DeadlineKind Kind, DateTimeOffset Due)[] stages =
        [
            (Phase.Asked, DeadlineKind.PermitUnused, Window.OutBy),
            (Phase.Permitted, DeadlineKind.PermitUnused, Window.OutBy),
            (Phase.Sealed, DeadlineKind.Departure, Window.OutBy),
            (Phase.Outside, DeadlineKind.Opening, Day(21, 12, 0)),
            (Phase.Released, DeadlineKind.SiteErasure, Day(21, 13, 46)),
            (Phase.Loaded, DeadlineKind.SiteErasure, Day(21, 13, 46)),
            (Phase.ErasedAtSite, DeadlineKind.Homecoming, Day(22, 19, 40)),
            (Phase.Home, DeadlineKind.Sanitising, Day(28, 21, 0)),
        ];

        foreach (var (reached, kind, due) in stages) Assert.Contains(Deadlines.Of(Until(reached).Facts), next => (next.Kind, next.Due) == (kind, due));
        var closed = Until(Phase.Closed);
        Assert.Empty(Deadlines.Of(closed.Facts, closed.Case));

        var onTheWay = Until(Phase.Sealed);
        onTheWay.Do(onTheWay.Leave());
        Assert.Contains(Deadlines.Of(onTheWay.Facts), next => (next.Kind, next.Due) == (DeadlineKind.Arrival, Window.OpenBy));
    }

    [Fact]
    public void It_is_erased_within_two_hours_of_opening_and_never_later_than_half_an_hour_after_the_work()
    {
        var early = Until(Phase.Loaded);
        Assert.Equal(Day(21, 13, 46), Assert.Single(Deadlines.Of(early.Facts), next => next.Kind == DeadlineKind.SiteErasure).Due);

        var late = Until(Phase.Outside, plan => plan with { Window = Window with { OpenBy = Day(21, 19, 0), EraseBy = Day(21, 20, 0) } });
        Assert.Equal(Day(21, 20, 0), Assert.Single(Deadlines.Of(late.Facts), next => next.Kind == DeadlineKind.SiteErasure).Due);
    }

    [Fact]
    public void The_alarm_goes_to_the_custodian_and_the_manager_then_the_executive_then_the_owner()
    {
        var town = Until(Phase.Loaded).Wait(Day(21, 14, 16));

        Assert.Equal([Day(21, 13, 46), Day(21, 14, 1), Day(21, 14, 16)], town.Case.Alarms.Select(alarm => alarm.Mark.At));
        Assert.Equal([[SiteKeeper, Manager], [Executive], [Approver, Officer]], town.Case.Alarms.Select(alarm => alarm.Told.AsEnumerable()));
    }

    [Fact]
    public void Past_the_grace_the_keys_are_suspended_and_after_loading_there_is_nothing_left_to_suspend()
    {
        var closed = Until(Phase.Outside).Wait(Day(21, 13, 0));
        Assert.Equal(SuspensionCause.Overdue, closed.Case.Suspended?.Why);
        closed.Refuses(closed.Arrival(), (R23, Reason.Suspended));

        var loaded = Until(Phase.Loaded).Wait(Day(21, 20, 0));
        Assert.Null(loaded.Case.Suspended);
    }

    [Fact]
    public void Afterwards_everybody_is_told_every_day_until_it_is_done()
    {
        var town = Until(Phase.Loaded).Wait(Day(24, 14, 0));
        var daily = town.Case.Alarms.Where(alarm => alarm.Step > 4).ToArray();

        Assert.Equal([Day(22, 13, 46), Day(23, 13, 46), Day(24, 13, 46)], daily.Select(alarm => alarm.Mark.At));
        Assert.Equal([Manager, Executive, Approver, Officer], daily[0].Told);
    }

    [Fact]
    public void An_alarm_sounds_when_it_is_due_and_once()
    {
        var town = Until(Phase.Loaded);
        var alarm = town.Passed(DeadlineKind.SiteErasure);

        town.At(Day(21, 13, 46).AddMilliseconds(-1)).Refuses(alarm, (R15, NotDueYet));
        town.At(Day(21, 13, 46)).Accepts(alarm);
        town.Refuses(alarm, (R15, SoundedAlready));
        town.Refuses(town.Passed(DeadlineKind.SiteErasure, step: 3), (R15, NotDueYet));
        town.Refuses(town.Passed(DeadlineKind.Departure), (R15, NotDueYet));
        Founded().Refuses(alarm, (R7, NotAsked));
    }

    [Fact]
    public void Doing_what_was_due_ends_the_alarm()
    {
        var town = Until(Phase.Loaded).Wait(Day(21, 13, 50));
        town.Do(town.SiteErased());

        Assert.DoesNotContain(Deadlines.Of(town.Facts), next => next.Kind == DeadlineKind.SiteErasure);
    }

    [Fact]
    public void An_unanswered_alarm_goes_to_the_next_name_of_the_column_of_the_hour()
    {
        var town = Until(Phase.Loaded);
        town.Do(town.Calls());
        town.Wait(Day(21, 14, 15));
        Assert.Equal([Sealer], Assert.Single(town.Case.Alarms, alarm => alarm is { Step: 1, Call: 1 }).Told);

        var night = Until(Phase.Outside, plan => plan with { Window = Window with { OpenBy = Day(21, 19, 0) } });
        night.Do(night.Calls());
        night.Wait(Day(21, 20, 15));
        Assert.Equal([Executive], Assert.Single(night.Case.Alarms, alarm => alarm is { Kind: DeadlineKind.SiteErasure, Step: 1, Call: 1 }).Told);
    }

    [Fact]
    public void A_nights_call_goes_to_the_nights_column_and_a_weekends_to_the_third()
    {
        var calendar = Calendar.Japan;

        Assert.Equal(CallColumn.Day, OfficeHours.At(calendar, Day(21, 8, 30)));
        Assert.Equal(CallColumn.Night, OfficeHours.At(calendar, Day(21, 17, 15)));
        Assert.Equal(CallColumn.Night, OfficeHours.At(calendar, Day(21, 8, 29)));
        Assert.Equal(CallColumn.Holiday, OfficeHours.At(calendar, Day(25, 12, 0)));
        Assert.Equal(CallColumn.Holiday, OfficeHours.At(calendar with { Closed = [new(2022, 6, 21)] }, Day(21, 12, 0)));
    }

    [Fact]
    public void Told_means_acknowledged_by_a_person_and_an_answer_stops_the_calls()
    {
        var town = Until(Phase.Loaded);
        town.Do(town.Calls());
        town.Wait(Day(21, 13, 50));
        town.Accepts(town.Told(DeadlineKind.SiteErasure, 1, Manager));
        town.Wait(Day(21, 14, 30));

        Assert.DoesNotContain(town.Case.Alarms, alarm => alarm is { Step: 1, Call: > 0 });
        Assert.Contains(town.Case.Alarms, alarm => alarm.Step == 3);
    }

    [Fact]
    public void Whoever_has_the_medium_cannot_silence_the_alarm_about_it()
    {
        var town = Until(Phase.Loaded);
        town.Do(town.Calls());
        town.Wait(Day(21, 13, 50));
        town.Accepts(town.Told(DeadlineKind.SiteErasure, 1, SiteKeeper));
        town.Wait(Day(21, 14, 1));

        Assert.Contains(town.Case.Alarms, alarm => alarm is { Step: 1, Call: 1 });
    }

    [Fact]
    public void Only_who_was_told_answers_and_once()
    {
        var town = Until(Phase.Loaded);
        town.Refuses(town.Told(DeadlineKind.SiteErasure, 1, Manager), (R15, NoSuchAlarm));
        town.Wait(Day(21, 13, 46));

        town.Refuses(town.Told(DeadlineKind.SiteErasure, 1, Sealer), (R15, NotToldOfIt));
        town.AcceptsWithout(town.Told(DeadlineKind.SiteErasure, 1, Manager));
        town.Refuses(town.Told(DeadlineKind.SiteErasure, 1, Manager), (R15, AcknowledgedAlready));
        town.Refuses(town.Told(DeadlineKind.SiteErasure, 1, SiteKeeper) with { Signers = [] }, (R15, AnswerNotSigned));
    }

    [Fact]
    public void A_call_list_names_its_own_people_in_every_column()
    {
        var town = Founded();

        town.Accepts(town.Calls());
        town.Refuses(town.Calls() with { Signers = [] }, (R15, RepresentativeMissing));
        town.Refuses(town.Calls(list => list with { Night = [] }), (R15, CallListEmpty));
        town.Refuses(town.Calls(list => list with { Day = [Witness] }), (R1, PersonActsForAnother));
        town.Refuses(town.Calls(list => list with { Day = [Newcomer] }), (R1, PersonNotEnrolled));
        town.Refuses(town.Calls(list => list with { Organisation = City }), (R1, PersonActsForAnother));
    }

    [Fact]
    public void A_permit_not_used_by_its_last_day_is_void_and_its_medium_is_free()
    {
        var town = Until(Phase.Permitted).Wait(Window.OutBy);

        Assert.NotNull(town.Case.Voided);
        Assert.Null(town.Facts.Media[Stick].InUseBy);
        Assert.Empty(Deadlines.Of(town.Facts, town.Case));
    }

    [Fact]
    public void The_owners_policy_sets_the_clocks_and_none_of_them_is_nought()
    {
        var town = Founded();
        town.Refuses(town.Decree(policy => policy with { Clock = ClockPolicy.Default with { GraceMinutes = 0 } }), (R15, ClockNotUsable));
        town.Refuses(town.Decree(policy => policy with { Calendar = new(900, 3) }), (R15, ClockNotUsable));
        town.Do(town.Decree(policy => policy with { Clock = ClockPolicy.Default with { OpenMinutes = 30 } }));

        Assert.Equal(30, town.Facts.Clock.OpenMinutes);
    }

    [Fact]
    public void If_nobody_does_anything_every_journey_ends_in_alarms_and_stopped_keys()
    {
        foreach (var reached in new[] { Phase.Sealed, Phase.Outside, Phase.Arrived })
        {
            var town = Until(reached).Wait(Day(23, 0, 0));

            Assert.NotNull(town.Case.Suspended);
            Assert.Contains(town.Case.Alarms, alarm => alarm.Told.Contains(Approver));
        }
    }
}
