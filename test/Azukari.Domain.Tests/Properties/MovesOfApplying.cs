using Azukari.Domain.Applications;
using Azukari.Domain.Permits;

namespace Azukari.Domain.Tests.Properties;

/// <summary>From asking to the permit, and how a permit changes.</summary>
internal static class MovesOfApplying
{
    internal static IEnumerable<Move> All =>
    [
        Move.New<Apply>(14, world => !world.IsClosing && world.Cases(open => !open.HasEnded).Count < 3 && Plans.FreeMedia(world).Count > 0,
            world => world.By(MovesOfSeries.Asked(world, new(world.Fresh("carry")), Plans.Any(world)), null, (world.Who(Role.ProjectManager), Role.ProjectManager)),
            [.. Plans.Spoils.Select(spoil => (Func<World, Apply, Act>)((world, act) => act with { Plan = spoil(world, act.Plan) })),
            (world, act) => act with { CarryOut = world.Any(world.AnyCase).Id }]),
        Move.Case<Endorse>(20, (_, asked) => asked is { HasEnded: false, Endorsed: null }, (world, asked) =>
            world.By(new Endorse(asked.Id), null, (world.Who(Role.InformationManager, null, world.Tape.Chance(90) ? asked.Applicant : null), Role.InformationManager))),
        Move.Of<DepositRecipient, Digest>(20, Missing, world => [OwnerHolder, ContractorHolder, KeyOf(OpenStation).Id, KeyOf(Places.HomeOpens).Id],
            (world, machine) => world.By(new DepositRecipient(Hash(world.Fresh("recipient"))), machine),
            (world, act) => act with { Recipient = world.Any(world.Facts.Keys.Keys.Order(ByText).DefaultIfEmpty(act.Recipient).ToArray()) }),
        Move.Case<Approve>(20, (world, asked) => asked is { HasEnded: false, Endorsed: not null, Permit: null } && Keys(world, asked.Plan.OpenAt) is not null, Approval,
            (_, act) => act with { Keys = act.Keys with { Contractor = act.Keys.Owner } }, (_, act) => act with { Keys = act.Keys with { Owner = Hash("mine") } },
            (world, act) => act with { Keys = act.Keys with { Owner = Named(world) ?? act.Keys.Owner } },
            (world, act) => act with { Keys = act.Keys with { Owner = Dead(world) ?? act.Keys.Owner } }),
        Move.New<GrantUrgently>(2, world => !world.IsClosing && Plans.FreeMedia(world).Count > 0 && Keys(world, OpenStation) is not null, Urgent,
            (_, act) => act with { Why = null }, (_, act) => act with { Plan = null }, (_, act) => act with { Keys = act.Keys with { Owner = Hash("mine") } },
            (world, act) => act with { CarryOut = world.Any(world.AnyCase).Id }),
        Move.Case<Countersign>(15, (_, granted) => !UrgentRules.Missing(granted).IsEmpty, Countersigned),
        Move.Case<Decline>(1,
            (world, asked) => asked is { HasEnded: false, Permit: null } && world.Tape.Chance(20),
            (world, asked) => world.By(new Decline(asked.Id, DeclineReason.TooMuch), null, (world.Who(Role.Approver), Role.Approver))),
        Move.Case<Withdraw>(1, (world, asked) => asked is { HasEnded: false, Seal: null } && world.Tape.Chance(10), (world, asked) =>
            world.By(new Withdraw(asked.Id), null, (world.Who(Role.ProjectManager), Role.ProjectManager))),
        Move.Case<Amend>(2, (_, asked) => asked is { HasEnded: false, Arrival: null }, Amendment,
            [.. Plans.Spoils.Select(spoil => (Func<World, Amend, Act>)((world, act) => act with { Plan = spoil(world, act.Plan) })),
            (world, act) => act with { Plan = world.Facts.Find(act.CarryOut)?.Plan ?? act.Plan },
            (_, act) => act with { Plan = act.Plan with { Window = act.Plan.Window is { } window ? window with { OutBy = window.OutBy.AddMinutes(1) } : null } }]),
        Move.Case<Extend>(2, (world, granted) => granted is { HasEnded: false, Permit: not null, Plan.Window: { } window } && world.Clock <= window.OpenBy, Extension,
            (_, act) => act with { Window = act.Window with { EraseBy = act.Window.EraseBy.AddDays(9) } },
            (_, act) => act with { Window = act.Window with { From = act.Window.From.AddHours(-1) } },
            (_, act) => act with { Window = act.Window with { OutBy = act.Window.EraseBy.AddHours(1) } }),
    ];

    private static Comparer<Digest> ByText { get; } = Comparer<Digest>.Create((left, right) => string.CompareOrdinal(left.Value, right.Value));

