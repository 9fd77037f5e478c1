using Azukari.Domain.Closing;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R20: keys die at every end independently, once, by the machine that kept them.</summary>
public sealed class R20_Keys
{
    [Fact]
    public void Only_a_deposited_key_is_named_in_a_permit()
    {
        var town = Until(Phase.Endorsed);

        town.Refuses(town.Approved(act => act with { Keys = Town.Keys with { Owner = Hash("mine") } }), (R20, KeyNotDeposited));
    }

    [Fact]
    public void A_key_is_deposited_once_and_named_once()
    {
        var town = Until(Phase.Permitted);
        town.Refuses(town.Deposit(Town.Keys.Owner, OwnerHolder), (R20, KeyNamedTwice));
        var other = new CarryOutId("carry-2");
        town.Do(town.Ask(plan => plan with { Media = [SecondStick] }, other));
        town.Do(town.By(new Applications.Endorse(other), null, (Executive, Role.InformationManager)));

        town.Refuses(town.By(new Permits.Approve(other, Town.Keys), null, (Approver, Role.Approver)), (R20, KeyNamedTwice));
    }

    [Fact]
    public void A_dead_key_is_not_named()
    {
        var town = Until(Phase.Endorsed);
        town.Do(town.Destroyed(Town.Keys.Contractor, ContractorHolder, DestructionCause.TooOld));

        town.Refuses(town.Approved(), (R20, KeyDead));
    }

    [Fact]
    public void Nothing_is_sealed_to_a_dead_key()
    {
        var town = Until(Phase.Permitted).At(Window.From);
        town.Do(town.Destroyed(Town.Keys.Owner, OwnerHolder));

        town.Refuses(town.Sealed(), (R20, KeyDead));
    }

    [Fact]
    public void A_tombstone_is_written_by_the_machine_that_kept_the_key()
    {
        var town = Until(Phase.Outside);

        town.Refuses(town.Destroyed(Town.Keys.Owner, ContractorHolder), (R20, NotItsKey));
        town.Refuses(town.Destroyed(Hash("mine"), OwnerHolder), (R20, KeyNotDeposited));
        town.Refuses(town.By(new DestroyKey(new("carry-2"), Stone(Town.Keys.Owner, DestructionCause.Loss)), OwnerHolder), (R20, NotItsKey));
        town.Refuses(town.By(town.GaveUp().Act, KeyOf(Bench).Id), (R20, NotItsKey));
        town.Refuses(town.GaveUp(Town.Keys.Owner), (R20, NotItsKey));
    }

    [Fact]
    public void A_key_dies_once_and_its_first_tombstone_dates_it()
    {
        var town = Until(Phase.Released);
        town.Do(town.Destroyed(Town.Keys.Destination, KeyOf(OpenStation).Id, DestructionCause.WindowEnded));
        var death = town.Case.Deaths[Town.Keys.Destination];
        town.Refuses(town.Destroyed(Town.Keys.Destination, KeyOf(OpenStation).Id), (R20, KeyDead));

        town.At(town.Clock.AddHours(1)).Accepts(town.Loaded());
        Assert.Equal(death, town.Case.Deaths[Town.Keys.Destination]);
    }

    [Fact]
    public void After_one_of_the_three_has_died_no_layer_comes_off()
    {
        var town = Until(Phase.Arrived);
        town.Do(town.Confirmed(Officer, Role.SecurityOfficer));
        town.Do(town.Confirmed(SiteOperator, Role.Operator));
        town.Do(town.Destroyed(Town.Keys.Contractor, ContractorHolder));

        town.Refuses(town.Released(Side.Owner), (R20, KeyDead));
    }

    [Fact]
    public void Whoever_loaded_destroyed_the_destinations_key_and_no_other()
    {
        var town = Until(Phase.Released);

        town.Refuses(town.Loaded(measured => measured with { KeyDestroyed = Stone(Town.Keys.Owner, DestructionCause.Loaded) }), (R20, NotItsKey));
    }

    [Fact]
    public void Nothing_is_confirmed_gone_while_a_key_lives()
    {
        var town = Until(Phase.Verified);

        Assert.Equal(
            new[] { Town.Keys.Owner, Town.Keys.Contractor }.Select(key => key.Value).Order(StringComparer.Ordinal),
            town.Refused(town.ErasureConfirmed()).Where(said => (said.Rule, said.Because) == (R20, KeysStillAlive)).Select(said => said.About));
        town.Refuses(town.ErasureConfirmed(), (R20, KeysStillAlive));
    }

    [Fact]
    public void The_state_of_a_key_is_told_at_each_end()
    {
        var town = Until(Phase.Outside);
        Assert.Equal(EndState.Alive, State(town));
        Assert.Equal(EndState.Unknown, Closing.Keys.StateOf(town.Facts, town.Case, Hash("mine")));

        town.Do(town.Lost(HomeKeeper));
        Assert.Equal(EndState.Suspended, State(town));
        town.Do(town.Lost(Manager));
        Assert.Equal(EndState.Pending, State(town));
        town.Do(town.Destroyed(Town.Keys.Owner, OwnerHolder, DestructionCause.Loss));
        Assert.Equal(EndState.Dead, State(town));

        static EndState State(Town town) => Closing.Keys.StateOf(town.Facts, town.Case, Town.Keys.Owner);
    }

    [Fact]
    public void Keys_die_at_every_end()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Lost(Carrier));
        town.Refuses(town.EndedLost(), (R20, KeysStillAlive), (R21, IncidentStillOpen));
        town.Do(town.Broken(of: CaseId));
        town.Refuses(town.EndedDestroyed(), (R20, KeysStillAlive));
        town.KillKeys().Accepts(town.EndedDestroyed());
    }
}
