using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Custody;
using Azukari.Domain.Erasure;
using Azukari.Domain.Incidents;
using Azukari.Domain.Opening;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;

namespace Azukari.Demo.Replays;

/// <summary>The commands that a step stands for. What the facts lack is left out; what they say and no command has is unknown.</summary>
internal sealed class Commands(ReplayFile file, World world, Ground ground, ReplayStep step)
{
    private static readonly string[] Told = ["place", "to", "of"];

    private readonly HashSet<string> used = [];

    /// <summary>What of the step became no command.</summary>
    internal IEnumerable<string> Unknown { get; private set; } = [];

    internal ImmutableArray<Attempt> Attempts()
    {
        ImmutableArray<Attempt>? attempts = step.Did switch
        {
            "ask" => [Ask()],
            "endorse" => [Written(new Endorse(Ground.Case), Role.InformationManager)],
            "approve" => [Written(new Approve(Ground.Case, Ground.Keys), Role.Approver)],
            "decline" => [Written(new Decline(Ground.Case, DeclineReason.NotNecessary), Role.Approver)],
            "seal" => [Seal()],
            "depart" => [Depart()],
            "arrive" => [HandedIn(), Arrival()],
            "open" => [.. step.By.Select(Confirm)],
            "finish" => Take("stored") is "true" ? [Erase(), Store()] : [Erase()],
            "report" => [Signed(new ReportLoss(Ground.Case, Take("stolen") is "true" ? LossKind.Stolen : LossKind.Lost), null, Role.Member)],
            "find" => [Signed(new ReportFound(Ground.Case, SealIntact: Take("seal") is "intact"), null, Role.Member)],
            _ => null,
        };

        // Where it happened and to whom it was said is told beside a command; it changes none.
        used.UnionWith(Told);
        Unknown = attempts is null ? [step.Did] : step.Details.Keys.Where(key => !used.Contains(key)).Order(StringComparer.Ordinal).Concat(Nobody());

        return attempts ?? [];
    }

    private Attempt Ask()
    {
        bool Lacks(string part) => step.Lacks(part);
        used.Add("lacks");
        used.Add("purpose");

        var depart = file.First("depart");
        var plan = new CarryPlan(
            Ground.Template, step.Text("purpose") is { } purpose && !Lacks("purpose") ? Names.Digest(purpose) : null, Lacks("fields") || Lacks("data") ? [] : Papers.Everything(file),
            Counts.People(file.Data), Counts.People(file.Data), Lacks("method") ? TransferMethod.NotStated : Method(depart) ?? TransferMethod.NotStated,
            Lacks("media") ? [] : [.. Media().Select(medium => medium.Medium)], ground.Source.Site, ground.Source.Station, ground.Destination.Site, ground.Destination.Station,
            Lacks("window") ? null : Windows.Of(file), [.. (depart?.By ?? []).Select(Pseudonym)], null, Handled());

        return Written(new Apply(Ground.Case, plan), Role.ProjectManager);
    }

    /// <summary>What the facts name as lacking is left out.</summary>
    private Handling Handled()
    {
        var whole = Papers.Handled(Media());
        return whole with
        {
            Rows = step.Lacks("rows") ? null : whole.Rows,
            WhyMedium = step.Lacks("reason") ? null : whole.WhyMedium,
            KeptWhere = step.Lacks("storage") ? null : whole.KeptWhere,
            Erasure = step.Lacks("erasure") ? null : whole.Erasure,
        };
    }

    private Attempt Seal()
    {
        used.Add("data");
        var site = Site();
        var isSealed = Take("protection") is "encrypted" or "sealed";
        var witness = Take("witness") is { } named && named != "none" ? named : null;

        return Signed(
            new SealConsignment(Ground.Case, Papers.At(site), Papers.Sealed(file, Media(), isSealed)), site.Station, Role.Operator,
            witness is null ? [] : [(Pseudonym(witness), Employer(witness), Role.Witness)]);
    }

