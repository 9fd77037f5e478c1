using Azukari.Domain.Closing;
using Azukari.Domain.Incidents;
using Azukari.Domain.Sealing;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R24: exact for any set of a consignment's media; over several carry-outs a bound at once, and exact once the source has counted.</summary>
public sealed class R24_Several
{
    [Fact]
    public void Any_set_of_a_consignments_media_is_answered_exactly()
    {
        var town = TwoVolumes();

        Assert.Equal((60L, 70L), Counts(Contents.Of(town.Case, [Stick])));
        Assert.Equal((40L, 50L), Counts(Contents.Of(town.Case, [SecondStick])));
        Assert.Equal((100L, 120L), Counts(Contents.Of(town.Case, [Stick, SecondStick])));
        Assert.Equal(Counts(Contents.Of(town.Case)), Counts(Contents.Of(town.Case, [SecondStick, Stick, Stick])));
        Assert.Equal([new SealedDataset(Residents, ["id", "name"], 70, 60)], Contents.Of(town.Case, [Stick])!.Data, SameDataset);
        Assert.Null(Contents.Of(town.Case, []));
        Assert.Null(Contents.Of(town.Case, [new("own-stick")]));
        Assert.Null(Contents.Of(Until(Phase.Permitted).Case, [Stick]));
    }

    [Fact]
    public void A_spare_beside_its_volume_adds_nobody_and_alone_is_the_whole_volume()
    {
        var town = Until(Phase.Sealed, plan => plan with { Media = [Stick, SecondStick] }, sealedAs => sealedAs with { Volumes = [Volume(Stick), Spare(SecondStick, Volume(Stick))] });

        foreach (var media in new MediumId[][] { [Stick], [SecondStick], [Stick, SecondStick] }) Assert.Equal((100L, 100L), Counts(Contents.Of(town.Case, media)));
    }

    [Fact]
    public void A_dataset_of_which_a_medium_has_nothing_was_not_on_it()
    {
        var town = Until(Phase.Sealed, plan => plan with { Media = [Stick, SecondStick], Data = [.. plan.Data, new(Benefits, ["id"])] }, sealedAs => sealedAs with
        {
            Volumes =
            [
                Volume(Stick) with { People = 60, Data = [new(Residents, 60, 60), new(Benefits, 100, 60)] },
                Volume(SecondStick) with { People = 40, Data = [new(Residents, 40, 40)] },
            ],
            Data = [sealedAs.Data[0], sealedAs.Data[1] with { Rows = 100, People = 60 }],
        });

        Assert.Equal([Residents], Contents.Of(town.Case, [SecondStick])!.Data.Select(data => data.Dataset));
        Assert.Equal((60L, 160L), Counts(Contents.Of(town.Case, [Stick])));
    }

    [Fact]
    public void Who_held_it_when_has_no_gap_and_the_last_one_lasts()
    {
        var town = Until(Phase.Arrived);
        var held = Contents.Of(town.Case)!.Held;

        Assert.Equal([[Sealer], [Carrier, CityCarrier], [SiteKeeper]], held.Select(holding => holding.Holders.ToArray()));
        Assert.Equal([Day(21, 9, 30), Day(21, 9, 45), Day(21, 11, 0)], held.Select(holding => holding.From.At));
        Assert.Equal([Day(21, 9, 45), Day(21, 11, 0), null], held.Select(holding => holding.Until?.At));
        Assert.Equal((CallCentre, true), (held[^1].At, held[^1].Stored));
    }

    [Fact]
    public void A_courier_held_it_by_its_numbers()
    {
        var town = Until(Phase.Sealed, plan => plan with { Method = Applications.TransferMethod.Courier, Courier = CourierCompany });
        town.Do(town.LeaveWithCourier());

        var last = Contents.Of(town.Case)!.Held[^1];
        Assert.Empty(last.Holders);
        Assert.Equal("track-1", last.Courier!.Tracking);
    }

    [Fact]
    public void Over_several_carry_outs_it_is_a_bound_at_once()
    {
        var town = Until(Phase.Sealed).AndAnother(sealedAs => sealedAs with { People = 80, Data = [sealedAs.Data[0] with { People = 80 }] });
        var bound = ContentsBound.Of(town.Facts, [CaseId, Other])!;

        Assert.Equal((new PeopleBound(100, 180), 200L, false, null), (bound.People, bound.Records, bound.People.IsExact, bound.Counted));
        var residents = Assert.Single(bound.Data);
        Assert.Equal((Residents, 200L, new PeopleBound(100, 180)), (residents.Dataset, residents.Rows, residents.People));
        Assert.Equal(["id", "name"], residents.Fields);
        Assert.Equal([CaseId, Other], bound.CarryOuts.Select(one => one.CarryOut));
    }

    [Fact]
    public void One_carry_out_is_exact_by_itself_and_what_was_never_sealed_holds_nothing()
    {
        var town = Until(Phase.Sealed);

        Assert.Equal(new PeopleBound(100, 100), ContentsBound.Of(town.Facts, [CaseId, CaseId, new("carry-9")])!.People);
        Assert.Null(ContentsBound.Of(Until(Phase.Permitted).Facts, [CaseId]));
    }

