using Azukari.Domain.Closing;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R20: a key whose machine is gone is attested dead by two people, one of each side. It lets a case end; it never says that nobody has read anything (R24).</summary>
public sealed class R20_Attested
{
    [Fact]
    public void It_is_attested_by_the_owners_officer_and_the_executive()
    {
        var town = Until(Phase.Outside);
        var attempt = town.Attested(Town.Keys.Destination);

        town.Refuses(attempt with { Signers = [attempt.Signers[0]] }, (R20, InformationManagerMissing));
        town.Refuses(attempt with { Signers = [attempt.Signers[1]] }, (R20, SecurityOfficerMissing));
        town.Accepts(attempt);
        Assert.Equal(EndState.DeadAttested, Closing.Keys.StateOf(town.Facts, town.Case, Town.Keys.Destination));
        Assert.Empty(town.Case.Deaths);
    }

    [Fact]
    public void Only_a_deposited_key_of_that_carry_out_is_attested_and_once()
    {
        var town = Until(Phase.Outside);

        town.Refuses(town.Attested(Hash("mine")), (R20, KeyNotDeposited));
        var other = town.Attested(Town.Keys.Owner);
        town.Refuses(town.By(new AttestKeyDead(null, Town.Keys.Owner, Hash("account")), null, (Officer, Role.SecurityOfficer), (Executive, Role.InformationManager)), (R20, NotItsKey));
        town.Do(other);
        town.Refuses(town.Attested(Town.Keys.Owner), (R20, KeyDead));
        town.Do(town.Destroyed(Town.Keys.Contractor, ContractorHolder));
        town.Refuses(town.Attested(Town.Keys.Contractor), (R20, KeyDead));
    }

    [Fact]
    public void Before_a_release_it_proves_nothing()
    {
        var town = Until(Phase.Outside);
        foreach (var key in Home.KeysOf(town.Case)) town.Do(town.Attested(key));

        Assert.IsType<KeyAnswer.NotKnownDestroyed>(Closing.Keys.Answer(town.Case));
    }

    [Fact]
    public void After_a_release_the_destination_that_is_gone_is_attested_destroyed()
    {
        var town = Until(Phase.Released);
        var released = town.Clock;
        town.At(released.AddHours(1)).Do(town.Attested(Town.Keys.Owner));
        Assert.IsType<KeyAnswer.NotKnownDestroyed>(Closing.Keys.Answer(town.Case));

        town.At(released.AddHours(2)).Do(town.Attested(Town.Keys.Destination));
        Assert.Equal(new KeyAnswer.ReleasedDestructionAttested(released, released.AddHours(2)), Closing.Keys.Answer(town.Case));
    }

    [Fact]
    public void A_tombstone_that_comes_after_all_is_the_better_word()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Attested(Town.Keys.Owner));
        town.At(town.Clock.AddHours(1)).Accepts(town.Destroyed(Town.Keys.Owner, OwnerHolder, DestructionCause.AttestedDead));

        Assert.Equal(EndState.Dead, Closing.Keys.StateOf(town.Facts, town.Case, Town.Keys.Owner));
        Assert.Equal(new KeyAnswer.NeverReleasedDestroyed(town.Clock), Closing.Keys.Answer(town.Case));
    }

    [Fact]
    public void Nothing_is_granted_sealed_or_released_with_a_key_that_was_attested_dead()
    {
        var endorsed = Until(Phase.Endorsed);
        endorsed.Do(endorsed.Attested(Town.Keys.Owner));
        endorsed.Refuses(endorsed.Approved(), (R20, KeyDead));

        var permitted = Until(Phase.Permitted).At(Window.From);
        permitted.Do(permitted.Attested(Town.Keys.Owner));
        permitted.Refuses(permitted.Sealed(), (R20, KeyDead));

        var arrived = Until(Phase.Arrived);
        arrived.Do(arrived.Confirmed(Officer, Role.SecurityOfficer));
        arrived.Do(arrived.Confirmed(SiteOperator, Role.Operator));
        arrived.Do(arrived.Attested(Town.Keys.Contractor));
        arrived.Refuses(arrived.Released(Side.Owner), (R20, KeyDead));
    }

    [Fact]
    public void It_lets_what_is_lost_or_destroyed_end_and_the_erasure_be_confirmed()
    {
        var lost = Until(Phase.Outside);
        lost.Do(lost.Lost(Carrier));
        lost.Do(lost.Attested(Town.Keys.Destination));
        lost.Responded().KillKeys().Accepts(lost.EndedLost());

        var destroyed = Until(Phase.Home);
        destroyed.Do(destroyed.Broken(of: CaseId));
        destroyed.Do(destroyed.Attested(Town.Keys.Owner));
        destroyed.KillKeys().Accepts(destroyed.EndedDestroyed());

        var verified = Until(Phase.Verified);
        verified.Do(verified.Attested(Town.Keys.Owner));
        verified.Do(verified.Destroyed(Town.Keys.Contractor, ContractorHolder));
        verified.Accepts(verified.ErasureConfirmed());
        Assert.Contains(Erasure.CertificateItem.KeysDead, Erasure.ErasureCertificate.Of(verified.Facts, verified.Case, Stick)!.Missing);
    }

    [Fact]
    public void A_station_that_is_gone_is_closed_after_its_keys_were_attested()
    {
        var town = Until(Phase.Permitted);
        town.Refuses(town.Shut(OpenStation), (R36, KeysStillAlive));

        town.Do(town.Attested(Town.Keys.Destination));
        town.Accepts(town.Shut(OpenStation));
    }

    [Fact]
    public void The_engagement_ends_with_keys_that_were_attested_dead()
    {
        var town = Until(Phase.Closed).Emptied();
        town.Do(town.Deposit(Hash("r-spare"), OwnerHolder));
        town.Refuses(town.EngagementClosed(), (R36, KeysStillAlive));

        town.Do(town.Attested(Hash("r-spare")));
        town.Accepts(town.EngagementClosed());
    }
}
