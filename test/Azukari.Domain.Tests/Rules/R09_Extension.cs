using Azukari.Domain.Applications;
using Azukari.Domain.Permits;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R9: a deadline is put off once, before it passes, within policy.</summary>
public sealed class R09_Extension
{
    private static CarryWindow LaterOpening(CarryWindow window) => window with { OpenBy = window.OpenBy.AddHours(1) };

    [Fact]
    public void It_is_signed_by_both_sides()
    {
        var town = Until(Phase.Permitted);
        var act = town.Extended(LaterOpening).Act;

        town.Refuses(town.By(act, null, (Manager, Role.ProjectManager)), (R9, ApproverMissing));
        town.Refuses(town.By(act, null, (Approver, Role.Approver)), (R9, ProjectManagerMissing));
        town.Accepts(town.Extended(LaterOpening));
        Assert.Equal(Window.OpenBy.AddHours(1), town.Case.Plan.Window?.OpenBy);
    }

    [Fact]
    public void Once_it_is_put_off_it_is_not_put_off_again_but_another_deadline_may_be()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Extended(LaterOpening));

        town.Refuses(town.Extended(LaterOpening), (R9, ExtendedAlready));
        town.Do(town.Decree(policy => policy with { LongestHours = 12 }));
        town.Accepts(town.Extended(window => window with { EraseBy = window.EraseBy.AddHours(1) }));
    }

    [Fact]
    public void A_deadline_that_has_passed_is_not_put_off()
    {
        var town = Until(Phase.Outside);
        Assert.IsType<Outcome.Accepted>(town.At(Window.OpenBy).Decide(town.Extended(LaterOpening)));

        town.Refuses(town.At(Window.OpenBy.AddMilliseconds(1)).Extended(LaterOpening), (R9, TooLate));
    }

    [Fact]
    public void A_permit_that_lapsed_unused_is_not_brought_back()
    {
        var town = Until(Phase.Permitted).Wait(Window.OutBy);

        town.Refuses(town.Extended(window => window with { OutBy = window.OutBy.AddHours(1) }), (R9, HasEnded));
    }

    [Fact]
    public void The_whole_stays_as_short_as_policy_allows()
    {
        var town = Until(Phase.Permitted);
        town.Refuses(town.Extended(window => window with { EraseBy = window.EraseBy.AddMilliseconds(1) }), (R8, WindowTooLong));

        town.Facts = town.Facts with { Policy = null };
        town.Refuses(town.Extended(LaterOpening), (R8, NoPolicyInForce));
    }

    [Fact]
    public void It_puts_off_and_does_nothing_else()
    {
        var town = Until(Phase.Permitted);

        town.Refuses(town.Extended(window => window), (R9, NotAnExtension));
        town.Refuses(town.Extended(window => LaterOpening(window) with { From = window.From.AddHours(-1) }), (R8, WindowTooLong), (R9, NotAnExtension));
        town.Refuses(town.Extended(window => LaterOpening(window) with { OutBy = window.OutBy.AddMinutes(-1) }), (R9, NotAnExtension));
        town.Refuses(town.Extended(window => window with { OutBy = window.OpenBy.AddMinutes(1) }), (R7, WindowOutOfOrder));
    }

    [Fact]
    public void What_was_not_granted_has_no_deadline_to_put_off()
    {
        var town = Until(Phase.Endorsed);

        town.Refuses(town.Extended(LaterOpening), (R10, NoPermit));
    }

    [Fact]
    public void After_a_report_of_loss_nothing_is_put_off()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Lost(HomeKeeper));
        town.Refuses(town.Extended(LaterOpening), (R23, Suspended));
    }

    [Fact]
    public void Rules_and_watch_go_by_the_later_time()
    {
        var town = Until(Phase.Arrived);
        town.Do(town.Extended(LaterOpening));

        town.Accepts(town.At(Window.OpenBy.AddMinutes(30)).Confirmed(Officer, Role.SecurityOfficer));

        var unused = Until(Phase.Permitted);
        unused.Do(unused.Extended(window => window with { OutBy = window.OutBy.AddHours(1) }));
        Assert.Null(unused.Wait(Window.OutBy).Case.Voided);
        Assert.NotNull(unused.Wait(Window.OutBy.AddHours(1)).Case.Voided);
    }

    [Fact]
    public void Whoever_signs_it_keeps_to_one_duty()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Appoint(Witness, Role.Approver));

        town.Refuses(town.By(new Extend(CaseId, LaterOpening(Window)), null, (Manager, Role.ProjectManager), (Witness, Role.Approver)), (R2, WitnessIsApprover));
        Assert.Contains(Deadlines.Of(town.Facts), deadline => deadline.Kind == DeadlineKind.Opening);
    }
}
