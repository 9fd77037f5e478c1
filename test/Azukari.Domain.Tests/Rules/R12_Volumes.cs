using Azukari.Domain.Sealing;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R12: a person is in exactly one volume, so that the people and rows of the volumes add up to the whole; a spare adds nobody.</summary>
public sealed class R12_Volumes
{
    [Fact]
    public void Counts_that_cannot_be_are_refused_though_no_volume_bears_them()
    {
        var town = Until(Phase.Permitted).At(Day(21, 9, 30));

        town.Refuses(town.Sealed(measured => measured with { People = 90, Volumes = [] }), (R10, MediumNotPermitted), (R12, CountsDoNotAdd));
    }

    [Fact]
    public void The_volumes_add_up_to_the_whole()
    {
        var town = Ready();

        town.Refuses(town.Sealed(Split((60, 60), (41, 40))), (R12, CountsDoNotAdd));
        town.Refuses(town.Sealed(Split((61, 60), (40, 40))), (R12, CountsDoNotAdd));
        town.Refuses(town.Sealed(Split((60, 60), (40, 39))), (R12, CountsDoNotAdd));
        town.Accepts(town.Sealed(Split((60, 60), (40, 40))));
    }

    [Fact]
    public void The_people_over_all_datasets_add_up_as_well()
    {
        var town = Ready();

        town.Refuses(
            town.Sealed(sealedAs => sealedAs with { Volumes = [Of(Stick, 60, (60, 60)) with { People = 59 }, Of(SecondStick, 40, (40, 40))] }), (R12, CountsDoNotAdd));
    }

    [Fact]
    public void What_is_in_a_volume_can_be_by_itself()
    {
        var town = Ready();

        // 30 rows of 60 people in one volume, and 70 rows of 40 in the other: the sums are right and the first cannot be.
        town.Refuses(town.Sealed(Split((30, 60), (70, 40))), (R12, CountsDoNotAdd));
        town.Refuses(town.Sealed(Split((-1, -1), (101, 101))), (R12, CountsDoNotAdd));
    }

    [Fact]
    public void A_volume_holds_no_dataset_that_the_whole_does_not_name()
    {
        var town = Ready();

        town.Refuses(
            town.Sealed(sealedAs => sealedAs with
            {
                Volumes = [Of(Stick, 60, (60, 60)) with { Data = [new(Residents, 60, 60), new(Benefits, 0, 0)] }, Of(SecondStick, 40, (40, 40))],
            }),
            (R12, CountsDoNotAdd));
    }

    [Fact]
    public void A_dataset_of_which_a_volume_has_nothing_may_be_left_out()
    {
        var town = Until(Phase.Permitted, plan => plan with { Media = [Stick, SecondStick], Data = [.. plan.Data, new(Benefits, ["id"])] }).At(Window.From);

        town.Accepts(town.Sealed(sealedAs => sealedAs with
        {
            Volumes = [Of(Stick, 60, (60, 60)) with { Data = [new(Residents, 60, 60), new(Benefits, 100, 60)] }, Of(SecondStick, 40, (40, 40))],
            Data = [sealedAs.Data[0], sealedAs.Data[1] with { Rows = 100, People = 60 }],
        }));
    }

    [Fact]
    public void A_spare_adds_nobody()
    {
        var town = Ready();

        town.Refuses(town.Sealed(Split((50, 50), (50, 50), isSpare: true)), (R12, CountsDoNotAdd));
        town.Accepts(town.Sealed(Split((100, 100), (100, 100), isSpare: true)));
    }

    [Fact]
    public void A_spare_is_counted_and_measured_like_its_volume()
    {
        var town = Ready();

        town.Refuses(town.Sealed(Split((100, 100), (99, 99), isSpare: true)), (R12, CountsDoNotAdd));
        town.Refuses(
            town.Sealed(sealedAs => sealedAs with { Volumes = [Of(Stick, 100, (100, 100)), SpareOfFirst((100, 100)) with { Bytes = 4095 }] }), (R12, CountsDoNotAdd));
        town.Refuses(
            town.Sealed(sealedAs => sealedAs with { Volumes = [Of(Stick, 100, (100, 100)), SpareOfFirst((100, 100)) with { People = 99 }] }), (R12, CountsDoNotAdd));
    }

    [Fact]
    public void A_release_asks_for_every_payload_and_not_for_its_spare()
    {
        var town = Ready();
        town.Do(town.Sealed(Split((100, 100), (100, 100), isSpare: true)));
        town.Do(town.Leave());
        town.At(Day(21, 11, 0)).Do(town.HandIn());
        town.At(Day(21, 11, 30)).Do(town.Arrival());

        town.Accepts(town.Confirmed(Officer, Role.SecurityOfficer));
        town.Accepts(town.Confirmed(SiteOperator, Role.Operator));
        town.Accepts(town.Released(Side.Owner));
    }

    private static Town Ready() => Until(Phase.Permitted, plan => plan with { Media = [Stick, SecondStick] }).At(Window.From);

    private static Func<SealMeasured, SealMeasured> Split((long Rows, long People) first, (long Rows, long People) second, bool isSpare = false) => sealedAs => sealedAs with
    {
        Volumes = [Of(Stick, first.People, first), isSpare ? SpareOfFirst(second) : Of(SecondStick, second.People, second)],
    };

    private static SealedVolume Of(MediumId medium, long people, (long Rows, long People) residents) =>
        Volume(medium) with { People = people, Data = [new(Residents, residents.Rows, residents.People)] };

    private static SealedVolume SpareOfFirst((long Rows, long People) residents) =>
        Spare(SecondStick, Volume(Stick)) with { People = residents.People, Data = [new(Residents, residents.Rows, residents.People)] };
}
