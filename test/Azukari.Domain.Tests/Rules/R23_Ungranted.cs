using Azukari.Domain.Incidents;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R23, R15: a number that there is not can be lost too, and whoever says so is heard; how many one person thinks of does not count how often telephones ring.</summary>
public sealed class R23_Ungranted
{
    [Fact]
    public void The_first_number_is_told_at_once_and_what_one_person_reports_within_the_hour_besides_is_told_together_at_its_end()
    {
        var town = Until(Phase.Outside);
        var began = town.Clock;
        for (var n = 0; n < 30; n++) Report(town, began.AddMinutes(n), $"thought-of-{n}");

        town.Wait(began.AddMinutes(59));
        Assert.Equal(3, Alarms(town).Length); // One of each step.
        town.Wait(began.AddMinutes(60));
        Assert.Equal(["incident-1", "incident-2"], Alarms(town).Select(alarm => alarm.About).Distinct());
        Assert.All(Alarms(town).Where(alarm => alarm.About == "incident-2"), alarm => Assert.Equal(began.AddMinutes(60), alarm.Mark.At));
        Assert.Equal([1, 29], town.Facts.Incidents.Select(incident => incident.Numbers.Count()));
    }

    [Fact]
    public void A_thousand_numbers_in_a_minute_ring_the_telephones_twice_and_a_true_loss_between_them_rings_at_once()
    {
        var town = Until(Phase.Outside);
        var began = town.Clock;
        for (var n = 0; n < 500; n++) Report(town, began.AddSeconds(n / 10), $"thought-of-{n}");
        town.At(began.AddSeconds(50)).Do(town.Lost(HomeKeeper));
        for (var n = 500; n < 1000; n++) Report(town, began.AddSeconds(n / 20 + 25), $"thought-of-{n}");
        town.Wait(began.AddSeconds(75));

        Assert.Equal([1, 2, 3], town.Case.Alarms.Where(alarm => alarm.Kind == DeadlineKind.Incident).Select(alarm => alarm.Step));
        Assert.Equal(3, Alarms(town).Length);
        town.Wait(began.AddHours(2));
        Assert.Equal(6, Alarms(town).Length);
        Assert.Equal(1000, town.Facts.Incidents.Where(incident => incident.CarryOut is null).Sum(incident => incident.Numbers.Count()));
    }

    [Fact]
    public void Who_goes_on_for_a_day_rings_once_an_hour()
    {
        var town = Until(Phase.Outside);
        var began = town.Clock;
        for (var n = 0; n < 24 * 12; n++) Report(town, began.AddMinutes(5 * n), $"thought-of-{n}");
        town.Wait(began.AddHours(24));

        Assert.InRange(Alarms(town).Count(alarm => alarm.Step == 1), 23, 25);
    }

    [Fact]
    public void After_an_hour_of_silence_the_next_number_is_told_at_once()
    {
        var town = Until(Phase.Outside);
        var began = town.Clock;
        Report(town, began, "first");
        town.Wait(began);
        Report(town, began.AddHours(1), "second");
        town.Wait(began.AddHours(1));

        Assert.Equal([began, began.AddHours(1)], Alarms(town).Where(alarm => alarm.Step == 1).Select(alarm => alarm.Mark.At).Order());
    }

    [Fact]
    public void Nobody_waits_for_what_somebody_else_has_reported_not_even_under_the_same_number()
    {
        var town = Until(Phase.Outside);
        var began = town.Clock;
        Report(town, began, "first");
        Report(town, began.AddMinutes(1), "second");
        Report(town, began.AddMinutes(2), "third", SiteKeeper);
        Report(town, began.AddMinutes(3), "second", SiteKeeper);
        town.Wait(began.AddMinutes(3));

        Assert.Equal(["incident-1", "incident-2", "incident-3"], Alarms(town).Select(alarm => alarm.About).Distinct().Order());
    }

    [Fact]
    public void What_waits_to_be_told_keeps_nobody_from_being_called_for_what_was_told()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Calls());
        var began = town.Clock;
        Report(town, began, "first");
        town.Wait(began);
        Report(town, began.AddMinutes(1), "second");
        town.Wait(began.AddMinutes(15));

        Assert.Contains(Alarms(town), alarm => alarm is { About: "incident-1", Call: 1 });
    }

    [Fact]
    public void What_waits_and_is_closed_lets_the_next_one_wait_no_longer_than_itself()
    {
        var town = Until(Phase.Outside);
        var began = town.Clock;
        Report(town, began, "first");
        Report(town, began.AddMinutes(1), "second");
        foreach (var task in town.Facts.Incidents[1].Tasks) town.Do(town.By(new ExcuseTask(new("incident-2"), task.Number, Hash("thought of")), null, (Officer, Role.SecurityOfficer)));
        town.Do(town.By(new CloseIncident(new("incident-2")), null, (Officer, Role.SecurityOfficer), (Executive, Role.InformationManager)));
        Report(town, began.AddMinutes(30), "third");

        Assert.Equal((began.AddHours(1), false), (town.Facts.Incidents[2].TellAt, town.Facts.Incidents[1].IsOpen));
    }

    private static void Report(Town town, DateTimeOffset at, string number, PersonId? reporter = null) =>
        town.At(at).Do(town.By(new ReportLoss(new(number), LossKind.Lost), null, (reporter ?? Carrier, Role.Member)));

    private static Alarm[] Alarms(Town town) => [.. town.Facts.Alarms.Where(alarm => alarm.Kind == DeadlineKind.Incident)];
}
