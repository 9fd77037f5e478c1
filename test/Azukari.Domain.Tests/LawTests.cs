namespace Azukari.Domain.Tests;

/// <summary>What holds of the rules as a whole.</summary>
public sealed class LawTests
{
    [Fact]
    public void Every_kind_of_act_has_a_sample_that_was_decided_and_recorded()
    {
        var kinds = typeof(Act).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Act)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal);

        Assert.Equal(kinds, Samples.OfEveryAct().Select(attempt => attempt.Act.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_act_at_every_phase_gets_an_answer_and_what_is_accepted_can_be_recorded()
    {
        var attempts = Samples.OfEveryAct();

        foreach (var town in new[] { new Town(), Founded() }.Concat(Enum.GetValues<Phase>().Select(phase => Until(phase))))
            foreach (var attempt in attempts.SelectMany(Stripped))
            {
                if (town.Decide(attempt) is Outcome.Accepted)
                    Assert.NotNull(town.Facts.After(new Recorded(town.Facts.NextSeq, town.Clock, LeafAt(town.Facts.NextSeq), attempt)));
            }

        static IEnumerable<Attempt> Stripped(Attempt whole) =>
            [whole, whole with { Signers = [] }, whole with { Machine = null }, whole with { Signers = [], Machine = null }];
    }

    [Fact]
    public void Decisions_are_deterministic_and_refusals_stand_in_rule_order_none_twice()
    {
        foreach (var town in Enum.GetValues<Phase>().Select(phase => Until(phase)))
            foreach (var attempt in Samples.OfEveryAct())
            {
                var (first, second) = (town.Decide(attempt), town.Decide(attempt));
                Assert.Equal(Shape.Of(first), Shape.Of(second));
                if (first is not Outcome.Refused(var said)) continue;

                Assert.NotEmpty(said);
                Assert.Equal(said.Distinct().OrderBy(refusal => refusal.Rule).ThenBy(refusal => refusal.Because), said);
            }
    }

    [Fact]
    public void A_history_replays_to_the_same_state_and_the_same_answers()
    {
        foreach (var town in Samples.Histories())
        {
            var replayed = Engagement.Nothing;
            foreach (var entry in town.Record)
            {
                Assert.IsType<Outcome.Accepted>(Rulebook.Decide(replayed, entry.Attempt, entry.At));
                replayed = replayed.After(entry);
            }

            Assert.Equal(Shape.Of(town.Facts), Shape.Of(replayed));
        }
    }

    [Fact]
    public void Places_in_the_record_are_dense_and_the_rules_clock_never_falls_back()
    {
        var town = Until(Phase.Closed);

        Assert.Equal(Enumerable.Range(0, town.Record.Count).Select(seq => (long)seq), town.Record.Select(entry => entry.Seq));
        Assert.Equal(town.Facts.LastAt, Rulebook.Time(town.Facts, town.Facts.LastAt.AddDays(-1)));
        Assert.Equal(town.Facts.LastAt.AddDays(1), Rulebook.Time(town.Facts, town.Facts.LastAt.AddDays(1)));
    }

    /// <summary>Runs the sentences of every rule once more and listens, so that no order of tests can hide a reason that nobody gives.</summary>
    [Fact]
    public void Every_reason_is_given_by_some_sentence_of_the_rules()
    {
        var sentences = typeof(LawTests).Assembly.GetTypes().Where(type => type.Namespace == typeof(Rules.R01_Chain).Namespace && type.IsPublic)
            .SelectMany(type => type.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute), inherit: false) && method.GetParameters().Length == 0));

        Heard = [];
        foreach (var sentence in sentences) sentence.Invoke(Activator.CreateInstance(sentence.DeclaringType!), null);
        var given = Heard.Select(said => said.Reason).ToHashSet();
        Heard = null;

        Assert.Empty(Enum.GetValues<Reason>().Except(given));
    }
}
