using Azukari.Domain.Incidents.Laws;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R27: the exemption for protected data is demonstrated when entries prove every condition of it, and not otherwise.</summary>
public sealed class R27_Evidenced
{
    [Fact]
    public void Lost_unreleased_and_destroyed_every_condition_has_its_entry()
    {
        var town = Gone();
        var exemption = Of(town);

        Assert.True(exemption.IsDemonstrated);
        Assert.Equal([town.Case.Seal!.Mark, town.Case.Permit!.Mark, town.Case.Losses[0].Mark, town.Case.Deaths[Keys.Owner].Mark, null], exemption.Conditions.Select(proof => proof.ProvenBy));
    }

    [Fact]
    public void A_cipher_that_nobody_has_read_on_a_list_demonstrates_nothing() =>
        Assert.Equal([ExemptionCondition.CipherListed], Exemption.Of(Gone().Facts, Gone().Case, cipherIsListed: false).Unmet);

    [Fact]
    public void Nothing_sealed_proves_nothing()
    {
        var town = Until(Phase.Permitted);

        Assert.Equal(Enum.GetValues<ExemptionCondition>()[..4], Of(town).Unmet);
    }

    [Fact]
    public void Keys_that_live_are_not_destroyed_from_afar()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Lost(Carrier));

        Assert.Equal([ExemptionCondition.DestroyedFromAfar], Of(town).Unmet);
    }

    [Fact]
    public void What_nobody_knows_yet_has_no_before()
    {
        var town = Until(Phase.Outside);

        Assert.Contains(ExemptionCondition.NotReleasedBefore, Of(town).Unmet);
    }

    [Fact]
    public void Released_and_lost_afterwards_is_not_exempt_and_a_key_destroyed_before_the_loss_was_known_stands_for_it()
    {
        var released = Until(Phase.Released);
        released.Do(released.Lost(Carrier));
        Assert.Contains(ExemptionCondition.NotReleasedBefore, Of(released).Unmet);

        var loaded = Until(Phase.Loaded);
        loaded.At(loaded.Clock.AddMinutes(5)).Do(loaded.Lost(Carrier));
        var proof = Of(loaded).Conditions.Single(proof => proof.Condition == ExemptionCondition.NotReleasedBefore);
        Assert.Equal(loaded.Case.Deaths[Keys.Destination].Mark, proof.ProvenBy);
        Assert.False(Of(loaded).IsDemonstrated); // What was released may have been copied; R24 says "attested" of it, and no more.
    }

    [Fact]
    public void Three_keys_with_two_machines_are_not_three_hands()
    {
        var town = Gone();
        var shared = town.Facts with { Keys = town.Facts.Keys.SetItem(Keys.Owner, town.Facts.Keys[Keys.Owner] with { DepositedWith = ContractorHolder }) };
        var unread = town.Case with { Seal = town.Case.Seal! with { Measured = town.Case.Seal.Measured with { ReadBack = false } } };
        var otherwise = town.Case with { Seal = town.Case.Seal with { Measured = town.Case.Seal.Measured with { Keys = Keys with { Owner = Hash("another") } } } };

        Assert.Equal([ExemptionCondition.KeysElsewhere], Exemption.Of(shared, town.Case, cipherIsListed: true).Unmet);
        Assert.Equal([ExemptionCondition.OnlyCiphertext], Exemption.Of(town.Facts, unread, cipherIsListed: true).Unmet);
        Assert.Equal([ExemptionCondition.KeysElsewhere], Exemption.Of(town.Facts, otherwise, cipherIsListed: true).Unmet);
    }

    private static Exemption Of(Town town) => Exemption.Of(town.Facts, town.Case, cipherIsListed: true);

    private static Town Gone()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Lost(Carrier));
        town.At(town.Clock.AddMinutes(1)).Do(town.Destroyed(Keys.Owner, OwnerHolder, Closing.DestructionCause.Loss));
        return town;
    }
}
