using System.Collections.Frozen;
using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Closing;
using Azukari.Domain.Custody;
using Azukari.Domain.Erasure;
using Azukari.Domain.Incidents;
using Azukari.Domain.Opening;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;

namespace Azukari.Demo.Replays;

/// <summary>A step done as the rules demand; what the file skipped on the way there is done at the same moment.</summary>
internal sealed class Properly(ReplayFile file, World world, Cast cast)
{
    /// <summary>Steps that have a proper form.</summary>
    internal static readonly FrozenSet<string> Known = new[] { "ask", "endorse", "approve", "seal", "depart", "arrive", "open", "finish", "return", "report", "find" }.ToFrozenSet();

    internal Ground Ground { get; } = new(file, world);

    private static CarryOutId Case => Ground.Case;

    private CarryOut? Now => world.Facts.Find(Case);

    private ImmutableArray<ReplayMedium> Media => file.First("seal")?.List("media") is { Length: > 0 } named
        ? [.. named.Select(id => new ReplayMedium(id, Registered: true))]
        : file.Media is { Length: > 0 } all ? all : [new("medium-1", Registered: true)];

    private SigningKeyFact OpenStation => Names.Key(Ground.Destination.Station);

    internal void Prepare()
    {
        _ = Carriers;
        _ = Confirmer;
        var window = Windows.Of(file);
        Ground.Lay(cast.All, Media, (int)Math.Ceiling((window.EraseBy - window.From).TotalHours));
    }

    /// <summary>Who carries: whoever did, and the owner's companion.</summary>
    private ImmutableArray<Actor> Carriers => [(file.First("depart") ?? file.First("seal"))?.By.Select(cast.Of).OfType<Actor>().FirstOrDefault(actor => actor.Side == Side.Contractor) ?? cast.Operator(), cast.Companion];

    /// <summary>Who confirms the opening for the contractor: somebody who did not bring it.</summary>
    private Actor Confirmer => cast.Operator(Carriers);

    /// <summary>What this step is when it is done properly.</summary>
    internal IEnumerable<Func<Attempt>> AsDemanded(ReplayStep step) => step.Did switch
    {
        "ask" => Asked(step.At),
        "endorse" => Asked(step.At),
        "approve" => [.. Asked(step.At), .. Approved(step.At)],
        "seal" => [.. Asked(step.At), .. Approved(step.At), .. Sealed(step.At)],
        "depart" => [.. Asked(step.At), .. Approved(step.At), .. Sealed(step.At), .. Left(step.At)],
        "arrive" => [.. Asked(step.At), .. Approved(step.At), .. Sealed(step.At), .. Left(step.At), .. Arrived(step.At)],
        "open" => [.. Asked(step.At), .. Approved(step.At), .. Sealed(step.At), .. Left(step.At), .. Arrived(step.At), .. Opened(step.At)],
        _ => AsItWas(step),
    };

    /// <summary>What somebody really did, by whoever plays them; everything else stays undone.</summary>
    internal IEnumerable<Func<Attempt>> AsItWas(ReplayStep step)
    {
        var who = step.By.Select(cast.Of).OfType<Actor>().ToArray();
        if (who.Length == 0 || Now?.Permit is null) return [];

        return step.Did switch
        {
            "report" => [() => world.By(new ReportLoss(Case, step.Is("stolen", "true") ? LossKind.Stolen : LossKind.Lost), step.At, null, who[0].As(Role.Member))],
            "find" => [() => world.By(new ReportFound(Case, step.Is("seal", "intact")), step.At, null, who[0].As(Role.Member))],
            "finish" when step.Is("erased", "true") => Erased(step.At),
            "return" => Returned(step.At),
            _ => [],
        };
    }

