using System.Collections.Concurrent;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Incidents;
using Azukari.Domain.Media;
using Azukari.Domain.People;
using Azukari.Domain.Permits;
using Azukari.Domain.Watch;
using Azukari.Protocol.Ledger;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Incidents;

/// <summary>R23, by somebody who means harm: a report costs nothing, so what a thousand of them can do has a bound.</summary>
public sealed class InsiderTests
{
    private const string Insider = "c-carrier";
    private static readonly CarryOutId[] Others = [new("carry-2"), new("carry-3"), new("carry-4")];

    [Fact]
    public async Task A_thousand_reports_in_a_minute_end_the_insiders_own_carry_outs_and_suspend_others_until_those_concerned_lift_it()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite, "--burst", "400");
        await StaffAsync(town);
        foreach (var (id, n) in Others.Select((id, n) => (id, n + 2))) await GrantAsync(town, id, n);
        var (began, answers) = (town.Host.Clock.GetUtcNow(), new ConcurrentBag<int>());

        await Parallel.ForEachAsync(Reports(town), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (report, _) =>
            answers.Add((await Knock.AnonymousAsync(town.Host, HttpMethod.Post, $"/api/v1/engagements/{Town.Name}/acts", report.Write())).Status));
        await Task.Delay(TimeSpan.FromSeconds(3)); // Everybody here knocks from one address, and whatever is no safety act waits for its bucket.
        town.Host.Clock.SetUtcNow(began.AddMinutes(1));
        await town.Host.WatchAsync();

        Assert.Equal(1000, answers.Count);
        Assert.All(answers, status => Assert.Contains(status, new[] { 201, 200, 422 })); // Nothing was held back, and the same word counts once.
        await town.FollowAsync();
        Assert.NotNull(town.Facts.Find(Town.Case)!.KillOrdered);
        foreach (var id in Others) Assert.Equal((null, SuspensionCause.Loss), (town.Facts.Find(id)!.KillOrdered, town.Facts.Find(id)!.Suspended!.Why));
        Assert.Equal(4, town.Facts.Incidents.Count(incident => incident.CarryOut is not null)); // One each, however often it is said.

        foreach (var id in Others)
        {
            await town.DoAsync(town.Sign(new ReportFound(id, SealIntact: true), null, ("o-officer", Role.SecurityOfficer)));
            await town.DoAsync(town.Sign(new LiftSuspension(id), null, ("o-approver", Role.Approver), ("c-manager", Role.ProjectManager)));
        }

        town.Host.Clock.SetUtcNow(began.AddMinutes(90)); // The hour has passed.
        for (var round = 0; round < 2; round++) await town.Host.WatchAsync();
        await town.FollowAsync();
        foreach (var id in Others) Assert.Equal((null, null), (town.Facts.Find(id)!.KillOrdered, town.Facts.Find(id)!.Suspended));
    }

    /// <summary>Every kind, for everybody, in person and by telephone; then the same again.</summary>
    private static IEnumerable<SignedAct> Reports(Town town)
    {
        PersonId?[] behalf = [null, .. town.Facts.People.Keys.OrderBy(person => person.Value, StringComparer.Ordinal)];
        var every = from id in Others.Prepend(Town.Case)
                    from kind in Enum.GetValues<LossKind>()
                    from person in behalf
                    from telephone in new[] { false, true }
                    select town.Sign(new ReportLoss(id, kind, person, telephone), null, (Insider, Role.Member));
        var said = every.ToArray();
        return said.Concat(said).Take(1000);
    }

    /// <summary>Two more who carry, so that there are carry-outs in which the insider has no part.</summary>
    private static async Task StaffAsync(Town town)
    {
        foreach (var person in new[] { "o-walker", "c-walker" }) await town.EngageAsync(person, Role.Operator);
        foreach (var (organisation, root) in new[] { ("city", "o-root"), ("contractor", "c-root") })
            await town.DoAsync(town.Sign(new SignList(new(organisation), [.. town.Facts.People.Values.Where(person => person.Organisation.Value == organisation).Select(person => person.Id).OrderBy(id => id.Value, StringComparer.Ordinal)]), null, (root, Role.Representative)));
        foreach (var person in new[] { "o-walker", "c-walker" }) await town.DoAsync(town.Sign(new AcknowledgeManual(1), null, (person, Role.Member)));
        await town.DoAsync(town.Sign(new RecordTraining(new("c-walker"), Town.Hash("course"), town.Host.Clock.GetUtcNow(), Town.YearEnds), null, ("c-root", Role.Representative)));
    }

    private static async Task GrantAsync(Town town, CarryOutId id, int n)
    {
        var (medium, keys) = (new MediumId($"usb-{n}"), new ThreeKeys(Town.Hash($"r-owner-{n}"), Town.Hash($"r-contractor-{n}"), Town.Hash($"r-destination-{n}")));
        await town.DoAsync(town.Sign(new AdmitMedium(medium, MediumKind.Flash, new("data-centre"), new($"serial-{n}", SerialIsDeclared: false, 32_000_000_000, new(32_000_000_000, 0, 20_000_000, 90_000_000))), "seal-1", ("o-officer", Role.SecurityOfficer)));
        foreach (var (recipient, machine) in new[] { (keys.Owner, "owner-holder"), (keys.Contractor, "contractor-holder"), (keys.Destination, "open-1") }) await town.DoAsync(town.Sign(new DepositRecipient(recipient), machine));

        var plan = new CarryPlan(
            new("benefit-calls"), Town.Hash("purpose"), [new(new("residents"), ["id"])], 100, 110, TransferMethod.Accompanied, [medium],
            new("data-centre"), new("seal-1"), new("call-centre"), new("open-1"), Town.Window, [new("c-walker"), new("o-walker")], null,
            new(new(RowRange.Everything), Town.Hash("why a medium"), Town.Hash("locked cabinet"), PlannedErasure.Overwrite, null, []));
        await town.DoAsync(town.Sign(new Apply(id, plan), null, ("c-manager", Role.ProjectManager)));
        await town.DoAsync(town.Sign(new Endorse(id), null, ("c-executive", Role.InformationManager)));
        await town.DoAsync(town.Sign(new Approve(id, keys), null, ("o-approver", Role.Approver)));
    }
}
