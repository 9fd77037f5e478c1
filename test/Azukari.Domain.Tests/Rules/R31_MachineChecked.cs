namespace Azukari.Domain.Tests.Rules;

/// <summary>R31: a claim counts when a machine measured it.</summary>
public sealed class R31_MachineChecked
{
    [Fact]
    public void What_a_machine_must_measure_does_not_count_on_paper()
    {
        Refuses(Until(Phase.Outside), town => town.Arrival(), (R10, StationNotPermitted));
        Refuses(Until(Phase.Released), town => town.Loaded(), (R10, StationNotPermitted));
        Refuses(Until(Phase.Released), town => town.GaveUp(), (R20, NotItsKey));
        Refuses(Until(Phase.Home), town => town.SiteErased(), (R19, PresenceNotShown));
        Refuses(Until(Phase.Home), town => town.Cleared(), (R19, PresenceNotShown));
        Refuses(Until(Phase.Cleared), town => town.Verified(), (R19, PresenceNotShown));
        Refuses(Until(Phase.Home), town => town.Destroyed(Town.Keys.Owner, OwnerHolder), (R20, NotItsKey));
        Refuses(Founded(), town => town.Deposit(Hash("r-new"), OwnerHolder));
        Refuses(Founded(), town => town.AdmitStick(new("usb-3")));
        Refuses(Founded(), town => town.Enrol(new StationId("new-1"), DataCentre), (R1, EnrolmentWithoutNewKey));

        static void Refuses(Town town, Func<Town, Attempt> step, params (Rule, Reason)[] beside)
        {
            var said = town.Refused(step(town) with { Machine = null }).Select(refusal => (refusal.Rule, refusal.Because)).ToHashSet();
            Assert.Contains((R31, StationSignatureMissing), said);
            Assert.Subset(beside.Append((R31, StationSignatureMissing)).ToHashSet(), said);
        }
    }

    [Fact]
    public void A_key_holder_has_no_reader_and_measures_no_medium()
    {
        var town = Until(Phase.Home);

        town.Refuses(town.By(town.SiteErased().Act, OwnerHolder, (SiteOperator, Role.Operator), (SiteKeeper, Role.Keeper)), (R31, StationSignatureMissing));
        town.Refuses(town.By(town.Cleared().Act, OwnerHolder, (Sealer, Role.Operator)), (R31, StationSignatureMissing));
    }
}