    private static Digest? Free(World world, Digest machine) => world.Facts.Keys.Values
        .Where(key => key is { NamedBy: null, Death: null } && key.DepositedWith == machine).OrderBy(key => key.Recipient, ByText).FirstOrDefault()?.Recipient;

    private static Digest? Named(World world) => First(world, key => key is { NamedBy: not null, Death: null });

    private static Digest? Dead(World world) => First(world, key => key.Death is not null);

    private static Digest? First(World world, Func<OneTimeKey, bool> which) =>
        world.Facts.Keys.Values.Where(key => key.DepositedWith == OwnerHolder && which(key)).OrderBy(key => key.Recipient, ByText).FirstOrDefault()?.Recipient;

    private static Digest[] Machines(World world, StationId openAt) =>
        [OwnerHolder, ContractorHolder, world.Facts.Stations.TryGetValue(openAt, out var station) ? station.Key.Id : KeyOf(OpenStation).Id];

    private static ThreeKeys? Keys(World world, StationId openAt) =>
        Machines(world, openAt) is [var owner, var contractor, var destination] && Free(world, owner) is { } first && Free(world, contractor) is { } second && Free(world, destination) is { } third
            ? new(first, second, third) : null;

    private static IReadOnlyList<Digest> Missing(World world) =>
        [.. Opening(world).SelectMany(openAt => Machines(world, openAt)).Distinct().Where(machine => Free(world, machine) is null)];

    /// <summary>Where keys are awaited, and now and then where somebody will be in a hurry.</summary>
    private static IEnumerable<StationId> Opening(World world) =>
        [.. world.Cases(asked => asked is { HasEnded: false, Permit: null }).Select(asked => asked.Plan.OpenAt), .. !world.IsClosing && world.Tape.Chance(5) ? new[] { OpenStation } : []];

    private static Attempt Approval(World world, CarryOut asked) => world.By(
        new Approve(asked.Id, Keys(world, asked.Plan.OpenAt) ?? Town.Keys), null, (world.Who(Role.Approver, null, asked.Applicant, asked.Endorser), Role.Approver));

    private static Attempt Amendment(World world, CarryOut asked)
    {
        var pool = Plans.Pool(world);
        var isFewer = asked.Seal is null && asked.Plan.PlannedPeople > 1 && world.Tape.Chance(50);
        var plan = isFewer ? asked.Plan with { PlannedPeople = asked.Plan.PlannedPeople - 1 } : asked.Plan with { Custodians = pool };
        if (world.Tape.Chance(6) && plan.Window is { } window) plan = plan with { Window = window with { EraseBy = window.EraseBy.AddMinutes(30) } }; // Later is another act than other.
        var act = new Amend(asked.Id, plan);
        var needed = AmendmentRules.WhoSigns(world.Facts, act);
        var manager = world.Who(Role.ProjectManager, null, asked.Endorser);
        (PersonId, Role)[] hands =
        [
            (manager, Role.ProjectManager), (world.Who(Role.InformationManager, null, manager, asked.Applicant), Role.InformationManager),
            (world.Who(Role.Approver, null, asked.Applicant, asked.Endorser, asked.Seal?.Witness), Role.Approver),
        ];

        return world.By(act, null, [.. hands.Where(hand => needed.Contains(hand.Item2))]);
    }

    private static Attempt Extension(World world, CarryOut granted)
    {
        var window = granted.Plan.Window ?? Window;
        var act = new Extend(granted.Id, world.Tape.Chance(50) ? window with { OpenBy = window.OpenBy.AddMinutes(30) } : window with { EraseBy = window.EraseBy.AddMinutes(30) });
        var approver = world.Who(Role.Approver, null, granted.Applicant, granted.Endorser, granted.Seal?.Witness);

        return world.By(act, null, (world.Who(Role.ProjectManager, null, granted.Endorser), Role.ProjectManager), (approver, Role.Approver));
    }

    /// <summary>By one approver at night, with nobody of the contractor at hand.</summary>
    private static Attempt Urgent(World world)
    {
        var plan = Plans.Any(world);
        return world.By(new GrantUrgently(new(world.Fresh("carry")), plan, Keys(world, plan.OpenAt) ?? Town.Keys, Hash("cannot wait")), null, (world.Who(Role.Approver), Role.Approver));
    }

    private static Attempt Countersigned(World world, CarryOut granted)
    {
        var role = UrgentRules.Missing(granted) is [var first, ..] ? first : Role.ProjectManager;
        return world.By(new Countersign(granted.Id), null, (world.Who(role, null, granted.Applicant, granted.Endorser), role));
    }
}
