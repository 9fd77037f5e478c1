using System.Collections.Immutable;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R35 as one table: every safety act, whatever has expired, is accepted and says exactly what was missing; what starts or widens is refused for the same.</summary>
public sealed class R35_Matrix
{
    /// <summary>What can have expired while a medium is out.</summary>
    private enum Lapse
    {
        List,
        Training,
        Manual,
        Organisation,
        Employment,
        Window,
        Policy,
        Engagement,
    }

    /// <summary>Who answers for an act, which decides what of the lapsed is missing under it.</summary>
    private enum Answers
    {
        /// <summary>A machine alone: nobody's standing is asked.</summary>
        Machine,

        /// <summary>A person in no duty: what is asked is that the person is known and still employed.</summary>
        Anybody,

        /// <summary>People who handle the medium in their duties.</summary>
        Handlers,
    }

    private static readonly (string Act, Phase At, Answers Answers, Func<Town, Attempt> Try)[] Safety =
    [
        ("report a loss", Phase.Outside, Answers.Anybody, town => town.Lost(Carrier)),
        ("report it found", Phase.Outside, Answers.Anybody, town => town.FoundBy(SiteKeeper)),
        ("hand it to an authorised person", Phase.Outside, Answers.Handlers, town => town.TakeBack(act => act with { SealNumber = SealNumber, At = CallCentre })),
        ("bring it home", Phase.Outside, Answers.Handlers, BroughtHome),
        ("erase it at the site", Phase.Loaded, Answers.Handlers, town => town.SiteErased()),
        ("clear it", Phase.Home, Answers.Handlers, town => town.Cleared()),
        ("destroy a key", Phase.Outside, Answers.Machine, town => town.Destroyed(Town.Keys.Owner, OwnerHolder)),
        ("give up", Phase.Released, Answers.Machine, town => town.GaveUp()),
        ("answer an alarm", Phase.Outside, Answers.Anybody, town => town.Told(DeadlineKind.Opening, 1, Manager)),
    ];

    private static readonly (string Act, Phase At, Func<Town, Attempt> Try)[] Starting =
    [
        ("apply", Phase.Outside, town => town.Ask(plan => plan with { Media = [SecondStick] }, new("carry-9"))),
        ("seal", Phase.Permitted, town => town.Sealed()),
        ("take it out of the house", Phase.Sealed, town => town.Leave()),
        ("confirm the release", Phase.Arrived, town => town.Confirmed(SiteOperator, Role.Operator)),
        ("lift a suspension", Phase.Outside, town => town.Lifted()),
    ];

    [Fact]
    public void Every_safety_act_is_accepted_whatever_has_expired_and_says_exactly_what_was_missing()
    {
        var wrong =
            from act in Safety
            from lapse in Enum.GetValues<Lapse>()
            let said = Said(act.Try, Expired(act.At, lapse))
            let expected = Missing(act.Answers, lapse, act.At).Order().ToArray()
            where !(said.IsAccepted && said.Reasons.SequenceEqual(expected))
            select $"{act.Act} / {lapse}: {(said.IsAccepted ? "accepted" : "refused")} [{string.Join(", ", said.Reasons)}], expected [{string.Join(", ", expected)}]";

        Assert.Empty(wrong);
    }

    [Fact]
    public void With_everything_expired_at_once_every_safety_act_is_accepted_all_the_same()
    {
        var wrong =
            from act in Safety
            let town = Enum.GetValues<Lapse>().Aggregate(Ready(act.At), Expire)
            let said = Said(act.Try, town)
            let expected = Enum.GetValues<Lapse>().SelectMany(lapse => Missing(act.Answers, lapse, act.At)).Distinct().Order().ToArray()
            where !(said.IsAccepted && said.Reasons.SequenceEqual(expected))
            select $"{act.Act}: {(said.IsAccepted ? "accepted" : "refused")} [{string.Join(", ", said.Reasons)}], expected [{string.Join(", ", expected)}]";

        Assert.Empty(wrong);
    }

    [Fact]
    public void What_starts_or_widens_is_refused_for_the_same()
    {
        var wrong =
            from act in Starting
            from lapse in Enum.GetValues<Lapse>()
            where StandsInTheWay(act.Act, lapse) is not null
            let said = Said(act.Try, Expired(act.At, lapse))
            where said.IsAccepted || !said.Reasons.Contains(StandsInTheWay(act.Act, lapse)!.Value)
            select $"{act.Act} / {lapse}: {(said.IsAccepted ? "accepted" : "refused")} [{string.Join(", ", said.Reasons)}]";

        Assert.Empty(wrong);
    }

