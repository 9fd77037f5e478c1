using Azukari.Domain.Closing;
using Azukari.Domain.Incidents;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R24: what was on it, exactly, and can anybody read it, in three sentences and no others.</summary>
public sealed class R24_WhatWasOnIt
{
    [Fact]
    public void What_was_on_it_is_answered_from_the_seal_receipt()
    {
        var contents = Contents.Of(Until(Phase.Outside).Case)!;

        Assert.Equal((100L, 100L), (contents.People, contents.Records));
        Assert.Equal(["id", "name"], contents.Data.Single().Fields);
        Assert.IsType<KeyAnswer.NotKnownDestroyed>(contents.Key);
        Assert.Null(Contents.Of(Until(Phase.Permitted).Case));
    }

    [Fact]
    public void Never_released_and_destroyed_when_any_one_of_the_three_keys_dies_before_release()
    {
        foreach (var end in Ends)
        {
            var town = Confirmed();
            Die(town, end);

            Assert.Equal(new KeyAnswer.NeverReleasedDestroyed(town.Clock), Closing.Keys.Answer(town.Case));
        }
    }

    [Fact]
    public void The_first_death_dates_the_answer()
    {
        var town = Confirmed();
        var first = town.Clock;
        Die(town, Ends[1]);
        Die(town.At(first.AddHours(1)), Ends[0]);

        Assert.Equal(new KeyAnswer.NeverReleasedDestroyed(first), Closing.Keys.Answer(town.Case));
    }

    [Fact]
    public void A_key_whose_layer_was_given_away_before_it_died_proves_nothing()
    {
        var town = Confirmed();
        town.Do(town.Released(Side.Owner));
        Die(town, Ends[0]);

        Assert.IsType<KeyAnswer.NotKnownDestroyed>(Closing.Keys.Answer(town.Case));
    }

    [Fact]
    public void The_contractors_layer_given_away_alone_proves_nothing_either()
    {
        var town = Confirmed();
        Die(town, Ends[1]);
        var outOfOrder = town.Case with { Released = town.Case.Released.Add(Side.Contractor, new(town.Clock, LeafAt(0))) };

        Assert.IsType<KeyAnswer.NotKnownDestroyed>(Closing.Keys.Answer(outOfOrder));
    }

    [Fact]
    public void With_one_layer_given_away_the_death_of_either_other_key_is_still_enough()
    {
        foreach (var end in Ends[1..])
        {
            var town = Confirmed();
            town.Do(town.Released(Side.Owner));
            Die(town, end);

            Assert.Equal(new KeyAnswer.NeverReleasedDestroyed(town.Clock), Closing.Keys.Answer(town.Case));
        }
    }

    [Fact]
    public void Released_and_not_known_destroyed_until_the_destination_attests()
    {
        var town = Until(Phase.Released);
        Assert.IsType<KeyAnswer.NotKnownDestroyed>(Closing.Keys.Answer(town.Case));

        Die(town, Ends[0]);
        Die(town, Ends[1]);
        Assert.IsType<KeyAnswer.NotKnownDestroyed>(Closing.Keys.Answer(town.Case));
    }

    [Fact]
    public void Released_and_destruction_attested_whatever_ends_the_destinations_key()
    {
        Func<Town, Attempt>[] endings = [town => town.Loaded(), town => town.GaveUp(), town => town.Destroyed(Town.Keys.Destination, KeyOf(OpenStation).Id)];

        foreach (var ending in endings)
        {
            var town = Until(Phase.Released);
            var released = town.Clock;
            town.At(released.AddMinutes(5)).Accepts(ending(town));

            Assert.Equal(new KeyAnswer.ReleasedDestructionAttested(released, released.AddMinutes(5)), Closing.Keys.Answer(town.Case));
        }
    }

    [Fact]
    public void An_order_to_kill_is_not_yet_a_death()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Lost(Carrier));

        Assert.IsType<KeyAnswer.NotKnownDestroyed>(Closing.Keys.Answer(town.Case));
    }

    private static (Digest Key, Digest Machine)[] Ends =>
        [(Town.Keys.Owner, OwnerHolder), (Town.Keys.Contractor, ContractorHolder), (Town.Keys.Destination, KeyOf(OpenStation).Id)];

    private static void Die(Town town, (Digest Key, Digest Machine) end) => town.Accepts(town.Destroyed(end.Key, end.Machine, DestructionCause.Loss));

    private static Town Confirmed()
    {
        var town = Until(Phase.Arrived);
        town.Do(town.Confirmed(Officer, Role.SecurityOfficer));
        town.Do(town.Confirmed(SiteOperator, Role.Operator));
        return town;
    }
}
