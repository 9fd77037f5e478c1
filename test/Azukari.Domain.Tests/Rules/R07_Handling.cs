using Azukari.Domain.Applications;
using Azukari.Domain.Media;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R7: which rows, where it is kept, how it ends, and results that go back; every part that is not stated is said.</summary>
public sealed class R07_Handling
{
    [Fact]
    public void Every_part_that_is_not_stated_is_named()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Handling = null }), (R7, RowsNotStated), (R7, KeepingNotStated), (R7, ErasureNotStated), (R8, MediumReasonMissing));
        town.Refuses(town.Ask(plan => plan with { Handling = Handled with { KeptWhere = null } }), (R7, KeepingNotStated));
        town.Refuses(town.Ask(plan => plan with { Handling = Handled with { Erasure = null } }), (R7, ErasureNotStated));
        town.Accepts(town.Ask());
    }

    [Fact]
    public void A_filter_has_its_condition_and_a_difference_its_beginning()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Handling = Handled with { Rows = new(RowRange.Filtered) } }), (R7, RowsNotStated));
        town.Refuses(town.Ask(plan => plan with { Handling = Handled with { Rows = new(RowRange.ChangedSince) } }), (R7, RowsNotStated));
        town.Accepts(town.Ask(plan => plan with { Handling = Handled with { Rows = new(RowRange.Filtered, Hash("households with children")) } }));
    }

    [Fact]
    public void What_changed_is_told_from_a_delivery_that_was_confirmed()
    {
        static Handling Since(CarryOutId id) => Handled with { Rows = new(RowRange.ChangedSince, null, id) };

        var early = Until(Phase.Released);
        early.Refuses(early.Ask(plan => plan with { Media = [], Handling = Since(CaseId) }, new("next")), (R7, NoMedium), (R7, NothingDelivered));
        early.Refuses(early.Ask(plan => plan with { Media = [], Handling = Since(new("never")) }, new("next")), (R7, NoMedium), (R7, NothingDelivered));

        var done = Until(Phase.Closed);
        done.Accepts(done.Ask(plan => plan with { Handling = Since(CaseId) }, new("next")));
        var elsewhere = Until(Phase.Closed);
        elsewhere.Refuses(
            elsewhere.Ask(plan => plan with { Source = CallCentre, SealAt = OpenStation, Destination = DataCentre, OpenAt = SealStation, Handling = Since(CaseId) }, new("next")),
            (R7, NothingDelivered), (R8, CrossingNotAllowed));
    }

    [Fact]
    public void Results_go_back_where_the_data_came_from_and_only_after_they_arrived()
    {
        static CarryPlan Back(CarryPlan plan) => plan with
        {
            Source = CallCentre,
            SealAt = OpenStation,
            Destination = DataCentre,
            OpenAt = SealStation,
            Handling = Handled with { ResultsOf = CaseId },
        };

        var done = Until(Phase.Closed);
        done.Do(done.Decree(policy => policy with { Crossings = [.. policy.Crossings, new(NetworkLayer.Isolated, NetworkLayer.MyNumber)] }));
        done.Refuses(done.Ask(plan => plan with { Handling = Handled with { ResultsOf = CaseId } }, new("back")), (R7, ResultsOfNothing));
        done.Refuses(done.Ask(plan => Back(plan) with { Handling = Handled with { ResultsOf = new("never") } }, new("back")), (R7, ResultsOfNothing));
        done.Accepts(done.Ask(Back, new("back")));
    }

    [Fact]
    public void What_cannot_be_overwritten_is_planned_to_be_destroyed()
    {
        var town = Founded();
        var disc = town.Facts.Media[Stick];
        town.Facts = town.Facts with { Media = town.Facts.Media.SetItem(Stick, disc with { Admitted = disc.Admitted with { Kind = MediumKind.WriteOnce } }) };

        town.Refuses(town.Ask(), (R7, ErasureUnsuited));
        town.Accepts(town.Ask(plan => plan with { Handling = Handled with { Erasure = PlannedErasure.Destroy } }));
    }

    [Fact]
    public void Online_needs_neither_a_reason_for_a_medium_nor_a_place_to_keep_it()
    {
        var town = Founded();

        town.Accepts(town.Ask(plan => plan with { Method = TransferMethod.Online, Media = [], Handling = Handling.Unstated with { Rows = new(RowRange.Everything) } }));
    }

    [Fact]
    public void Whoever_changes_it_has_all_three_sign_and_after_the_seal_nobody_does()
    {
        var permitted = Until(Phase.Permitted);
        permitted.At(Asking.AddMinutes(5));
        permitted.Accepts(permitted.Amended(plan => plan with { Handling = Handled with { KeptWhere = Hash("another cabinet") } }));
        Assert.Equal([PlanPart.Handling], PlanParts.Between(Plan, permitted.Case.Plan));

        var onTheWay = Until(Phase.Sealed);
        onTheWay.Refuses(onTheWay.Amended(plan => plan with { Handling = Handled with { KeptWhere = Hash("another cabinet") } }), (R9, FixedBySeal));
    }
}
