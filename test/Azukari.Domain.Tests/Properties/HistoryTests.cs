using CsCheck;

namespace Azukari.Domain.Tests.Properties;

/// <summary>What holds of every history: several people, organisations, media and cases at once, driven only through <see cref="Rulebook.Decide"/> and <see cref="History.After"/>.</summary>
public abstract class HistoryTests
{
    private protected abstract Run Told { get; }

    [Fact]
    public void No_layer_comes_off_without_permit_window_arrival_proof_and_confirmations_of_both_sides() => Told.Holds(ReleaseLaws.Released);

    [Fact]
    public void After_a_kill_nothing_is_opened_any_more() => Told.Holds(KeyLaws.Killed);

    [Fact]
    public void After_the_death_of_a_key_no_layer_comes_off() => Told.Holds(KeyLaws.Dead);

    [Fact]
    public void What_is_said_of_the_key_is_one_of_three_sentences_and_never_released_stays_never_released() => Told.Holds(KeyLaws.Answers);

    [Fact]
    public void Only_the_approved_seen_listed_trained_and_acquainted_start_or_widen_anything() => Told.Holds(StandingLaws.Starts);

    [Fact]
    public void Nobody_else_is_named_to_carry_it() => Told.Holds(StandingLaws.Named);

    [Fact]
    public void No_safety_act_is_refused_for_what_has_lapsed() => Told.Holds(StandingLaws.Safety);

    [Fact]
    public void What_was_sealed_has_no_end_but_its_own_with_its_signatures() => Told.Holds(EndLaws.Ends);

    [Fact]
    public void Nothing_closes_before_it_is_erased_looked_through_confirmed_home_and_its_keys_are_dead() => Told.Holds(EndLaws.Closes);

    [Fact]
    public void What_has_ended_stays_ended() => Told.Holds(EndLaws.StaysEnded);

    [Fact]
    public void After_the_engagement_has_ended_nothing_begins() => Told.Holds(EndLaws.AfterAll);

    [Fact]
    public void Who_applies_endorses_approves_witnesses_and_seals_are_never_one_person() => Told.Holds(DutyLaws.Apart);

    [Fact]
    public void Nobody_signs_a_case_in_two_duties_that_exclude_each_other() => Told.Holds(DutyLaws.Signed);

    [Fact]
    public void Nobody_takes_an_accompanied_consignment_out_alone() => Told.Holds(DutyLaws.Accompanied);

    [Fact]
    public void An_accepted_act_leaves_one_entry_of_its_own_and_a_refused_one_leaves_nothing() => Told.Holds(RecordLaws.OneEntry);

    [Fact]
    public void A_signature_counts_once() => Told.Holds(RecordLaws.OnceOnly);

    [Fact]
    public void A_history_replays_to_the_same_state_and_the_same_refusals() => Told.Holds(RecordLaws.Replays);

    [Fact]
    public void What_is_open_unused_and_touched_is_kept_as_a_look_at_everything_would_find_it() => Told.Holds(RecordLaws.Indexed);

    [Fact]
    public void What_is_signed_for_one_engagement_counts_in_no_other() => Assert.Null(Told.Mixed);

    [Fact]
    public void The_watch_reads_every_state_in_order() => Told.Holds(ClockLaws.Total);

    [Fact]
    public void An_alarm_never_sounds_twice() => Told.Holds(ClockLaws.SoundsOnce);

    [Fact]
    public void An_alarm_sounds_when_it_is_due() => Told.Holds(ClockLaws.SoundsWhenDue);

    [Fact]
    public void Time_never_goes_back() => Told.Holds(ClockLaws.Forward);
}

/// <summary>Some histories, always the same ones.</summary>
public sealed class FewHistoriesTests(ITestOutputHelper output) : HistoryTests
{
    private static readonly Lazy<Run> Few = new(() => new(Enumerable.Range(1, 100).Select(seed => new PCG(1, (ulong)seed))));

    private protected override Run Told => Few.Value;

    [Fact]
    public void Every_act_is_accepted_somewhere_and_one_history_in_ten_closes_a_case() => Happened.Enough(Told, output, reasons: false);
}

/// <summary>Many histories: the same ones, which reach everything that there is, and a hundred others every time; what one of them breaks is told with its seed.</summary>
[Trait("Run", "deep")]
public sealed class ManyHistoriesTests(ITestOutputHelper output) : HistoryTests
{
    private static readonly IEnumerable<ulong> Seeds = [.. Enumerable.Range(1, 1000).Select(seed => (ulong)seed), .. Enumerable.Range(0, 100).Select(_ => (ulong)Random.Shared.NextInt64())];

    private static readonly Lazy<Run> Many = new(() => new(Seeds.Select(seed => new PCG(1, seed))));

    private protected override Run Told => Many.Value;

    [Fact]
    public void Every_act_is_accepted_and_every_reason_is_given_somewhere_and_one_history_in_ten_closes_a_case() => Happened.Enough(Told, output, reasons: true);
}