    [Fact]
    public void Once_the_source_has_counted_exactly_these_it_is_exact()
    {
        var town = Until(Phase.Sealed).AndAnother();
        town.Accepts(town.CountedTogether(150));
        var bound = ContentsBound.Of(town.Facts, [Other, CaseId])!;

        Assert.Equal((new PeopleBound(150, 150), new PeopleBound(150, 150), town.Clock), (bound.People, bound.Data[0].People, bound.Counted!.At));
        Assert.Equal(new PeopleBound(100, 100), ContentsBound.Of(town.Facts, [CaseId])!.People);
        Assert.Null(ContentsBound.Of(town.Facts, [CaseId])!.Counted);
    }

    [Fact]
    public void A_later_count_of_the_same_set_replaces_the_earlier_one()
    {
        var town = Until(Phase.Sealed).AndAnother();
        town.Do(town.CountedTogether(150));
        town.Accepts(town.CountedTogether(120, act => act with { CarryOuts = [Other, CaseId] }));

        Assert.Equal(new PeopleBound(120, 120), ContentsBound.Of(town.Facts, [CaseId, Other])!.People);
        Assert.Single(town.Facts.Unions);
    }

    [Fact]
    public void A_count_lies_within_the_bound_to_the_last_person()
    {
        var town = Until(Phase.Sealed).AndAnother();

        town.Refuses(town.CountedTogether(99), (R24, CountOutsideBound));
        town.Refuses(town.CountedTogether(201), (R24, CountOutsideBound));
        town.Accepts(town.CountedTogether(100));
        town.Accepts(town.CountedTogether(200));
    }

    [Fact]
    public void A_count_over_all_datasets_fits_the_counts_of_each()
    {
        var town = Until(Phase.Sealed).AndAnother();

        town.Refuses(town.CountedTogether(150, act => act with { Measured = new(149, act.Measured.Data) }), (R24, CountOutsideBound));
        town.Refuses(town.CountedTogether(150, act => act with { Measured = new(151, act.Measured.Data) }), (R24, CountOutsideBound));
        town.Refuses(town.CountedTogether(150, act => act with { Measured = new(150, [.. act.Measured.Data, .. act.Measured.Data]) }), (R24, CountOutsideBound));
        town.Refuses(town.CountedTogether(150, act => act with { Measured = new(150, []) }), (R24, CountOutsideBound));
        town.Refuses(town.CountedTogether(150, act => act with { Measured = new(150, [.. act.Measured.Data, new(Benefits, 0)]) }), (R24, CountOutsideBound));
    }

    [Fact]
    public void Several_carry_outs_are_two_or_more_each_once_and_all_sealed()
    {
        var town = Until(Phase.Sealed).AndAnother();

        town.Refuses(town.CountedTogether(100, act => act with { CarryOuts = [CaseId] }), (R24, SeveralNotNamed));
        town.Refuses(town.CountedTogether(150, act => act with { CarryOuts = [CaseId, Other, CaseId] }), (R24, SeveralNotNamed));
        town.Refuses(town.CountedTogether(150, act => act with { CarryOuts = [CaseId, Other, new("carry-9")] }), (R24, NotSealed));
    }

    [Fact]
    public void A_station_at_the_source_counts_and_the_owners_officer_signs()
    {
        var town = Until(Phase.Sealed).AndAnother();
        var attempt = town.CountedTogether();

        town.Refuses(attempt with { Signers = [] }, (R24, SecurityOfficerMissing));
        town.Refuses(attempt with { Machine = null }, (R31, StationSignatureMissing));
        town.Refuses(attempt with { Machine = attempt.Machine! with { Key = OwnerHolder } }, (R31, StationSignatureMissing));
        town.Refuses(attempt with { Machine = attempt.Machine! with { Key = KeyOf(OpenStation).Id } }, (R24, StationNotPermitted));
    }

    [Fact]
    public void The_key_is_told_of_each_carry_out_and_never_summed()
    {
        var town = Until(Phase.Sealed).AndAnother();
        town.Do(town.Destroyed(Town.Keys.Owner, OwnerHolder));

        Assert.Equal(
            [new(CaseId, new KeyAnswer.NeverReleasedDestroyed(town.Clock)), new CarryOutKey(Other, new KeyAnswer.NotKnownDestroyed())],
            ContentsBound.Of(town.Facts, [CaseId, Other])!.CarryOuts);
    }

    private static Town TwoVolumes() => Until(Phase.Sealed, plan => plan with { Media = [Stick, SecondStick] }, sealedAs => sealedAs with
    {
        Volumes = [Volume(Stick) with { People = 60, Data = [new(Residents, 70, 60)] }, Volume(SecondStick) with { People = 40, Data = [new(Residents, 50, 40)] }],
        Data = [sealedAs.Data[0] with { Rows = 120 }],
    });

    private static (long People, long Records) Counts(Contents? contents) => (contents!.People, contents.Records);

    private static bool SameDataset(SealedDataset left, SealedDataset right) => (left.Dataset, left.Rows, left.People) == (right.Dataset, right.Rows, right.People) && left.Fields.SequenceEqual(right.Fields);
}
