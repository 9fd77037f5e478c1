using Azukari.Domain.Catalogue;
using Azukari.Domain.Media;
using Azukari.Domain.People;

namespace Azukari.Domain.Tests.Properties;

/// <summary>What enters the registers: parties, places, machines, media, the catalogue, policy.</summary>
internal static class MovesOfRegisters
{
    private static readonly OrganisationId Nowhere = new("nowhere");

    internal static IEnumerable<Move> All =>
    [
        Move.New<FoundEngagement>(0, _ => false, world => world.Town.Found(), (_, act) => act with { Contractor = act.Contractor with { Organisation = City } },
            (_, act) => act with { Contractor = act.Contractor with { WitnessKey = act.Owner.WitnessKey } }),
        Move.New<ApproveOrganisation>(1, world => world.Facts.Chain.Count < 8, Admission,
            (_, act) => act with { EntrustedBy = Nowhere },
            (_, act) => act with { Organisation = Subcontractor },
            (_, act) => act with { Key = KeyOf(Carrier) },
            (_, act) => act with { Representative = Carrier }),
        Move.Of<WithdrawOrganisation, OrganisationId>(1, world => [.. Organisations(world).Where(id => id.Value.StartsWith('n'))], world => [.. Organisations(world), Nowhere],
            (world, id) => world.By(new WithdrawOrganisation(id), null, (world.Who(Role.Approver), Role.Approver))),
        Move.New<SetPolicy>(1, world => world.Facts.Policy is null || world.Clock > world.Facts.Policy.LastDay || world.Tape.Chance(10),
            world => world.By(
                Places.Policy with { LastDay = world.Facts.Calendar.FiscalYearEnd(world.Clock), Media = MediaPolicy.Default with { ClearAtSite = world.Tape.Chance(40) } }, null, (world.Who(Role.Approver), Role.Approver)),
            (_, act) => act with { Clock = Watch.ClockPolicy.Default with { OpenMinutes = 0 } }, (_, act) => act with { Calendar = new(900, 3) }, (_, act) => act with { LastDay = act.LastDay.AddYears(2) },
            (_, act) => act with { Media = new(0) }, (_, act) => act with { Retention = new([]) }),
        Move.New<RegisterSite>(1, world => world.Facts.Sites.Count < 6,
            world => world.By(new RegisterSite(new(world.Fresh("site")), NetworkLayer.Lgwan), null, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer)),
            (_, act) => act with { Site = DataCentre }),
        Move.New<EnrolStation>(1, world => !world.IsClosing && world.Facts.Stations.Count < 12, Station,
            (_, act) => act with { Site = new("dinner") }, (_, act) => act with { Station = Bench }, (_, act) => act with { Key = KeyOf(Carrier) }),
        Move.New<AdmitMedium>(1, world => !world.IsClosing && world.Facts.Media.Count < 14, Medium,
            (_, act) => act with { Medium = Stick },
            (_, act) => act with { Home = new("dinner") },
            (_, act) => act with { Measured = act.Measured with { Qualified = null } },
            (_, act) => act with { Measured = act.Measured with { Qualified = act.Measured.Qualified! with { Mismatches = 1 } } },
            (_, act) => act with { Measured = act.Measured with { Serial = $"serial of {Stick}" } }),
        Move.New<CatalogueDataset>(1, world => world.Facts.Catalogue.Count < 6,
            world => world.By(new CatalogueDataset(new(world.Fresh("set")), DatasetUnit.Records, "id", [new("id", FieldClass.Identifier)]), null, (world.Who(Role.Approver), Role.Approver)),
            (_, act) => act with { LastDay = FiscalYearEnds.AddYears(2) },
            (_, act) => act with { Dataset = Residents, Fields = [new("id", FieldClass.MyNumber)] },
            (_, act) => act with { PersonKey = "key" }, (_, act) => act with { Fields = [.. act.Fields, .. act.Fields] }),
        Move.New<SignTemplate>(1, world => world.Facts.Templates.Values.All(template => world.Clock > template.LastDay) || world.Tape.Chance(10), Template,
            (_, act) => act with { Needs = [new(new("nothing"), ["id"])] },
            (_, act) => act with { Needs = [new(Residents, ["shoe"])] },
            (_, act) => act with { Needs = [new(Residents, ["id", "id"])] },
            (_, act) => act with { LastDay = act.LastDay.AddYears(2) }),
    ];

    internal static IReadOnlyList<OrganisationId> Organisations(World world) => [.. world.Facts.Chain.Keys.OrderBy(id => id.Value, StringComparer.Ordinal)];

    private static Attempt Admission(World world)
    {
        var id = world.Fresh("n");
        var root = new PersonId($"{id}-root");
        var act = new ApproveOrganisation(new(id), OrganisationKind.Company, world.Any(Contractor, Subcontractor), root, KeyOf(root));
        var asking = act.EntrustedBy == Subcontractor && world.Tape.Chance(50) ? SubRoot : world.Tape.Chance(90) ? ContractorRoot : CourierRoot;
        var attempt = world.By(act, null, (world.Who(Role.Approver), Role.Approver), (asking, Role.Representative), (root, Role.Member));

        return World.Signed(attempt, 2, signer => signer with { Organisation = act.Organisation });
    }

    private static Attempt Station(World world)
    {
        var id = new StationId(world.Fresh("station"));
        return world.By(new EnrolStation(id, DataCentre, KeyOf(id)), KeyOf(id).Id, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer));
    }

    private static Attempt Medium(World world)
    {
        var id = new MediumId(world.Fresh("usb"));
        var act = (AdmitMedium)world.Town.AdmitStick(id).Act with { Home = world.Any(DataCentre, CallCentre) };
        return world.By(act, KeyOf(Bench).Id, (world.Who(Role.SecurityOfficer), Role.SecurityOfficer));
    }

    private static Attempt Template(World world) => world.By(
        new SignTemplate(Town.Template, [new(Residents, ["id", "name"]), new(Benefits, ["id", "amount"])], world.Facts.Calendar.FiscalYearEnd(world.Clock)), null,
        (world.Who(Role.Approver), Role.Approver));
}
