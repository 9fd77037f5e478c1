using Azukari.Domain.Closing;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R32: making data less reachable waits for nothing; making it more reachable has no way round.</summary>
public sealed class R32_FailsSafe
{
    [Fact]
    public void A_key_may_die_at_any_time_after_its_deposit()
    {
        foreach (var phase in Enum.GetValues<Phase>().Where(phase => phase is not (Phase.Declined or Phase.Closed or Phase.Destroyed or Phase.Lost)))
        {
            var town = Until(phase).At(Day(30, 0, 0));
            town.Accepts(town.Destroyed(Town.Keys.Owner, OwnerHolder, DestructionCause.WindowEnded));
        }
    }

    [Fact]
    public void The_destination_may_give_up_at_any_time_after_the_permit_until_it_has_loaded()
    {
        foreach (var phase in new[] { Phase.Permitted, Phase.Sealed, Phase.Outside, Phase.Arrived, Phase.Released })
        {
            var town = Until(phase).At(Day(30, 0, 0));
            town.Accepts(town.GaveUp());
        }
    }

    [Fact]
    public void Erasing_before_loading_is_nobodys_fault_and_what_remains_cannot_be_lost_by_it()
    {
        var town = Until(Phase.Outside);
        town.Accepts(town.SiteErased());

        Assert.Equal(Phase.ErasedAtSite, Phases.PhaseOf(town.Facts, town.Case));
    }

    [Fact]
    public void A_statement_that_has_expired_starts_nothing()
    {
        foreach (var (phase, step) in Starts)
        {
            var town = Until(phase);
            var attempt = step(town);
            if (attempt.Signers.IsEmpty) continue;

            town.Clock = attempt.Signers[0].Until.AddMilliseconds(1);
            Assert.Contains(town.Refused(attempt), said => said.Because == StatementExpired);
        }
    }

    [Fact]
    public void Nothing_that_starts_or_widens_counts_without_its_signatures()
    {
        foreach (var (phase, step) in Starts)
        {
            var town = Until(phase);
            Assert.NotEmpty(town.Refused(step(town) with { Signers = [], Machine = null }));
        }
    }

    [Fact]
    public void Nothing_that_starts_or_widens_is_a_safety_act()
    {
        foreach (var (phase, step) in Starts.Where(start => start.Step(Until(start.Phase)).Act is not Custody.HandOver))
            Assert.False(step(Until(phase)).Act.IsSafety);
    }

    private static (Phase Phase, Func<Town, Attempt> Step)[] Starts =>
    [
        (Phase.Asked, town => town.Endorsed()),
        (Phase.Endorsed, town => town.Approved()),
        (Phase.Permitted, town => town.At(Window.From).Sealed()),
        (Phase.Sealed, town => town.Leave()),
        (Phase.Outside, town => town.Arrival()),
        (Phase.Arrived, town => town.Confirmed(Officer, Role.SecurityOfficer)),
        (Phase.Arrived, town => town.Released(Side.Owner)),
        (Phase.Released, town => town.Loaded()),
    ];
}
