using Azukari.Domain.Applications;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R10 from the door on: what was not permitted does not leave, by no other method, with no other courier, and no later.</summary>
public sealed class R10_OnTheWay
{
    [Fact]
    public void Without_a_permit_nothing_is_taken_out()
    {
        var town = Until(Phase.Endorsed);

        town.Refuses(town.Leave(), (R10, NoPermit), (R12, NotSealed));
    }

    [Fact]
    public void A_deadline_that_nobody_granted_is_not_put_off_and_what_was_taken_back_is_not_sealed()
    {
        Until(Phase.Endorsed).Refuses(Until(Phase.Endorsed).Extended(window => window with { OpenBy = window.OpenBy.AddHours(1) }), (R10, NoPermit));

        var town = Until(Phase.Permitted);
        town.Do(town.Withdrawn());
        town.Refuses(town.At(Window.From).Sealed(), (R10, HasEnded));
    }

    [Fact]
    public void It_leaves_by_the_method_that_was_permitted()
    {
        var town = Until(Phase.Sealed);

        town.Refuses(town.Leave(act => act with { Method = TransferMethod.Courier }), (R10, MethodDiffers));
        town.Accepts(town.Leave(act => act with { Method = TransferMethod.Accompanied }));
    }

    [Fact]
    public void Where_a_courier_was_permitted_it_leaves_with_that_courier()
    {
        var town = Until(Phase.Sealed, plan => plan with { Method = TransferMethod.Courier, Courier = CourierCompany });

        town.Refuses(town.Leave(), (R10, CourierNotNamed));
        town.Refuses(town.LeaveWithCourier(act => act with { Courier = act.Courier! with { Company = Subcontractor } }), (R10, CourierNotApproved));
        town.Accepts(town.LeaveWithCourier());
    }

    [Fact]
    public void A_suspension_is_lifted_inside_the_window_to_the_millisecond()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Lost(HomeKeeper));

        town.Refuses(town.At(Window.OpenBy.AddMilliseconds(1)).Lifted(), (R10, TooLate));
        town.Accepts(town.At(Window.OpenBy).Lifted());
    }
}
