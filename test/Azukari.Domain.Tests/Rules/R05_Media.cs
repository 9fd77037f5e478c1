namespace Azukari.Domain.Tests.Rules;

/// <summary>R5: the registers of media, stations and sites are the officer's; only a registered, free medium is asked for.</summary>
public sealed class R05_Media
{
    [Fact]
    public void A_medium_that_is_not_registered_is_not_asked_for()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Media = [new("own-stick")] }), (R5, MediumNotRegistered));
    }

    [Fact]
    public void Nothing_is_sealed_onto_a_medium_that_is_not_registered()
    {
        var town = Until(Phase.Permitted).At(Window.From);

        town.Refuses(
            town.Sealed(sealedAs => sealedAs with { Volumes = [Volume(new("own-stick"))] }), (R5, MediumNotRegistered), (R10, MediumNotPermitted), (R10, SerialDiffers));
    }

    [Fact]
    public void A_medium_serves_one_carry_out_at_a_time()
    {
        var town = Until(Phase.Asked);

        town.Refuses(town.Ask(id: new("carry-2")), (R5, MediumInUse));
        town.Accepts(town.Ask(plan => plan with { Media = [SecondStick] }, new("carry-2")));
    }

    [Fact]
    public void No_property_number_and_no_serial_number_is_registered_twice()
    {
        var town = Founded();

        town.Refuses(town.AdmitStick(Stick), (R5, NameTakenAlready), (R5, SerialTakenAlready));
        town.Refuses(town.AdmitStick(new("usb-3"), act => act with { Measured = act.Measured with { Serial = $"serial of {Stick}" } }), (R5, SerialTakenAlready));
    }

    [Fact]
    public void A_medium_has_a_home_that_is_known()
    {
        var town = Founded();

        town.Refuses(town.AdmitStick(new("usb-3"), act => act with { Home = new("somewhere") }), (R7, SiteUnknown));
    }

    [Fact]
    public void The_owners_officer_signs_every_register()
    {
        var town = Founded();

        foreach (var attempt in new[] { town.AdmitStick(new("usb-3")), town.Enrol(new StationId("new-1"), DataCentre), town.Register(new("annex"), NetworkLayer.Lgwan) })
            town.Refuses(attempt with { Signers = [] }, (R5, SecurityOfficerMissing));
    }
}
