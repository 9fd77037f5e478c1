using Azukari.Domain.Applications;
using Azukari.Domain.People;
using CsCheck;

namespace Azukari.Domain.Tests.Properties;

/// <summary>A random history of one engagement: mostly what sensible people would do next, sometimes by the wrong hand, at the wrong hour, about the wrong thing.</summary>
internal static class Walk
{
    private const int Likely = 20;

    /// <summary>Tapes of some three hundred steps.</summary>
    internal static readonly Gen<uint[]> Tapes = Gen.UInt.Array[5000, 7000];

    /// <summary>Two engagements of the same people, whose records have no leaf in common.</summary>
    private static readonly (Town Town, Step[] Steps)[] Beginnings = [.. new[] { "one", "two" }.Select(Begun)];

    /// <summary>The history that a tape tells, from its founding.</summary>
    internal static IReadOnlyList<Step> Told(uint[] numbers)
    {
        var tape = new Tape(numbers);
        var (town, steps) = tape.Any(Beginnings);
        var world = new World(new() { Salt = town.Salt, Facts = town.Facts, Clock = Day(20, 9, 0) }, tape) { ClosesAt = tape.Chance(30) ? steps.Length + 30 + tape.Next(120) : int.MaxValue };
        world.Steps.AddRange(steps);
        while (!tape.HasEnded) Go(world);

        return world.Steps;
    }

    private static void Go(World world)
    {
        var sensible = Moves.All.Select(move => (Move: move, Subjects: move.Sensible(world))).Where(row => row.Subjects.Count > 0).ToArray();
        Pass(world, sensible.Any(row => row.Move.Weight >= Likely));

        var isFoolish = sensible.Length == 0 || world.Tape.Chance(8);
        var (move, subjects) = isFoolish ? Foolish(world) : Weighed(world, sensible);
        var attempt = move.Make(world, world.Tape.Any(subjects));
        if (!world.Tape.Chance(22))
        {
            world.Offer(attempt, isFoolish ? "foolish" : null);
            return;
        }

        var (how, spoiled) = move.Spoils.IsEmpty || world.Tape.Chance(35) ? Spoiling.Any(world, attempt) : ("of its kind", Respoken(world, attempt, world.Tape.Any(move.Spoils)));
        world.Offer(spoiled, how);
    }

    /// <summary>Something else is said, and signed as it is said.</summary>
    private static Attempt Respoken(World world, Attempt attempt, Func<World, Act, Act> spoil)
    {
        var act = spoil(world, attempt.Act);
        var on = Answered.By(world.Facts, act);
        if (on is null) return attempt with { Act = act };

        return attempt with { Act = act, Signers = [.. attempt.Signers.Select(signer => signer with { On = on })], Machine = attempt.Machine is { } machine ? machine with { On = on } : null };
    }

    private static (Move, IReadOnlyList<object>) Foolish(World world)
    {
        var move = world.Tape.Any(Moves.All);
        return move.Anything(world) is { Count: > 0 } subjects ? (move, subjects) : (Moves.All[0], [0]);
    }

    private static (Move, IReadOnlyList<object>) Weighed(World world, (Move Move, IReadOnlyList<object> Subjects)[] sensible)
    {
        var at = world.Tape.Next(sensible.Sum(row => row.Move.Weight) + 1);
        return sensible.FirstOrDefault(row => (at -= row.Move.Weight) <= 0) is { Move: not null } chosen ? chosen : sensible[^1];
    }

    /// <summary>Minutes pass while there is something to do; otherwise it is waited for, and now and then the time leaps.</summary>
    private static void Pass(World world, bool isBusy)
    {
        if (world.Tape.Next(400) == 0) world.Clock += TimeSpan.FromHours(world.Tape.Next(24 * 30));
        else if (isBusy) world.Clock += TimeSpan.FromSeconds(world.Tape.Next(300));
        else if (Waited(world) is { } next) world.Clock = next;
        if (world.Tape.Chance(1)) world.Clock -= TimeSpan.FromHours(1); // A clock that falls back does not turn the record back.
    }

    private static DateTimeOffset? Waited(World world) =>
        Watch.Deadlines.Of(world.Facts).Where(deadline => deadline.Kind != Watch.DeadlineKind.MonthReview).Select(deadline => (DateTimeOffset?)deadline.Due) // Always one ahead; nobody waits for it.
            .Concat(world.Cases(open => open is { HasEnded: false, Seal: null }).Select(open => open.Plan.Window?.From)).Where(at => at > world.Clock).Min();

    /// <summary>The founding and its registers, with what was tried before there was anything.</summary>
    private static (Town, Step[]) Begun(string salt)
    {
        var town = Crowd.Found(salt);
        var world = new World(new() { Salt = salt, Clock = Setup }, new([]));
        world.Offer(town.Record[1].Attempt, "before the founding");
        foreach (var entry in town.Record)
        {
            world.Clock = entry.At;
            if (entry.Attempt.Act is SubmitManual or SetPolicy) world.Offer(world.By(new Apply(new("carry-0"), Plan), null, (Manager, Role.ProjectManager)), "before there is a manual or a policy");
            Assert.IsType<Outcome.Accepted>(world.Offer(entry.Attempt));
            if (entry.Attempt.Act is not FoundEngagement) continue;
            world.Offer(world.By(new ApproveManual(1), null, (CityRoot, Role.Approver)), "before the owner has two people");
            world.Offer(world.By(new SeePerson(CityRoot, EmploymentDocument.EmployeeCard), null, (CityRoot, Role.Representative)), "in the place of a second person");
        }

        return (town, [.. world.Steps]);
    }
}
