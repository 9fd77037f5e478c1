using Azukari.Domain.Catalogue;
using Azukari.Domain.Incidents;
using Azukari.Domain.Incidents.Laws;
using static Azukari.Domain.Tests.LawSamples;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R26: what is reportable. What may have happened counts, and what is unknown counts as the worst.</summary>
public sealed class R26_Triggers
{
    private static readonly DateOnly Day1 = new(2026, 6, 10);

    private static BreachFacts Plain => Known(Day1) with { Classes = [FieldClass.Contact] };

    [Fact]
    public void More_than_a_thousand_persons_privately_and_more_than_a_hundred_at_a_public_body()
    {
        Assert.Empty(Items(Private, Plain with { People = [Exactly(Day1, 1000)] }));
        Assert.Equal(["4"], Items(Private, Plain with { People = [Exactly(Day1, 1001)] }));

        var body = Plain with { Entity = Municipality };
        Assert.Empty(Items(Public, body with { People = [Exactly(Day1, 100)] }));
        Assert.Equal(["4"], Items(Public, body with { People = [Exactly(Day1, 101)] }));
    }

    [Fact]
    public void One_person_is_enough_for_special_care_for_property_and_for_an_improper_purpose()
    {
        var one = Plain with { People = [Exactly(Day1, 1)] };

        Assert.Empty(Items(Private, one));
        Assert.Equal(["1"], Items(Private, one with { Classes = [FieldClass.SpecialCare] }));
        Assert.Equal(["2"], Items(Private, one with { Classes = [FieldClass.Financial] }));
        Assert.Equal(["3"], Items(Private, one with { ImproperPurpose = true }));
    }

    [Fact]
    public void My_number_is_reportable_for_anybody_and_counts_a_hundred_beside()
    {
        var numbers = Plain with { Classes = [FieldClass.MyNumber], People = [Exactly(Day1, 1)] };

        Assert.Equal(["1"], Items(MyNumber, numbers));
        Assert.Equal(["1"], Items(MyNumber, numbers with { People = [Exactly(Day1, 100)] }));
        Assert.Equal(["1", "4"], Items(MyNumber, numbers with { People = [Exactly(Day1, 101)] }));
        Assert.Equal(["1", "2", "3"], Items(MyNumber, numbers with { ImproperPurpose = true, OpenToAll = true }));
        Assert.Empty(Items(MyNumber, Plain with { People = [Exactly(Day1, 5000)] }));
    }

    [Fact]
    public void An_unknown_number_counts_with_its_maximum_and_without_one_it_passes_every_threshold()
    {
        Assert.Empty(Items(Private, Plain with { People = [new(Noon(Day1), null, 1000)] }));
        Assert.Equal(["4"], Items(Private, Plain with { People = [new(Noon(Day1), 3, 1001)] }));
        Assert.Equal(["4"], Items(Private, Plain with { People = [new(Noon(Day1), 3, null)] }));
        Assert.Equal(["4"], Items(Private, Plain with { People = [] }));
    }

    [Fact]
    public void The_last_count_stands_and_a_threshold_that_was_passed_twice_counts_from_the_last_time()
    {
        var shrunk = Plain with { People = [Exactly(Day1, 460_517), Exactly(Day1.AddDays(3), 900)] };
        Assert.Empty(Items(Private, shrunk));

        var again = shrunk with { People = [Exactly(Day1.AddDays(5), 2000), .. shrunk.People, Exactly(Day1.AddDays(7), 3000)] };
        Assert.Equal(Noon(Day1.AddDays(5)), Triggers.Of(Private, again).Single().Since);
        Assert.Null(Triggers.Of(Private, Plain with { People = [Exactly(Day1.AddDays(-1), 2000)] }).Single().Since);
    }

    [Fact]
    public void A_medium_that_was_outside_has_leaked_and_one_lost_inside_with_another_copy_has_not()
    {
        var inside = Known(Day1) with { OutOfTheHouse = false };

        Assert.Equal(BreachNature.Leak, Known(Day1).Nature);
        Assert.Equal(BreachNature.None, inside.Nature);
        Assert.Equal(BreachNature.Destruction, (inside with { OtherCopy = false }).Nature);
        Assert.All([LossKind.Stolen, LossKind.Misdelivered, LossKind.SealBroken, LossKind.FoundByOthers], kind => Assert.Equal(BreachNature.Leak, (inside with { Events = [kind] }).Nature));
        Assert.Empty(Items(Private, inside));
    }

    [Fact]
    public void What_came_back_unread_is_no_leak() => Assert.Empty(Items(Private, Known(Day1) with { RecoveredUnread = true }));

    [Fact]
    public void Only_a_demonstrated_exemption_takes_the_situations_away()
    {
        Assert.NotEmpty(Items(Private, Known(Day1)));
        Assert.Empty(Items(Private, Known(Day1) with { ExemptionDemonstrated = true }));
    }

    [Fact]
    public void Nothing_is_reportable_about_nobody_or_by_whom_the_law_does_not_bind()
    {
        Assert.Empty(Items(Private, Known(Day1) with { People = [Exactly(Day1, 0)] }));
        Assert.Empty(Items(Public, Known(Day1)));
    }
}