    private IEnumerable<Func<Attempt>> Asked(DateTimeOffset at)
    {
        if (Now is not null) yield break;

        var plan = new CarryPlan(
            Ground.Template, Names.Digest("purpose"), Papers.Everything(file), Counts.People(file.Data), Counts.People(file.Data),
            TransferMethod.Accompanied, [.. Media.Select(medium => medium.Medium)], Ground.Source.Site, Ground.Source.Station, Ground.Destination.Site, Ground.Destination.Station,
            Windows.Of(file), [.. Carriers.Select(actor => actor.Person)], null, Papers.Handled(Media));
        yield return () => world.By(new Apply(Case, plan), at, null, cast.Manager.As(Role.ProjectManager));
        yield return () => world.By(new Endorse(Case), at, null, cast.Executive.As(Role.InformationManager));
    }

    private IEnumerable<Func<Attempt>> Approved(DateTimeOffset at)
    {
        if (Now?.Permit is null) yield return () => world.By(new Approve(Case, Ground.Keys), at, null, cast.Approver.As(Role.Approver));
    }

    private IEnumerable<Func<Attempt>> Sealed(DateTimeOffset at)
    {
        if (Now?.Seal is not null) yield break;

        yield return () => world.By(
            new SealConsignment(Case, Papers.At(Ground.Source), Papers.Sealed(file, Media, isSealed: true)), at, Names.Key(Ground.Source.Station),
            Carriers[0].As(Role.Operator), cast.Witness.As(Role.Witness));
    }

    private IEnumerable<Func<Attempt>> Left(DateTimeOffset at)
    {
        if (Now?.Custody is not { HasLeft: true }) yield return () => HandOver(at, Ground.Source, TransferMethod.Accompanied);
    }

    private IEnumerable<Func<Attempt>> Arrived(DateTimeOffset at)
    {
        if (Now is { Arrived.IsEmpty: false }) yield break;

        yield return () => HandOver(at, Ground.Destination, null);
        foreach (var medium in Media) yield return () => world.By(new ProveArrival(Case, Papers.Arrived(medium)), at, OpenStation);
    }

    private IEnumerable<Func<Attempt>> Opened(DateTimeOffset at)
    {
        if (Now?.Loaded is not null) yield break;

        Attempt Confirmed(Actor actor, Role role) => world.By(new ConfirmRelease(Case, Papers.At(Ground.Destination)), at, OpenStation, actor.As(role));
        yield return () => Confirmed(cast.Officer, Role.SecurityOfficer);
        yield return () => Confirmed(Confirmer, Role.Operator);
        yield return () => world.By(new ReleaseLayer(Case, Side.Owner), at, Ground.OwnersHolder);
        yield return () => world.By(new ReleaseLayer(Case, Side.Contractor), at, Ground.ContractorsHolder);
        yield return () => world.By(
            new ConfirmLoaded(Case, new(Papers.Manifest, Counts.People(file.Data), Counts.Of(file.Data), new(Ground.Keys.Destination, DestructionLevel.OverwrittenFile, DestructionCause.Loaded, 1, at))),
            at, OpenStation);
    }

    private IEnumerable<Func<Attempt>> Erased(DateTimeOffset at) => Media.Select(medium => (Func<Attempt>)(() => world.By(
        new EraseAtSite(Case, Papers.At(Ground.Destination), new(medium.Medium, Papers.Serial(medium), "overwrite", 1, 0, FreeSpaceCovered: true)),
        at, OpenStation, Carriers[0].As(Role.Operator), Confirmer.As(Role.Operator))));

    private IEnumerable<Func<Attempt>> Returned(DateTimeOffset at) =>
    [
        () => world.By(
            new HandOver(Case, [.. Media.Select(medium => medium.Medium)], [cast.HomeKeeper.Person], null, Ground.Source.Site, Stored: true, Papers.SealNumber, Intact: true),
            at, null, Carriers[0].As(Role.Operator), cast.HomeKeeper.As(Role.Keeper)),
    ];

    /// <summary>Both carriers take it here.</summary>
    private Attempt HandOver(DateTimeOffset at, ReplaySite site, TransferMethod? method) => world.By(
        new HandOver(Case, [.. Media.Select(medium => medium.Medium)], [.. Carriers.Select(actor => actor.Person)], null, site.Site, Stored: false, Papers.SealNumber, Intact: true, method, Papers.Route),
        at, null, Carriers.Select(actor => actor.As(Role.Operator)));
}
