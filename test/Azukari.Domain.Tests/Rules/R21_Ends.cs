using Azukari.Domain.Media;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R21: beside closed there are two ends, destroyed and lost, each signed by the owner's officer and the executive; they end the alarms, never the record.</summary>
public sealed class R21_Ends
{
    [Fact]
    public void Destroyed_needs_the_destruction_and_dead_keys()
    {
        var town = Until(Phase.Home);
        town.Refuses(town.EndedDestroyed(), (R20, KeysStillAlive), (R21, NotDestroyed));

        town.KillKeys().Do(town.Broken(of: CaseId));
        town.Accepts(town.EndedDestroyed());
        Assert.Equal(Phase.Destroyed, Phases.PhaseOf(town.Facts, town.Case));
        Assert.Equal(MediumEndKind.Destroyed, town.Facts.Media[Stick].Ended!.Kind);
        Assert.Empty(Deadlines.Of(town.Facts, town.Case));
    }

    [Fact]
    public void Lost_needs_a_report_its_incident_closed_and_dead_keys()
    {
        var town = Until(Phase.Outside);
        town.Refuses(town.EndedLost(), (R20, KeysStillAlive), (R21, LossNotReported));

        town.Do(town.Lost(Carrier));
        town.Refuses(town.EndedLost(), (R20, KeysStillAlive), (R21, IncidentStillOpen));
        town.KillKeys().Refuses(town.EndedLost(), (R21, IncidentStillOpen));
        town.Responded().Accepts(town.EndedLost());
        Assert.Equal(Phase.Lost, Phases.PhaseOf(town.Facts, town.Case));
        Assert.Equal(MediumEndKind.Lost, town.Facts.Media[Stick].Ended!.Kind);
        Assert.Empty(Deadlines.Of(town.Facts, town.Case));
        Assert.False(Home.IsOutside(town.Facts, town.Case));
    }

    [Fact]
    public void Neither_end_is_signed_by_one_side()
    {
        var lost = ReportedAndDead();
        var destroyed = Until(Phase.Home).KillKeys();
        destroyed.Do(destroyed.Broken(of: CaseId));

        foreach (var (town, attempt) in new[] { (lost, lost.EndedLost()), (destroyed, destroyed.EndedDestroyed()) })
        {
            town.Refuses(attempt with { Signers = [attempt.Signers[0]] }, (R21, InformationManagerMissing));
            town.Refuses(attempt with { Signers = [attempt.Signers[1]] }, (R21, SecurityOfficerMissing));
        }
    }

    [Fact]
    public void What_lies_at_home_is_not_lost()
    {
        var town = ReportedAndDead();
        town.Do(town.FoundBy(SiteKeeper));
        town.Accepts(town.BringHome(act => act with { SealNumber = SealNumber }));

        town.Refuses(town.EndedLost(), (R21, MediumIsHome));
    }

    [Fact]
    public void What_was_never_sealed_has_neither_end()
    {
        var town = Until(Phase.Permitted);

        town.Refuses(town.EndedLost(), (R21, NotSealed));
        town.Refuses(town.EndedDestroyed(), (R21, NotSealed));
    }

    [Fact]
    public void What_has_ended_does_not_end_again()
    {
        var closed = Until(Phase.Closed);
        closed.Refuses(closed.EndedLost(), (R21, HasEnded), (R21, LossNotReported), (R21, MediumIsHome));
        closed.Refuses(closed.EndedDestroyed(), (R21, HasEnded), (R21, NotDestroyed));

        var lost = ReportedAndDead();
        lost.Do(lost.EndedLost());
        lost.Refuses(lost.EndedLost(), (R21, HasEnded));
    }

    [Fact]
    public void What_was_given_up_as_lost_is_found_reported_and_brought_home_and_the_end_stands()
    {
        var town = ReportedAndDead();
        town.Do(town.EndedLost());

        town.Accepts(town.FoundBy(SiteKeeper));
        town.Accepts(town.BringHome(act => act with { SealNumber = SealNumber }));
        Assert.Equal(Phase.Lost, Phases.PhaseOf(town.Facts, town.Case));
        Assert.Null(town.Case.Closed);
    }

    [Fact]
    public void Of_two_media_one_destroyed_and_one_erased_end_together_and_the_erased_one_is_free()
    {
        var town = Until(Phase.Outside, plan => plan with { Media = [Stick, SecondStick] }).At(Day(21, 12, 0)).KillKeys();
        town.Do(town.Broken(of: CaseId));
        town.Do(town.TakeBack(act => act with { Media = [SecondStick], SealNumber = SealNumber, At = CallCentre }));
        town.Do(town.BringHome(act => act with { Media = [SecondStick], SealNumber = SealNumber }));
        town.Refuses(town.EndedDestroyed(), (R21, NotDestroyed));

        town.Do(town.Cleared(medium: SecondStick));
        town.Do(town.Verified(medium: SecondStick));
        town.Accepts(town.ErasureConfirmed(SecondStick));
        Assert.Null(town.Case.Closed);
        town.Accepts(town.EndedDestroyed());
        Assert.Null(town.Facts.Media[SecondStick].Ended);
        Assert.Null(town.Facts.Media[SecondStick].InUseBy);
    }

    [Fact]
    public void Until_both_sides_sign_a_destroyed_medium_ages_into_alarms()
    {
        var town = Until(Phase.Outside).KillKeys();
        town.Do(town.Broken(of: CaseId));

        Assert.Equal([(DeadlineKind.Sanitising, town.Clock.AddDays(7))], Deadlines.Of(town.Facts, town.Case).Select(next => (next.Kind, next.Due)));
    }

    private static Town ReportedAndDead()
    {
        var town = Until(Phase.Outside);
        town.Do(town.TakeBack(act => act with { SealNumber = SealNumber, At = CallCentre }));
        town.Do(town.Lost(Carrier));
        return town.Responded().KillKeys();
    }
}
