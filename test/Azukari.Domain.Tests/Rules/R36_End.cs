using Azukari.Domain.Closing;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R36: an engagement ends when nothing is left open, by a closing statement of both sides; after it nothing starts.</summary>
public sealed class R36_End
{
    [Fact]
    public void What_is_left_open_is_said_all_at_once()
    {
        var town = Until(Phase.Loaded);
        town.Do(town.Copied(copy => copy with { Kind = CopyKind.ExtractAtSource }));

        town.Refuses(
            town.EngagementClosed(), (R36, KeysStillAlive), (R22, CopyNotRegistered), (R22, CopyNotGone), (R36, CarryOutStillOpen), (R36, MediumStillInUse), (R36, StationStillOpen));
    }

    [Fact]
    public void It_ends_when_everything_is_home_or_ended_and_gone()
    {
        var town = Until(Phase.Closed).Emptied();

        town.Accepts(town.EngagementClosed());
        Assert.Equal(Hash("bundle"), town.Facts.Ended!.Bundle);
        Assert.Empty(Deadlines.Of(town.Facts));
    }

    [Fact]
    public void An_open_incident_keeps_it_open()
    {
        var town = Until(Phase.Closed);
        town.Do(town.Counted(SecondStick));
        town.Do(town.WrittenOff(Stick));
        town.Emptied();

        town.Refuses(town.EngagementClosed(), (R36, IncidentStillOpen));
        town.Responded().Accepts(town.EngagementClosed());
    }

    [Fact]
    public void It_is_the_statement_of_both_sides()
    {
        var town = Until(Phase.Closed).Emptied();
        var attempt = town.EngagementClosed();

        town.Refuses(attempt with { Signers = [attempt.Signers[0]] }, (R36, ContractorsWordMissing));
        town.Refuses(attempt with { Signers = [attempt.Signers[1]] }, (R36, OwnersWordMissing));
    }

    [Fact]
    public void After_it_nothing_starts_and_nobody_has_a_duty()
    {
        var town = Until(Phase.Closed).Emptied();
        town.Do(town.EngagementClosed());
        town.At(town.Clock.AddMinutes(1));

        Assert.Contains(new Refusal(R36, EngagementHasEnded), town.Refused(town.Ask(id: new("carry-2"))));
        Assert.Contains(new Refusal(R36, EngagementHasEnded), town.Refused(town.AdmitStick(new("usb-3"))));
        Assert.Contains(new Refusal(R36, EngagementHasEnded), town.Refused(town.EngagementClosed()));
        Assert.DoesNotContain(town.Facts.People.Values, person => person.Holds(Role.Representative, town.Clock));
    }

    [Fact]
    public void What_was_given_up_as_lost_is_still_found_and_brought_home_after_it()
    {
        var town = Until(Phase.Outside).KillKeys();
        town.Do(town.Lost(Carrier));
        town.Responded().Do(town.EndedLost());
        town.Emptied().Do(town.EngagementClosed());
        town.At(town.Clock.AddMinutes(1));

        town.Accepts(town.FoundBy(SiteKeeper));
        town.AcceptsWithout(town.TakeBack(act => act with { SealNumber = SealNumber, At = CallCentre }), (R2, RoleNotHeld));
    }

    [Fact]
    public void A_station_closes_when_every_key_it_kept_is_dead_and_then_only_destroys_and_reports()
    {
        var town = Until(Phase.Permitted);
        town.Refuses(town.Shut(OpenStation), (R36, KeysStillAlive));
        town.Refuses(town.Shut(new("nowhere")), (R36, StationUnknown));
        town.Refuses(town.Shut(Bench) with { Signers = [] }, (R5, SecurityOfficerMissing));

        town.Accepts(town.Shut(Bench));
        town.Refuses(town.Shut(Bench), (R36, StationIsClosed));
        town.Refuses(town.AdmitStick(new("usb-3")), (R30, MachineNotEnrolled));
        town.Do(town.Shut(SealStation));
        town.Refuses(town.Ask(plan => plan with { Media = [SecondStick] }, new("carry-2")), (R7, StationUnknown));
    }

    [Fact]
    public void A_closed_bench_still_clears_what_comes_home()
    {
        var town = Until(Phase.Home);
        town.Do(town.Shut(Bench));

        town.Accepts(town.Cleared());
    }

    [Fact]
    public void Names_and_digests_are_erased_from_the_day_that_policy_counts_from_the_fiscal_year_of_the_end()
    {
        var town = Until(Phase.Closed).Emptied();
        Assert.Null(Retention.EraseFrom(town.Facts, RecordKind.CarryOuts));
        town.Do(town.EngagementClosed());

        Assert.Equal(new DateOnly(2028, 4, 1), Retention.EraseFrom(town.Facts, RecordKind.CarryOuts));
        Assert.Equal(new DateOnly(2023, 4, 1), Retention.EraseFrom(town.Facts, RecordKind.TraceIndex));
    }

    [Fact]
    public void A_kind_that_policy_does_not_name_is_kept_as_long_as_the_longest()
    {
        var town = Until(Phase.Closed);
        town.Do(town.Decree(policy => policy with { Retention = new([new(RecordKind.CarryOuts, 12), new(RecordKind.StaffNames, 24)]) }));
        town.Emptied().Do(town.EngagementClosed());

        Assert.Equal(new DateOnly(2024, 4, 1), Retention.EraseFrom(town.Facts, RecordKind.CarryOuts));
        Assert.Equal(new DateOnly(2025, 4, 1), Retention.EraseFrom(town.Facts, RecordKind.Incidents));
    }

    [Fact]
    public void Retention_that_cannot_be_used_is_not_policy()
    {
        var town = Founded();

        foreach (var policy in new RetentionPolicy[] { new([]), new([new(RecordKind.Media, -1)]), new([new(RecordKind.Media, 1), new(RecordKind.Media, 2)]) })
            town.Refuses(town.Decree(set => set with { Retention = policy }), (R36, RetentionNotUsable));
    }
}
