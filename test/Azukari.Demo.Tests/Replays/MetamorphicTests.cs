namespace Azukari.Demo.Tests.Replays;

/// <summary>Turning one fact makes exactly its rule or its alarm disappear; turning it back restores it.</summary>
public sealed class MetamorphicTests
{
    public static TheoryData<string, string, string, string, string> Facts => new()
    {
        { "R1", Played.Seal, "the owner had approved the company", "entrusted-by: sub,        approved: false", "entrusted-by: sub,        approved: true" },
        { "R2", Played.Seal, "somebody had given the carrier the duty", "{ id: carrier,  party: sub-sub,    role: operator }", "{ id: carrier,  party: sub-sub,    role: operator, appointed: true }" },
        { "R8", Played.Depart, "two of them had carried it, one of them the owner's", "method: alone", "method: accompanied" },
        { "R11", Played.Seal, "the owner had sent a witness", "witness: none", "witness: officer" },
        { "R12", Played.Seal, "it had been sealed and read back", "protection: password", "protection: sealed" },
        { "R14", Played.Depart, "nobody had left alone", "by: [carrier], did: depart", "by: [carrier, officer], did: depart" },
        { "R19", Played.Finish, "the stick had been erased", "erased: false", "erased: true" },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void One_fact_is_one_rule(string rule, string did, string why, string from, string to)
    {
        Assert.NotEmpty(why);
        var (before, after, back) = (Played.Of(Played.Seed), Played.Turned((from, to)), Played.Turned((from, to), (to, from)));

        Assert.Equal([rule], before.RulesAt(did).Except(after.RulesAt(did)));
        Assert.Empty(after.RulesAt(did).Except(before.RulesAt(did)));
        Assert.Equal(before.RulesAt(did), back.RulesAt(did));
    }

    [Fact]
    public void Erasing_after_the_work_takes_the_alarm_of_eight_o_clock_away()
    {
        var (before, after) = (Played.Of(Played.Seed), Played.Turned(("erased: false", "erased: true")));

        Assert.Contains(before.Detected.Alarms, IsOfErasure);
        Assert.DoesNotContain(after.Detected.Alarms, IsOfErasure);
        Assert.True(after.Detected.FirstAlarm is null || after.Detected.FirstAlarm > before.Detected.FirstAlarm);

        static bool IsOfErasure(Domain.Watch.Alarm alarm) => alarm.Kind == Domain.Watch.DeadlineKind.SiteErasure;
    }

    [Fact]
    public void Working_an_hour_longer_moves_the_alarm_by_half_an_hour_for_erasing_is_due_two_hours_after_opening()
    {
        var later = Played.Turned(("at: 2022-06-21T19:30", "at: 2022-06-21T20:30"), ("at: 2022-06-21T19:31", "at: 2022-06-21T20:31"));

        Assert.Equal("2022-06-21T20:05:00+09:00", later.Json("detect")["first_alarm"]!.GetValue<string>());
    }

    [Fact]
    public void The_other_steps_say_the_same_whatever_happened_to_one()
    {
        var (before, after) = (Played.Of(Played.Seed), Played.Turned(("witness: none", "witness: officer")));

        foreach (var did in before.Prevented.Select(step => step.Step.Did).Except([Played.Seal])) Assert.Equal(before.RulesAt(did), after.RulesAt(did));
    }
}