    private Attempt Depart()
    {
        var method = Take("method") is { } word ? Method(word) : null;
        var handOver = HandOver([.. step.By.Select(Pseudonym)], Site().Site, method);
        return Signed(Courier() is { } leg ? handOver with { To = [], Courier = leg } : handOver, null, Role.Operator);
    }

    /// <summary>A courier company of the file takes it; a number that nobody wrote down is left out.</summary>
    private CourierLeg? Courier() =>
        file.Parties.FirstOrDefault(party => party.Id == step.Text("courier")) is { } company && Take("courier") is not null
            ? new(company.Organisation, Number("tracking"), Number("receipt"))
            : null;

    private string Number(string key) => Take(key) is { } number && number != "none" ? number : "";

    private Attempt HandedIn() => Signed(HandOver([.. step.By.Select(Pseudonym)], Site().Site, null), null, Role.Operator);

    private Attempt Arrival() => world.By(new ProveArrival(Ground.Case, Papers.Arrived(Medium)), step.At, Names.Key(Site().Station));

    private Attempt Confirm(string person)
    {
        var site = Site();
        return world.By(
            new ConfirmRelease(Ground.Case, Papers.At(site)), step.At, Names.Key(site.Station),
            (Pseudonym(person), Employer(person), file.Person(person)?.Roles.FirstOrDefault(Role.Operator) ?? Role.Operator));
    }

    /// <summary>The end of the work is the site step of the erasure; where nothing was erased, nothing was measured.</summary>
    private Attempt Erase()
    {
        var isErased = Take("erased") is "true";
        var measured = new ErasureMeasured(Medium.Medium, Papers.Serial(Medium), "overwrite", isErased ? 1 : 0, 0, FreeSpaceCovered: isErased);
        return Signed(new EraseAtSite(Ground.Case, Papers.At(ground.Destination), measured), ground.Destination.Station, Role.Operator);
    }

    private Attempt Store() => Signed(HandOver([.. step.By.Take(1).Select(Pseudonym)], ground.Destination.Site, null) with { Stored = true }, null, Role.Keeper);

    private HandOver HandOver(ImmutableArray<PersonId> to, SiteId at, TransferMethod? method) =>
        new(Ground.Case, [.. Media().Select(medium => medium.Medium)], to, null, at, Stored: false, Papers.SealNumber, Intact: true, method, Papers.Route);

    /// <summary>What was said and not written bears nobody's signature.</summary>
    private Attempt Written(Act act, Role role) => Take("form") is "oral" ? world.By(act, step.At, null) : Signed(act, null, role);

    private Attempt Signed(Act act, StationId? station, Role role, params IEnumerable<(PersonId, OrganisationId, Role)> beside) => world.By(
        act, step.At, station is null ? null : Names.Key(station), step.By.Select(id => (Pseudonym(id), Employer(id), role)).Concat(beside));

    private ReplayMedium Medium => Media().FirstOrDefault() ?? new("none", Registered: false);

    private IEnumerable<ReplayMedium> Media()
    {
        used.Add("media");
        var named = (step.Details.ContainsKey("media") ? step : file.First("seal"))?.List("media") ?? [];
        return named.Select(id => file.Media.FirstOrDefault(medium => medium.Id == id) ?? new(id, Registered: false));
    }

    private ReplaySite Site()
    {
        used.Add("site");
        return file.Sites.FirstOrDefault(site => site.Id == step.Text("site")) ?? (step.Did is "seal" or "depart" ? ground.Source : ground.Destination);
    }

    private string? Take(string key)
    {
        used.Add(key);
        return step.Text(key);
    }

    private static TransferMethod? Method(ReplayStep? departed) => departed?.Text("method") is { } word ? Method(word) : null;

    private static TransferMethod? Method(string word) => FileWords.Methods.TryGetValue(word, out var method) ? method : null;

    private IEnumerable<string> Nobody() => step.By.Where(id => file.Person(id) is null).Select(id => $"by: {id}");

    private static PersonId Pseudonym(string id) => new(Names.Code(id));

    private OrganisationId Employer(string id) => file.Person(id) is { } person ? file.PartyOf(person).Organisation : new("unknown");
}
