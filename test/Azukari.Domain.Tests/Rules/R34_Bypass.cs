using Azukari.Domain.Incidents;
using Azukari.Domain.Media;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R34: the bypass shows. The register says which media a computer may let in; a connection that nobody permitted is an alarm the same day.</summary>
public sealed class R34_Bypass
{
    private static readonly MediumId Own = new("own-stick");

    [Fact]
    public void A_connection_without_a_permit_opens_an_incident_and_tells_everybody_the_same_day()
    {
        var town = Founded();
        town.Accepts(town.Plugged(SealStation));

        var incident = Assert.Single(town.Facts.Incidents);
        Assert.Equal((IncidentCause.WithoutPermit, "serial of usb-1"), (incident.Causes.Single().Cause, incident.About));
        var at = town.Clock;
        town.Wait(at);
        Assert.Equal(3, town.Facts.Alarms.Count(alarm => alarm.Kind == DeadlineKind.Incident && alarm.Mark.At == at));
    }

    [Fact]
    public void A_medium_of_no_register_and_a_computer_that_is_not_enrolled_are_told_too()
    {
        var town = Founded();
        town.Accepts(town.Plugged(Bench, Own));
        var seen = new DeviceEvent(Hash("elsewhere"), DeviceEventKind.Blocked, "other", new("desk-7"), town.Clock);
        town.Accepts(town.By(new ImportConnection(seen), null, (Officer, Role.SecurityOfficer)));

        Assert.Equal(["serial of own-stick", "other"], town.Facts.Incidents.Select(incident => incident.About));
    }

    [Fact]
    public void What_a_carry_out_has_in_use_is_an_incident_of_that_carry_out()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Plugged(Bench));

        Assert.Equal(CaseId, Assert.Single(town.Facts.Incidents).CarryOut);
    }

    [Fact]
    public void With_a_permit_it_is_noted_only()
    {
        var town = Until(Phase.Permitted);
        town.At(Window.From).Do(town.Plugged(SealStation));
        town.Do(town.Sealed());
        town.At(Day(21, 9, 45)).Do(town.Leave());
        town.At(Day(21, 11, 0)).Do(town.Plugged(OpenStation));

        Assert.Empty(town.Facts.Incidents);
        Assert.Equal([true, true], town.Facts.Connections.Values.Select(connection => connection.WasPermitted));
    }

    [Fact]
    public void The_sealing_station_lets_it_in_inside_the_window_until_it_is_sealed()
    {
        var permitted = Until(Phase.Permitted);
        Assert.Empty(Allowed(permitted, SealStation, Window.From.AddMinutes(-1)));
        Assert.Equal(["serial of usb-1"], Allowed(permitted, SealStation, Window.From));
        Assert.Equal(["serial of usb-1"], Allowed(permitted, SealStation, Window.OutBy));
        Assert.Empty(Allowed(permitted, SealStation, Window.OutBy.AddMinutes(1)));
        Assert.Empty(Allowed(permitted, OtherBench, Window.From));
        Assert.Empty(Allowed(Until(Phase.Endorsed), SealStation, Window.From));
        Assert.Empty(Allowed(Until(Phase.Sealed), SealStation, Day(21, 9, 31)));

        permitted.Do(permitted.Withdrawn());
        Assert.Empty(Allowed(permitted, SealStation, Window.From));
    }

    [Fact]
    public void The_opening_station_lets_it_in_from_the_departure_until_it_is_erased()
    {
        Assert.Empty(Allowed(Until(Phase.Sealed), OpenStation, Day(21, 9, 40)));
        Assert.Equal(["serial of usb-1"], Allowed(Until(Phase.Outside), OpenStation, Day(21, 11, 0)));
        Assert.Equal(["serial of usb-1"], Allowed(Until(Phase.Loaded), OpenStation, Day(21, 19, 30)));
        Assert.Empty(Allowed(Until(Phase.ErasedAtSite), OpenStation, Day(21, 19, 45)));
        Assert.Empty(Allowed(Until(Phase.Loaded), Bench, Day(21, 13, 0)));
    }

    [Fact]
    public void The_benches_of_its_home_let_it_in_while_it_lies_there_and_is_not_confirmed_as_erased()
    {
        Assert.Empty(Allowed(Until(Phase.ErasedAtSite), Bench, Day(21, 20, 0)));
        foreach (var reached in new[] { Phase.Home, Phase.Cleared, Phase.Verified })
            foreach (var bench in new[] { Bench, OtherBench }) Assert.Equal(["serial of usb-1"], Allowed(Until(reached), bench, Day(22, 11, 15)));

        Assert.Empty(Allowed(Until(Phase.Home), OpenStation, Day(22, 11, 15)));
        Assert.Empty(Allowed(Until(Phase.Closed), Bench, Day(22, 12, 1)));
    }

    [Fact]
    public void A_log_that_comes_late_is_judged_by_its_own_time()
    {
        var town = Until(Phase.Closed);
        foreach (var (station, at) in new[] { (SealStation, Day(21, 9, 20)), (OpenStation, Day(21, 12, 0)), (Bench, Day(22, 9, 0)) }) town.Do(town.Plugged(station, at: at));
        Assert.Empty(town.Facts.Incidents);

        town.Do(town.Plugged(Bench, at: Day(21, 12, 0)));
        Assert.Single(town.Facts.Incidents);
    }

    [Fact]
    public void Trying_a_medium_at_its_home_on_the_day_of_its_registration_is_noted()
    {
        var town = Founded();
        var third = new MediumId("usb-3");
        town.Do(town.AdmitStick(third));
        town.Do(town.Plugged(Bench, third, town.Clock.AddHours(-1)));
        Assert.Empty(town.Facts.Incidents);

        town.Do(town.Plugged(Bench, third, town.Clock.AddDays(-1)));
        town.Do(town.Plugged(OpenStation, SecondStick));
        Assert.Equal(2, town.Facts.Incidents.Length);
    }

    [Fact]
    public void A_line_is_imported_once()
    {
        var town = Founded();
        var line = town.Plugged(Bench);
        town.Do(line);

        town.Refuses(town.Plugged(Bench), (R34, ConnectionKnown));
    }

    [Fact]
    public void A_line_that_cannot_be_read_or_lies_ahead_is_not_imported()
    {
        var town = Founded();

        foreach (var serial in new[] { "", "tab\there", "製造", new string('a', 127) }) town.Refuses(town.Plugged(Bench, change: seen => seen with { Serial = serial }), (R34, ConnectionNotUsable));
        town.Refuses(town.Plugged(Bench, at: town.Clock.AddSeconds(1)), (R34, ConnectionNotUsable));
    }

    [Fact]
    public void An_enrolled_station_or_the_owners_officer_vouches_for_it()
    {
        var town = Founded();
        var line = town.Plugged(Bench).Act;

        town.Refuses(town.By(line, null), (R34, ConnectionNotVouchedFor));
        town.Refuses(town.By(line, OwnerHolder), (R34, ConnectionNotVouchedFor));
        town.Refuses(town.By(line, null, (Manager, Role.ProjectManager)), (R34, ConnectionNotVouchedFor), (R2, RoleNotForThisAct));
        town.Accepts(town.By(line, null, (Officer, Role.SecurityOfficer)));
    }

    private static IEnumerable<string> Allowed(Town town, StationId station, DateTimeOffset at) => AllowList.Of(town.Facts, station, at);
}
