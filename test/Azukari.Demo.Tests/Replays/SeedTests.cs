using Azukari.Demo.Replays;
using Azukari.Domain.Closing;

namespace Azukari.Demo.Tests.Replays;

/// <summary>The night that the notice tells of: what would have stopped it, when, and what would have been known.</summary>
public sealed class SeedTests
{
    [Fact]
    public void Sealing_alone_by_somebody_of_an_unapproved_company_is_refused_by_every_rule_it_breaks()
    {
        Assert.Superset(new HashSet<string> { "R1", "R2", "R8", "R11" }, Played.Of(Played.Seed).RulesAt(Played.Seal).ToHashSet());
    }

    [Fact]
    public void The_first_alarm_is_half_an_hour_after_the_work_and_everybody_in_charge_is_told_within_the_next()
    {
        var detect = Played.Of(Played.Seed).Json("detect");

        Assert.Equal("2022-06-21T20:00:00+09:00", detect["first_alarm"]!.GetValue<string>());
        Assert.Equal("R15", detect["rule"]!.GetValue<string>());
        Assert.Equal("2022-06-21T20:30:00+09:00", detect["all_told"]!.GetValue<string>());
        Assert.Equal("2022-06-21T20:45:00+09:00", detect["all_acknowledged"]!.GetValue<string>());
    }

    [Fact]
    public void The_count_is_exact()
    {
        var detect = Played.Of(Played.Seed).Json("detect");

        Assert.Equal(460_517, detect["people"]!.GetValue<long>());
        Assert.Equal(989_832, detect["records"]!.GetValue<long>());
    }

    [Fact]
    public void Nobody_can_open_it_after_loading_which_is_before_dinner()
    {
        var replay = Played.Of(Played.Seed);

        Assert.Equal("2022-06-21T18:05:00+09:00", replay.Json("detect")["key_dead"]!.GetValue<string>());
        Assert.Equal(DestructionCause.Loaded, replay.Detected.Cause);
        Assert.IsType<KeyAnswer.ReleasedDestructionAttested>(replay.Detected.Key);
    }

    [Fact]
    public void When_the_bag_was_gone_the_story_says_for_how_long_nobody_could_have_read_it()
    {
        var replay = Played.Of(Played.Seed);
        var lost = replay.Prevented.Single(step => step.Step.Did == "lose").Step.At;

        Assert.Contains("8 h 55 min", Assert.Single(StoryLine.Of(replay), line => line.At == lost && line.Lane == Lane.Now).Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void What_maps_to_no_command_is_unknown_and_never_guessed()
    {
        var unknown = Played.Of(Played.Seed).Prevented.Where(step => !step.Unknown.IsEmpty).ToArray();

        Assert.Equal(["leave", "lose", "stay-silent", "count", "count", "publish"], unknown.Select(step => step.Unknown.Single()));
        Assert.All(unknown, step => Assert.Empty(step.Said));
    }

    [Fact]
    public void Whoever_the_chain_would_not_admit_is_played_by_somebody_of_the_approved_company_above_and_named()
    {
        var carrier = Assert.Single(Played.Of(Played.Seed).Detected.StandIns, one => one.For is not null);

        Assert.Equal(("carrier", "sub"), (carrier.For, carrier.Party));
    }

    [Fact]
    public void Nothing_that_the_rules_demand_was_refused_on_the_way()
    {
        Assert.Empty(Played.Of(Played.Seed).Detected.NotAsDemanded);
    }

    [Fact]
    public void The_contractors_final_report_is_due_on_day_thirty_from_its_first_report()
    {
        var clocks = Played.Of(Played.Seed).Detected.Clocks;
        var final = Assert.Single(clocks, clock => clock is { Party: "contractor", Deadline.Duty: Domain.Incidents.Laws.BreachDuty.FinalReport });

        Assert.Equal(new DateOnly(2022, 7, 21), final.Deadline.Due);
        Assert.NotNull(final.AlarmAt);
    }
}
