using Azukari.Domain.Incidents;
using Azukari.Domain.Media;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R21: media are counted against the register; a missing one is an alarm the same day, and so is a count that nobody took.</summary>
public sealed class R21_Inventory
{
    [Fact]
    public void A_count_that_nobody_took_is_an_alarm()
    {
        var town = Founded();
        var due = Setup.AddDays(92);

        Assert.Contains(Deadlines.Of(town.Facts), next => (next.Kind, next.Due, next.CarryOut) == (DeadlineKind.Inventory, due, null));
        town.Wait(due.AddHours(1));
        Assert.Contains(town.Facts.Alarms, alarm => alarm.Kind == DeadlineKind.Inventory);
    }

    [Fact]
    public void Policy_says_how_often()
    {
        var town = Founded();
        town.Do(town.Decree(policy => policy with { Media = new(30) }));

        Assert.Contains(Deadlines.Of(town.Facts), next => (next.Kind, next.Due) == (DeadlineKind.Inventory, Setup.AddDays(30)));
        town.Refuses(town.Decree(policy => policy with { Media = new(0) }), (R21, ClockNotUsable));
    }

    [Fact]
    public void A_complete_count_raises_nothing_and_the_next_is_due_from_it()
    {
        var town = Founded();
        town.Accepts(town.Counted(Stick, SecondStick));

        var next = Assert.Single(Deadlines.Of(town.Facts), next => next.Kind != DeadlineKind.MonthReview);
        Assert.Equal((DeadlineKind.Inventory, town.Clock.AddDays(92)), (next.Kind, next.Due));
    }

    [Fact]
    public void A_missed_medium_is_an_incident_everybody_is_told_the_same_moment_and_it_serves_nobody_until_it_is_found()
    {
        var town = Founded();
        town.Do(town.Counted(SecondStick));

        Assert.Equal([(null, Stick.Value, town.Clock)], Missed(town));
        Assert.Contains(Deadlines.Of(town.Facts), next => (next.Kind, next.Due) == (DeadlineKind.Incident, town.Clock));
        town.Refuses(town.Ask(), (R5, MediumNotAtHome));
        town.Refuses(town.Freed(Stick), (R5, MediumNotAtHome));
        town.Do(town.Counted(Stick, SecondStick));
        town.Accepts(town.Ask());
    }

    [Fact]
    public void Each_missed_medium_has_its_own_incident_and_a_second_count_that_misses_it_opens_no_other()
    {
        var town = Founded();
        town.Do(town.Counted());
        Assert.Equal([Stick.Value, SecondStick.Value], Missed(town).Select(missed => missed.About));

        town.Do(town.Counted());
        Assert.Equal(2, town.Facts.Incidents.Length);
        town.Responded().Do(town.Counted(SecondStick));
        Assert.Equal(Stick.Value, Assert.Single(Missed(town)).About);
    }

    [Fact]
    public void Finding_it_closes_nothing_both_sides_do()
    {
        var town = Founded();
        town.Do(town.Counted(SecondStick));
        town.Do(town.Counted(Stick, SecondStick));

        Assert.NotEmpty(Missed(town));
        Assert.Empty(Missed(town.Responded()));
    }

    [Fact]
    public void What_a_carry_out_has_taken_out_is_not_missed_and_what_lies_sealed_at_home_is_counted()
    {
        var outside = Until(Phase.Outside);
        outside.Do(outside.Counted(SecondStick));
        Assert.Empty(Missed(outside));

        var atHome = Until(Phase.Home);
        atHome.Do(atHome.Counted(SecondStick));
        Assert.Equal((CaseId, null, atHome.Clock), Assert.Single(Missed(atHome)));
    }

    [Fact]
    public void The_count_is_signed_by_the_one_who_keeps_and_by_the_owners_officer()
    {
        var town = Founded();

        town.Refuses(town.Counted(Stick) with { Signers = [] }, (R21, SecondPersonMissing), (R21, SecurityOfficerMissing));
    }

    [Fact]
    public void What_is_counted_is_registered_and_counted_once()
    {
        var town = Founded();

        town.Refuses(town.Counted(Stick, Stick), (R21, MediumCountedTwice));
        town.Refuses(town.Counted(new MediumId("own-stick")), (R21, MediumNotRegistered));
    }

    [Fact]
    public void A_missed_medium_without_a_payload_is_written_off_by_officer_and_executive()
    {
        var town = Founded();
        town.Refuses(town.WrittenOff(Stick), (R21, MediumNotMissed));
        town.Do(town.Counted(SecondStick));

        town.Refuses(town.WrittenOff(Stick) with { Signers = [] }, (R21, SecurityOfficerMissing), (R21, InformationManagerMissing));
        town.Accepts(town.WrittenOff(Stick));
        Assert.Equal(MediumEndKind.Lost, town.Facts.Media[Stick].Ended!.Kind);
        town.Refuses(town.Ask(), (R5, MediumHasEnded), (R5, MediumNotAtHome));
    }

    [Fact]
    public void A_missed_medium_with_a_payload_is_not_written_off_its_carry_out_ends_as_lost()
    {
        var town = Until(Phase.Home);
        town.Do(town.Counted(SecondStick));

        town.Refuses(town.WrittenOff(Stick), (R21, MediumInUse));
    }

    private static IEnumerable<(CarryOutId? CarryOut, string? About, DateTimeOffset At)> Missed(Town town) => town.Facts.Incidents
        .Where(incident => incident.IsOpen && incident.Causes.Any(cause => cause.Cause == IncidentCause.MissingAtInventory))
        .Select(incident => (incident.CarryOut, incident.About, incident.Opened.At));
}
