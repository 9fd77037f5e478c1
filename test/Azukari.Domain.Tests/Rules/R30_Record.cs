namespace Azukari.Domain.Tests.Rules;

/// <summary>R30: every act is a signed entry; every signature leads back to the genesis and counts once, for one thing.</summary>
public sealed class R30_Record
{
    [Fact]
    public void A_statement_counts_to_its_last_millisecond_and_no_longer()
    {
        var town = Founded();
        var attempt = town.Ask();

        town.At(attempt.Signers[0].Until.AddMilliseconds(1)).Refuses(attempt, (R30, StatementExpired));
        town.At(attempt.Signers[0].Until).Accepts(attempt);
    }

    [Fact]
    public void A_statement_about_another_entry_does_not_count()
    {
        var town = Until(Phase.Endorsed);
        var attempt = town.Approved();

        town.Refuses(attempt with { Signers = [attempt.Signers[0] with { On = town.Facts.Genesis! }] }, (R30, StatementOnOther));
    }

    [Fact]
    public void A_machines_word_about_another_entry_does_not_count()
    {
        var town = Until(Phase.Outside);
        var attempt = town.Arrival();

        town.Refuses(attempt with { Machine = attempt.Machine! with { On = town.Facts.Genesis! } }, (R30, StatementOnOther));
    }

    [Fact]
    public void A_confirmation_of_one_arrival_does_not_confirm_the_next()
    {
        var town = Until(Phase.Arrived);
        var attempt = town.Confirmed(Officer, Role.SecurityOfficer);
        town.Do(town.Arrival(1));

        town.Refuses(attempt, (R30, StatementOnOther));
    }

    [Fact]
    public void A_statement_counts_once()
    {
        var town = Founded();
        var attempt = town.Decree();
        town.Accepts(attempt);

        town.Refuses(attempt, (R30, StatementUsed));
    }

    [Fact]
    public void A_signature_with_another_key_is_somebody_elses()
    {
        var town = Founded();
        var attempt = town.Decree();

        town.Refuses(attempt with { Signers = [attempt.Signers[0] with { Key = KeyOf(Officer).Id }] }, (R30, KeyNotThePersons));
    }

    [Fact]
    public void A_machine_that_is_not_enrolled_says_nothing()
    {
        var town = Founded();

        town.Refuses(town.Deposit(Hash("r-new"), Hash("laptop")), (R30, MachineNotEnrolled));
        town.Refuses(town.AdmitStick(new("usb-3")) with { Machine = new(Hash("laptop"), town.Facts.Genesis!) }, (R30, MachineNotEnrolled), (R31, StationSignatureMissing));
    }

    [Fact]
    public void An_engagement_is_founded_once()
    {
        var town = Founded();

        town.Refuses(town.Found(), (R30, FoundedAlready));
    }

    [Fact]
    public void Both_roots_found_it_with_the_keys_that_it_pins()
    {
        var town = new Town();
        var attempt = town.Found();

        town.Refuses(attempt with { Signers = attempt.Signers[..1] }, (R1, RepresentativeMissing));
        town.Refuses(attempt with { Signers = [] }, (R1, RepresentativeMissing));
        town.Refuses(attempt with { Signers = [attempt.Signers[0], attempt.Signers[1] with { Key = KeyOf(Manager).Id }] }, (R30, KeyNotThePersons));
        town.Refuses(attempt with { Signers = [attempt.Signers[0], attempt.Signers[0]] }, (R2, SamePersonTwice));
        town.At(Setup.AddMinutes(10).AddMilliseconds(1)).Refuses(attempt, (R30, StatementExpired));
        town.At(Setup.AddMinutes(10)).Accepts(attempt);
    }

    [Fact]
    public void Two_sides_on_one_machine_found_nothing()
    {
        var town = new Town();

        town.Refuses(town.Found(act => act with { Contractor = act.Contractor with { HolderKey = act.Owner.HolderKey } }), (R30, NameTakenAlready));
        town.Refuses(town.Found(act => act with { Contractor = act.Contractor with { HolderKey = act.Contractor.RootKey } }), (R30, NameTakenAlready));
        town.Refuses(town.Found(act => act with { Contractor = act.Contractor with { WitnessKey = act.Owner.WitnessKey } }), (R30, NameTakenAlready));
        town.Refuses(town.Found(act => act with { Contractor = act.Contractor with { RootKey = act.Owner.RootKey } }), (R30, NameTakenAlready), (R30, KeyNotThePersons));
    }

    [Fact]
    public void Where_nothing_is_founded_every_act_but_the_genesis_is_told_so_and_none_breaks()
    {
        foreach (var attempt in Samples.OfEveryAct().Where(sample => sample.Act is not FoundEngagement))
            Assert.Contains(new Refusal(R30, NotFounded), new Town().Refused(attempt));

        Assert.IsType<Outcome.Accepted>(new Town().Decide(new Town().Found()));
    }
}
