using Azukari.Domain.Applications;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R7: what an application must state.</summary>
public sealed class R07_Application
{
    [Fact]
    public void It_says_how_the_data_will_travel()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Method = TransferMethod.NotStated }), (R7, MethodNotStated));
    }

    [Fact]
    public void An_application_that_states_nothing_hears_of_every_part_that_is_missing()
    {
        var town = Founded();
        var attempt = town.Ask(plan => plan with
        {
            Template = null,
            TextDigest = null,
            Data = [],
            PlannedPeople = 0,
            MostPeople = 0,
            Media = [],
            Source = new("a"),
            SealAt = new("b"),
            Destination = new("c"),
            OpenAt = new("d"),
            Window = null,
            Custodians = [],
        });

        town.Refuses(
            attempt, (R7, PurposeNotStated), (R7, NothingAskedFor), (R7, PeopleNotCounted), (R7, NoMedium), (R7, SiteUnknown), (R7, StationUnknown), (R7, WindowNotStated),
            (R7, NoCustodians), (R8, AccompaniedNeedsTwo), (R8, NoTemplateInForce));
    }

    [Fact]
    public void The_purpose_is_stated()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { TextDigest = null }), (R7, PurposeNotStated));
    }

    [Fact]
    public void An_application_without_fields_asks_for_nothing()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Data = [new(Residents, [])] }), (R7, NothingAskedFor));
    }

    [Fact]
    public void The_people_are_counted_and_the_most_is_not_below_the_plan()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { PlannedPeople = 0, MostPeople = 0 }), (R7, PeopleNotCounted));
        town.Refuses(town.Ask(plan => plan with { MostPeople = 99 }), (R7, PeopleNotCounted));
    }

    [Theory]
    [InlineData(100, 110, true)]
    [InlineData(100, 111, false)]
    [InlineData(1, 1, true)]
    [InlineData(9, 9, true)]
    [InlineData(9, 10, false)]
    [InlineData(460_517, 506_568, true)]
    [InlineData(460_517, 506_569, false)]
    [InlineData(long.MaxValue, long.MaxValue, true)]
    public void The_margin_is_a_percentage_of_the_plan_rounded_down(long planned, long most, bool isAllowed)
    {
        var town = Founded();
        var attempt = town.Ask(plan => plan with { PlannedPeople = planned, MostPeople = most });

        if (isAllowed) town.Accepts(attempt);
        else town.Refuses(attempt, (R7, MarginTooLarge));
    }

    [Fact]
    public void A_margin_beyond_the_policys_is_refused()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { MostPeople = 111 }), (R7, MarginTooLarge));
    }

    [Fact]
    public void Without_a_medium_only_the_online_method_remains()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Media = [] }), (R7, NoMedium));
        town.Accepts(town.Ask(plan => plan with { Media = [], Method = Applications.TransferMethod.Online }));
    }

    [Fact]
    public void Sites_and_stations_are_registered_and_belong_together()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Destination = new("dinner") }), (R7, SiteUnknown), (R7, StationElsewhere));
        town.Refuses(town.Ask(plan => plan with { OpenAt = new("laptop") }), (R7, StationUnknown));
        town.Refuses(town.Ask(plan => plan with { SealAt = OpenStation }), (R7, StationElsewhere));
        town.Refuses(town.Enrol(new StationId("new-1"), new SiteId("dinner")), (R7, SiteUnknown));
    }

    [Fact]
    public void A_medium_is_kept_and_handed_over_at_registered_sites()
    {
        Founded().Refuses(Founded().AdmitStick(new("usb-3"), act => act with { Home = new("dinner") }), (R7, SiteUnknown));

        var town = Until(Phase.Outside);
        town.Refuses(town.BringHome(act => act with { At = new("dinner") }), (R7, SiteUnknown));
    }

    [Fact]
    public void A_site_is_registered_once_lest_it_move_to_another_network_layer()
    {
        var town = Founded();

        town.Refuses(town.Register(DataCentre, NetworkLayer.Isolated), (R7, NameTakenAlready));
    }

    [Fact]
    public void The_window_is_stated_in_its_order()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Window = null }), (R7, WindowNotStated));
        town.Refuses(town.Ask(plan => plan with { Window = Window with { From = Window.OutBy.AddMilliseconds(1) } }), (R7, WindowOutOfOrder));
        town.Refuses(town.Ask(plan => plan with { Window = Window with { OpenBy = Window.WorkEnds.AddMilliseconds(1) } }), (R7, WindowOutOfOrder));
        Until(Phase.Permitted).Refuses(Until(Phase.Permitted).Extended(window => window with { OutBy = window.OpenBy.AddMinutes(1) }), (R7, WindowOutOfOrder));
        town.Accepts(town.Ask(plan => plan with { Window = new(Window.From, Window.From, Window.From, Window.From, Window.From) }));
    }

    [Fact]
    public void Somebody_is_named_to_carry_it()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Custodians = [] }), (R7, NoCustodians), (R8, AccompaniedNeedsTwo));
    }

    [Fact]
    public void A_name_is_asked_under_once()
    {
        var town = Until(Phase.Asked);

        town.Refuses(town.Ask(), (R7, AskedAlready));
    }

    [Fact]
    public void What_was_never_asked_for_is_not_decided()
    {
        var town = Founded();

        town.Refuses(town.Endorsed(), (R7, NotAsked));
        town.Refuses(town.Approved(), (R7, NotAsked));
        town.Refuses(town.Declined(), (R7, NotAsked));
        town.Refuses(town.Amended(plan => plan with { MostPeople = 100 }), (R7, NotAsked));
        town.Refuses(town.Withdrawn(), (R7, NotAsked));
        town.Refuses(town.Lifted(), (R7, NotAsked));
        town.Refuses(town.Passed(Watch.DeadlineKind.Opening), (R7, NotAsked));
    }
}