    [Fact]
    public void With_nothing_expired_everything_in_the_table_goes_through_and_nothing_is_missing()
    {
        var wrong =
            from act in Safety.Select(act => (act.Act, act.At, act.Try)).Concat(Starting)
            let said = Said(act.Try, act.Act == "lift a suspension" ? Suspended(Ready(act.At)) : Ready(act.At))
            where !said.IsAccepted || !said.Reasons.IsEmpty
            select $"{act.Act}: [{string.Join(", ", said.Reasons)}]";

        Assert.Empty(wrong);
    }

    private static Reason[] Missing(Answers answers, Lapse lapse, Phase at) => (answers, lapse) switch
    {
        (Answers.Machine, _) => [],
        (_, Lapse.Organisation) => [OrganisationWithdrawn],
        (Answers.Handlers, Lapse.Employment) => [PersonHasLeft, RoleNotHeld],
        (_, Lapse.Employment) => [PersonHasLeft],
        (Answers.Anybody, _) => [],
        (_, Lapse.List) => [ListNotSignedThisQuarter],
        (_, Lapse.Training) => [TrainingExpired],
        (_, Lapse.Manual) => [ManualNotAcknowledged],
        (_, Lapse.Engagement) => [RoleNotHeld],
        (_, Lapse.Window) when at == Phase.Loaded => [TooLate],
        _ => [],
    };

    /// <summary>Null where it does not: policy is asked when somebody applies, and a window that has passed is the old case's, not a new application's.</summary>
    private static Reason? StandsInTheWay(string act, Lapse lapse) => lapse switch
    {
        Lapse.List => ListNotSignedThisQuarter,
        Lapse.Training => TrainingExpired,
        Lapse.Manual => ManualNotAcknowledged,
        Lapse.Organisation => OrganisationWithdrawn,
        Lapse.Employment => PersonHasLeft,
        Lapse.Window => act == "apply" ? null : TooLate,
        Lapse.Policy => act == "apply" ? NoPolicyInForce : null,
        Lapse.Engagement => RoleNotHeld,
    };

    private static Town Expired(Phase at, Lapse lapse) => Expire(Ready(at), lapse);

    /// <summary>A town at this point of the journey; outside, the first alarm has sounded, so that there is one to answer.</summary>
    private static Town Ready(Phase at)
    {
        var town = Until(at);
        if (at == Phase.Permitted) town.At(Window.From);
        if (at != Phase.Outside) return town;

        town.At(Day(21, 12, 0)).Do(town.Due());
        return town.At(Day(21, 12, 10));
    }

    private static Town Suspended(Town town)
    {
        town.Do(town.Lost(HomeKeeper));
        return town;
    }

    private static Town Expire(Town town, Lapse lapse)
    {
        var before = new Mark(Setup, LeafAt(0));
        var facts = town.Facts;

        town.Facts = lapse switch
        {
            Lapse.List => facts with { Lists = facts.Lists.Clear() },
            Lapse.Training => OfEverybody(facts, person => person with { Trainings = person.Trainings.SetItems(person.Trainings.Select(course => KeyValuePair.Create(course.Key, course.Value with { Expires = Setup }))) }),
            Lapse.Manual => facts with { Manuals = facts.Manuals.Add(2, facts.Manuals[1] with { Version = 2 }) },
            Lapse.Organisation => facts with { Chain = facts.Chain.SetItems(facts.Chain.Values.Select(node => KeyValuePair.Create(node.Organisation, node with { Withdrawn = before }))) },
            Lapse.Employment => OfEverybody(facts, person => person with { Left = before }),
            Lapse.Policy => facts with { Policy = facts.Policy! with { LastDay = Setup } },
            Lapse.Engagement => OfEverybody(facts, person => person with { Terms = [.. person.Terms.Select(term => term with { Until = Setup.AddDays(1) })] }) with
            {
                Ended = new(before, Hash("bundle")),
                Stations = facts.Stations.SetItems(facts.Stations.Values.Select(station => KeyValuePair.Create(station.Id, station with { Closed = before }))),
            },
            Lapse.Window => facts,
        };

        return lapse == Lapse.Window ? town.At(Day(25, 12, 0)) : town;
    }

    private static Engagement OfEverybody(Engagement facts, Func<Person, Person> change) =>
        facts with { People = facts.People.SetItems(facts.People.Values.Select(person => KeyValuePair.Create(person.Id, change(person)))) };

    private static Attempt BroughtHome(Town town) =>
        town.Passed(act => act with { To = [HomeKeeper], At = DataCentre, Stored = true }, (SiteKeeper, Role.Keeper), (HomeKeeper, Role.Keeper));

    private static (bool IsAccepted, ImmutableArray<Reason> Reasons) Said(Func<Town, Attempt> act, Town town) => town.Decide(act(town)) switch
    {
        Outcome.Accepted yes => (true, [.. yes.Missing.Select(refusal => refusal.Because).Distinct().Order()]),
        Outcome.Refused no => (false, [.. no.Refusals.Select(refusal => refusal.Because).Distinct().Order()]),
        _ => throw new InvalidOperationException("there is no third outcome"),
    };
}
