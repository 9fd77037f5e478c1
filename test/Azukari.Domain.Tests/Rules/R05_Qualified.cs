using Azukari.Domain.Media;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R5: a medium is tried before it is trusted, and one that has left use serves nobody.</summary>
public sealed class R05_Qualified
{
    [Fact]
    public void A_medium_that_nobody_tried_is_not_registered()
    {
        var town = Founded();

        town.Refuses(Admitted(town, null), (R5, MediumNotQualified));
        town.Refuses(Admitted(town, new(0, 0, 0, 0), capacity: 0), (R5, MediumNotQualified));
    }

    [Fact]
    public void False_capacity_shows_because_nine_tenths_of_what_is_claimed_were_written_and_read_back()
    {
        var town = Founded();

        town.Refuses(Admitted(town, new(899, 0, 1, 1), capacity: 1000), (R5, MediumNotQualified));
        town.Accepts(Admitted(town, new(900, 0, 1, 1), capacity: 1000));
    }

    [Fact]
    public void A_medium_that_does_not_read_back_is_not_registered()
    {
        var town = Founded();

        town.Refuses(Admitted(town, new(4096, 1, 1, 1)), (R5, MediumFails));
    }

    [Fact]
    public void A_write_once_disc_would_be_used_up_by_trying_it()
    {
        var town = Founded();

        town.Accepts(Admitted(town, null, MediumKind.WriteOnce));
    }

    [Fact]
    public void A_medium_is_released_when_it_is_free_at_home_and_then_serves_nobody()
    {
        var town = Until(Phase.Asked);
        town.Refuses(town.Freed(Stick), (R5, MediumInUse));
        town.Refuses(town.Freed(new("own-stick")), (R5, MediumNotRegistered));
        town.Refuses(town.Freed(SecondStick) with { Signers = [] }, (R5, SecurityOfficerMissing));

        town.Accepts(town.Freed(SecondStick));
        town.Refuses(town.Ask(plan => plan with { Media = [SecondStick] }, new("carry-2")), (R5, MediumHasEnded));
        town.Refuses(town.Freed(SecondStick), (R5, MediumHasEnded));
    }

    [Fact]
    public void What_was_released_may_be_registered_again_under_another_number()
    {
        var town = Founded();
        town.Do(town.Freed(SecondStick));

        town.Accepts(town.AdmitStick(new("usb-3"), act => act with { Measured = act.Measured with { Serial = $"serial of {SecondStick}" } }));
        town.Refuses(town.AdmitStick(SecondStick, act => act with { Measured = act.Measured with { Serial = "other" } }), (R5, NameTakenAlready));
    }

    [Fact]
    public void What_the_last_inventory_missed_is_neither_asked_for_nor_released()
    {
        var town = Founded();
        town.Do(town.Counted(SecondStick));

        town.Refuses(town.Ask(), (R5, MediumNotAtHome));
        town.Refuses(town.Freed(Stick), (R5, MediumNotAtHome));
    }

    private static Attempt Admitted(Town town, MediumQualified? qualified, MediumKind kind = MediumKind.Flash, long capacity = 4096) => town.AdmitStick(
        new("usb-3"), act => act with { Kind = kind, Measured = act.Measured with { CapacityBytes = capacity, Qualified = qualified } });
}
