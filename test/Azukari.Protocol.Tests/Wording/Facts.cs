using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;
using Azukari.Domain.Erasure;
using Azukari.Domain.Media;
using Azukari.Domain.People;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;
using Azukari.Domain.Watch;

namespace Azukari.Protocol.Tests.Wording;

/// <summary>A small engagement in which one carry-out has come as far as its arrival.</summary>
internal static class Facts
{
    public static readonly CarryOutId CarryOut = new("k-2022-06");
    public static readonly MediumId Medium = new("usb-017");
    public static readonly DatasetId Dataset = new("juki");

    public static readonly CarryWindow Window = new(At(21, 8), At(21, 10), At(21, 12), At(21, 19, 30), At(21, 20));

    public static readonly CarryPlan Plan = new(
        new("grant"), Hash('a'), [new(Dataset, ["person-key", "address"])], 460_000, 460_517, TransferMethod.Accompanied, [Medium],
        new("city-dc"), new("seal-1"), new("call-centre"), new("open-1"), Window, [new("p-2"), new("p-3")], null,
        new(new(RowRange.Everything), Hash('e'), Hash('f'), PlannedErasure.Overwrite, null, []));

    /// <summary>A plan in which nothing is as it was.</summary>
    public static readonly CarryPlan OtherPlan = new(
        new("reminder"), Hash('c'), [new(Dataset, ["person-key"])], 1_000, 1_010, TransferMethod.Courier, [new("usb-018")],
        new("city-hall"), new("seal-2"), new("second-centre"), new("open-2"), Window with { OutBy = At(21, 9) }, [new("p-4")], new("fast"),
        new(new(RowRange.ChangedSince, null, CarryOut), Hash('a'), Hash('b'), PlannedErasure.Destroy, CarryOut, [new(Dataset, "person-key", Hash('c'))]));

    public static readonly SeriesScope Scope = new(
        new("grant"), Hash('a'), [new(Dataset, ["person-key"])], new("city-dc"), new("call-centre"), TransferMethod.Accompanied, 12, 2022, 2);

    public static readonly ThreeKeys Keys = new(Hash('1'), Hash('2'), Hash('3'));

    public static readonly SealMeasured Sealed = new(
        Hash('b'), Hash('c'), "seal-0042", 460_517, [new(Dataset, ["person-key", "address"], 460_517, 460_517)],
        [new(Medium, "SN-99", 1_048_576, Hash('d'), [], 460_517, [new(Dataset, 460_517, 460_517)])], Keys, ReadBack: true);

    public static readonly Tombstone Tombstone = new(Hash('3'), DestructionLevel.OverwrittenFile, DestructionCause.Loaded, 7, At(21, 19));

    public static readonly ErasureMeasured Erased = new(Medium, "SN-99", "overwrite-random-readback", 2_000_000, 0, FreeSpaceCovered: true);

    public static readonly FoundEngagement Founding = new(
        new("covid-grant"), "Asia/Tokyo", new(new("city"), new("p-0"), Key('4'), Key('5'), "city+aaaa"), new(new("vendor"), new("p-9"), Key('6'), Key('7'), "vendor+bbbb"), "log.example/x", "log+cccc");

    public static Engagement Known { get; } = Engagement.Nothing with
    {
        Founding = Founding,
        Genesis = Hash('e'),
        Chain = ImmutableDictionary<OrganisationId, ChainNode>.Empty
            .Add(new("city"), new(new("city"), OrganisationKind.PublicBody, null, Side.Owner))
            .Add(new("vendor"), new(new("vendor"), OrganisationKind.Company, null, Side.Contractor)),
        People = new[] { Person("p-2", "city"), Person("p-3", "vendor"), Person("p-4", "vendor") }.ToImmutableDictionary(person => person.Id),
        Stations = ImmutableDictionary<StationId, Station>.Empty.Add(new("seal-1"), new(new("seal-1"), new("city-dc"), Key('8'))),
        Manuals = ImmutableDictionary<int, Manual>.Empty.Add(2, new(2, Hash('a'), Mark(1, 9), Mark(2, 9))),
        Sites = ImmutableDictionary<SiteId, NetworkLayer>.Empty.Add(new("city-dc"), NetworkLayer.MyNumber).Add(new("call-centre"), NetworkLayer.Isolated),
        Catalogue = ImmutableDictionary<DatasetId, CatalogueDataset>.Empty
            .Add(Dataset, new(Dataset, DatasetUnit.People, "person-key", [new("person-key", FieldClass.Identifier), new("address", FieldClass.Contact)])),
        Templates = ImmutableDictionary<TemplateId, SignTemplate>.Empty.Add(new("grant"), new(new("grant"), [new(Dataset, ["person-key"])], At(30, 12))),
        Media = ImmutableDictionary<MediumId, Medium>.Empty
            .Add(Medium, new(Medium, new(Medium, MediumKind.Flash, new("city-dc"), new("SN-99", SerialIsDeclared: false, 64_000_000_000)), CarryOut)),
        Series = ImmutableDictionary<SeriesId, Series>.Empty.Add(new("s-1"), new(new("s-1"), Scope, Mark(1, 9), new("p-4")) { Endorsed = Mark(1, 10), Endorser = new("p-9") }),
        CarryOuts = ImmutableDictionary<CarryOutId, CarryOut>.Empty.Add(CarryOut, Arrived()),
    };

    public static Digest Hash(char digit) => new(new string(digit, 64));

    public static SigningKeyFact Key(char digit) => new(Hash(digit), "ecdsa-sha2-nistp256 AAAA", KeyForm.Hardware);

    public static DateTimeOffset At(int day, int hour, int minute = 0) => new(2022, 6, day, hour, minute, 0, TimeSpan.FromHours(9));

    private static Person Person(string id, string organisation) =>
        new(new(id), new(organisation), Key('9'), Seen: true, []);

    private static CarryOut Arrived() => new(CarryOut, Plan, Mark(20, 9), new("p-4"))
    {
        Endorsed = Mark(20, 10),
        Endorser = new("p-9"),
        Permit = new(Mark(20, 11), Keys, new("p-1")),
        Seal = new(Mark(21, 9), Sealed, new("p-3"), new("p-2")),
        Custody = new([new(Mark(21, 9), [new("p-3")], null, new("city-dc"), Stored: false, AtDestination: false, Intact: true)]),
        Arrival = new(Mark(21, 11), new(Medium, "SN-99", Hash('d'), Hash('f'), Hash('0'), Hash('1'))),
        Suspended = new(Mark(21, 11), SuspensionCause.Loss),
        Copies = ImmutableDictionary<CopyId, DataCopy>.Empty.Add(new("list-1"), new(Mark(21, 12), new(CarryOut, new("list-1"), CopyKind.ExtractAtSource, new("city-dc"), At(30, 12)))),
        Erasure = ImmutableDictionary<MediumId, Sanitisation>.Empty.Add(Medium, new(new(Mark(21, 19), new("p-3"), new("open-1"), Erased))),
    };

    private static Mark Mark(int day, int hour) => new(At(day, hour), Hash('f'));
}
