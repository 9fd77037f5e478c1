using Azukari.Domain.Incidents.Laws;
using static Azukari.Domain.Tests.LawSamples;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R26: nine items, "unknown" where nobody knows; a final report waits for all of them, and the persons get five.</summary>
public sealed class R26_Report
{
    private static readonly DateOnly Day1 = new(2026, 6, 10);

    private static BreachFacts Facts => Known(Day1) with { DiscoveredAt = Noon(Day1) };

    [Fact]
    public void A_draft_has_all_items_in_the_laws_order_with_what_the_record_knows()
    {
        var draft = ReportItems.Of(Private, Facts, []);

        Assert.Equal(Private.RequiredItems, draft.Select(item => item.Item));
        Assert.Equal([ItemState.PartlyKnown, ItemState.PartlyKnown, ItemState.Known], draft.Take(3).Select(item => item.State));
        Assert.All(draft.Skip(3), item => Assert.Equal(ItemState.Unknown, item.State));
    }

    [Fact]
    public void A_number_that_is_a_range_is_known_in_part_only()
    {
        ItemState Of(params PersonCount[] counts) => ReportItems.Of(Private, Facts with { People = [.. counts] }, []).Single(item => item.Item == ReportItem.PersonCount).State;

        Assert.Equal(ItemState.PartlyKnown, Of(new PersonCount(Noon(Day1), null, 1000)));
        Assert.Equal(ItemState.PartlyKnown, Of(new PersonCount(Noon(Day1), 3, null)));
        Assert.Equal(ItemState.Unknown, Of(new PersonCount(Noon(Day1), null, null)));
        Assert.Equal(ItemState.Unknown, Of());
    }

    [Fact]
    public void A_final_report_waits_until_every_item_is_filled_or_a_reason_given()
    {
        var open = ReportItems.Blocking(Private, Facts, []);
        Assert.Equal(Private.RequiredItems.Where(item => item != ReportItem.PersonCount), open);

        foreach (var last in open)
        {
            var answers = open.Where(item => item != last).Select(item => new ItemAnswer(item, Hash("text"), IsReason: item == ReportItem.Cause)).ToArray();
            Assert.Equal([last], ReportItems.Blocking(Private, Facts, [.. answers]));
            Assert.Empty(ReportItems.Blocking(Private, Facts, [.. answers, new(last, Hash("why not"), IsReason: true)]));
        }
    }

    [Fact]
    public void The_persons_are_told_of_items_1_2_4_5_and_9_only()
    {
        ReportItem[] five = [ReportItem.Outline, ReportItem.DataItems, ReportItem.Cause, ReportItem.SecondaryDamage, ReportItem.OtherMatters];

        Assert.Equal(five, ReportItems.ForPersons(Private, Facts, []).Select(item => item.Item));
        Assert.Equal(five, ReportItems.Of(Private, Facts, []).Where(item => item.ToPersons).Select(item => item.Item));
    }

    [Fact]
    public void The_last_answer_to_an_item_stands()
    {
        var why = new ItemAnswer(ReportItem.Cause, Hash("not yet"), IsReason: true);
        var cause = new ItemAnswer(ReportItem.Cause, Hash("the cause"), IsReason: false);

        Assert.Equal(ItemState.Excused, State(why));
        Assert.Equal(ItemState.Written, State(why, cause));

        static ItemState State(params ItemAnswer[] answers) => ReportItems.Of(Private, Facts, [.. answers]).Single(item => item.Item == ReportItem.Cause).State;
    }
}
