using Azukari.Domain.People;

namespace Azukari.Domain.Tests.Properties;

/// <summary>People come, take duties, read, learn, pass on what is open, and go.</summary>
internal static class MovesOfPeople
{
    internal static IEnumerable<Move> All =>
    [
        Move.New<EnrolPerson>(1, world => world.Facts.People.Count < 45, Enrolment,
            (_, act) => act with { Person = Carrier },
            (_, act) => act with { Key = KeyOf(SealStation) },
            (_, act) => act with { Organisation = new("nowhere") },
            (_, act) => act with { Organisation = City }),
        Move.Of<ReplaceKey, PersonId>(1, world => world.Tape.Chance(2) ? [.. world.Everybody.Where(id => Colleagues(world, id).Count > 1)] : [], world => world.Everybody, Replacement,
            (_, act) => act with { Person = Crowd.Stranger },
            (_, act) => act with { Person = Officer },
            (_, act) => act with { Key = KeyOf(SealStation) },
            (world, act) => act with { Key = KeyOf(act.Person) }),
        Move.Of<AddKeyAtStations, PersonId>(1, world => world.Tape.Chance(4) ? [.. world.Everybody.Where(id => Colleagues(world, id).Count > 0)] : [], world => world.Everybody, StationKey,
            (_, act) => act with { Person = Crowd.Stranger },
            (_, act) => act with { Key = act.Key with { Origin = "https://city.example" } },
            (_, act) => act with { Key = KeyOf(SealStation) },
            (_, act) => act with { Presence = act.Presence with { Station = OpenStation } }),
        Move.Of<SeePerson, PersonId>(1, world => [.. Newcomers(world).Where(id => !world.Facts.People[id].Seen)], world => world.Everybody,
            (world, id) => world.By(new SeePerson(id, EmploymentDocument.EmployeeCard), null, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer))),
        Move.Of<AppointRole, PersonId>(1, Newcomers, world => world.Everybody, Appointment,
            (_, act) => act with { From = act.Until.AddDays(1) },
            (_, act) => act with { Deputises = Crowd.Stranger },
            (world, act) => act with { Role = world.Any(Enum.GetValues<Role>()) },
            (_, act) => act with { Role = Role.Auditor }, (_, act) => act with { Role = Role.Administrator }),
        Move.Of<EndRole, PersonId>(1, world => [.. Newcomers(world).Where(id => world.Facts.People[id].Terms.Any(term => term.Covers(world.Clock)))], world => world.Everybody,
            (world, id) => world.By(new EndRole(id, RoleOf(world, id)), null, (OwnSide(world, id), Role.Representative)),
            (_, act) => act with { Person = CityRoot, Role = Role.Representative }, (_, act) => act with { Role = Role.Witness }),
        Move.Of<TransferDuties, PersonId>(1, world => [.. world.Everybody.Where(id => world.Cases(open => !open.HasEnded && open.Applicant == id).Count > 0)], world => world.Everybody, Transfer,
            (_, act) => act with { To = act.From },
            (_, act) => act with { From = Crowd.Stranger },
            (_, act) => act with { To = Officer },
            (_, act) => act with { To = SiteKeeper },
            (_, act) => act with { From = Executive, To = Crowd.ManyOfTheContractor }),
        Move.New<WaiveSeparation>(1, world => world.Facts.Waiver is null || world.Tape.Chance(20), Waiver, (_, act) => act with { LastDay = act.LastDay.AddYears(2) }),
        Move.Of<SignList, OrganisationId>(25, Stale, MovesOfRegisters.Organisations, List,
            (_, act) => act with { People = [.. act.People, Crowd.Stranger] },
            (_, act) => act with { People = [.. act.People, Officer, Carrier] },
            (_, act) => act with { People = [.. act.People, new("c-gone")] }),
        Move.Of<LeaveOrganisation, PersonId>(1, world => [.. Newcomers(world).Where(_ => world.Tape.Chance(20))], world => world.Everybody,
            (world, id) => world.By(new LeaveOrganisation(id), null, (RootOf(EmployerOf(id)), Role.Representative)), (_, act) => act with { Person = CityRoot }),
        Move.New<SubmitManual>(1, world => world.Tape.Chance(3) && world.Facts.Manuals.Count < 3 && world.Facts.Manuals.Values.All(manual => manual.Approved is not null),
            world => world.By(new SubmitManual(world.Facts.Manuals.Count + 1, Hash("manual")), null, (world.Who(Role.ProjectManager), Role.ProjectManager)),
            (_, act) => act with { Version = 1 }),
        Move.Of<ApproveManual, int>(20, world => [.. Submitted(world).Where(version => world.Everybody.Count(id => Lacks(world, id, version)) < 4)], _ => [1, 2, 9],
            (world, version) => world.By(new ApproveManual(version), null, (world.Who(Role.Approver), Role.Approver))),
        Move.Of<AcknowledgeManual, PersonId>(8, world => [.. world.Everybody.Where(id => Newest(world) is var newest && Lacks(world, id, newest))], world => world.Everybody,
            (world, id) => world.By(new AcknowledgeManual(Newest(world)), null, (id, Role.Member)),
            (_, act) => act with { Version = 7 },
            (_, act) => act with { Version = 1 }),
        Move.Of<RecordTraining, PersonId>(2, world => [.. world.Everybody.Where(id => id.Value is not ("c-outdated" or "c-untrained") && world.Facts.SideOf(id) == Side.Contractor && !IsTrained(world, id))],
            world => world.Everybody, Course,
            (_, act) => act with { Expires = act.Completed },
            (_, act) => act with { Person = Executive },
            (_, act) => act with { Person = Officer }),
    ];

    private static IReadOnlyList<PersonId> Newcomers(World world) => [.. world.Everybody.Where(id => id.Value.Contains("-new-", StringComparison.Ordinal) && world.Facts.People[id].Left is null)];

    private static int Newest(World world) => world.Facts.Manuals.Keys.Max();

    private static IEnumerable<int> Submitted(World world) => world.Facts.Manuals.Values.Where(manual => manual.Approved is null).Select(manual => manual.Version);

    private static bool Lacks(World world, PersonId id, int version) =>
        world.Facts.People.TryGetValue(id, out var person) && person is { Seen: true, Left: null } && id.Value is not "c-unread" && world.Facts.IsApproved(person.Organisation)
        && person.Organisation != CourierCompany && !person.Acknowledged.Contains(version);

    private static bool IsTrained(World world, PersonId id) => world.Facts.People[id].Trainings.Values.Any(training => training.IsValid(world.Clock));

    private static IReadOnlyList<OrganisationId> Stale(World world) => [.. MovesOfRegisters.Organisations(world).Where(id => id.Value[0] is not 'n' && world.Facts.IsApproved(id)
        && world.Facts.Lists.GetValueOrDefault(id) is var list && (list is null || world.Facts.Calendar.QuarterOf(list.Mark.At) != world.Facts.Calendar.QuarterOf(world.Clock)))];

    private static PersonId OwnSide(World world, PersonId id) => world.Facts.SideOf(id) == Side.Owner ? CityRoot : ContractorRoot;

    private static Role RoleOf(World world, PersonId id) => world.Facts.People.TryGetValue(id, out var person) && person.Terms.Length > 0 ? world.Any(person.Terms).Role : Role.Operator;

    private static Attempt Enrolment(World world)
    {
        var id = new PersonId(world.Fresh(world.Any("o-new", "c-new", "s-new")));
        return world.By(new EnrolPerson(id, EmployerOf(id), KeyOf(id)), null, (id, Role.Member), (RootOf(EmployerOf(id)), Role.Representative));
    }

    private static IReadOnlyList<PersonId> Colleagues(World world, PersonId id) =>
        [.. world.Everybody.Where(other => other != id && EmployerOf(other) == EmployerOf(id) && world.Facts.People.GetValueOrDefault(other) is { Seen: true, Left: null })];

    private static Attempt Replacement(World world, PersonId id)
    {
        var chief = Colleagues(world, id).FirstOrDefault(other => world.Holds(other, Role.Representative));
        var first = chief ?? world.Any([.. Colleagues(world, id), Crowd.Stranger]);
        var second = world.Any([.. Colleagues(world, id).Where(other => other != first).DefaultIfEmpty(Crowd.Stranger)]);
        return world.Town.Rekeyed(id, KeyOf(new PersonId(world.Fresh("key"))), (first, chief is null ? Role.Member : Role.Representative), (second, Role.Member));
    }

    private static Attempt StationKey(World world, PersonId id)
    {
        var key = KeyOf(new PersonId(world.Fresh("screen"))) with { Form = KeyForm.Hardware, Origin = "http://localhost:5640" };
        return world.Town.KeyAdded(id, key, (id, Role.Member), (world.Any([.. Colleagues(world, id), Crowd.Stranger]), Role.Member));
    }

    private static Attempt Appointment(World world, PersonId id)
    {
        var role = world.Facts.SideOf(id) == Side.Owner ? world.Any(Role.Witness, Role.Operator, Role.Keeper) : world.Any(Role.ProjectManager, Role.Operator, Role.Keeper);
        var principal = world.Tape.Chance(30) ? world.Who(role, world.Facts.SideOf(id), id) : null;
        return world.By(new AppointRole(id, role, world.Clock.AddDays(30), null, principal), null, (OwnSide(world, id), Role.Representative));
    }

    private static Attempt Transfer(World world, PersonId from) =>
        world.By(new TransferDuties(from, world.Who(Role.ProjectManager, null, from)), null, (OwnSide(world, from), Role.Representative));

    private static Attempt Waiver(World world) => world.By(
        new WaiveSeparation(world.Tape.Chance(60) ? world.Clock.AddHours(4) : world.Facts.Calendar.FiscalYearEnd(world.Clock)), null, (world.Who(Role.Approver), Role.Approver), (CityRoot, Role.Representative));

    private static Attempt List(World world, OrganisationId id)
    {
        var own = world.Facts.People.Values.Where(person => person.Organisation == id && person.Left is null && person.Id.Value is not "c-unlisted").Select(person => person.Id);
        return world.By(new SignList(id, [.. own.OrderBy(person => person.Value, StringComparer.Ordinal)]), null, (RootOf(id), Role.Representative));
    }

    private static Attempt Course(World world, PersonId id) =>
        world.By(new RecordTraining(id, Hash("course"), world.Clock.AddDays(-1), world.Clock.AddDays(300)), null, (world.Who(Role.InformationManager, null, id), Role.InformationManager));
}
