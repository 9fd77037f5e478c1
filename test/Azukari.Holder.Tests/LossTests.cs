using System.Text.Json.Nodes;
using Azukari.Domain.Closing;
using Azukari.Domain.Incidents;
using Azukari.Domain.Watch;

namespace Azukari.Holder.Tests;

/// <summary>R23 at the holder's own door: the button that works when the server is down.</summary>
public sealed class LossTests
{
    [Fact]
    public async Task By_somebody_whom_the_permit_names_the_key_dies_at_once_with_the_server_down_and_the_tombstone_comes_later()
    {
        await using var scene = await Scene.ConfirmedAsync();
        await scene.RoundsAsync();
        scene.Service.IsDown = true;
        var report = scene.Town.Lost(Town.Carrier);

        var (status, body) = await scene.ReportLossAsync(Side.Owner, report);

        Assert.Equal(200, status);
        var answer = JsonNode.Parse(body)!;
        Assert.True((bool)answer["destroyed"]!);
        Assert.Equal(scene.NamedKey(Side.Owner).Value, (string?)answer["recipient"]);
        Assert.Equal(1, (long)answer["count"]!);
        Assert.False(File.Exists(scene.IdentityPath(Side.Owner)));

        scene.Service.IsDown = false;
        await scene.RoundAsync(Side.Owner);
        await scene.RoundAsync(Side.Owner);
        await scene.RoundAsync(Side.Owner);

        var stone = Assert.Single(scene.Service.Acts.OfType<DestroyKey>()).Measured;
        Assert.Equal((scene.NamedKey(Side.Owner), DestructionCause.Loss, 1L), (stone.Recipient, stone.Cause, stone.Count));
        Assert.Single(scene.Service.Acts.OfType<ReportLoss>());
        Assert.Empty(Directory.GetFiles(Path.Combine(scene.FolderOf(Side.Owner), "reports")));
        Assert.Equal(422, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);
    }

    [Fact]
    public async Task Telling_it_twice_gets_the_same_answer()
    {
        await using var scene = await Scene.CarriedAsync();
        var report = scene.Town.Lost(Town.Carrier);

        var (_, first) = await scene.ReportLossAsync(Side.Owner, report);
        var (status, second) = await scene.ReportLossAsync(Side.Owner, report);

        Assert.Equal(200, status);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Through_the_record_it_ends_the_other_sides_key_too()
    {
        await using var scene = await Scene.CarriedAsync();
        await scene.ReportLossAsync(Side.Owner, scene.Town.Lost(Town.CityCarrier));
        await scene.RoundAsync(Side.Owner);
        await scene.RoundAsync(Side.Contractor);

        Assert.False(File.Exists(scene.IdentityPath(Side.Contractor)));
    }

    [Fact]
    public async Task By_anybody_else_it_suspends_and_destroys_after_sixty_minutes_with_the_server_down()
    {
        await using var scene = await Scene.ConfirmedAsync();
        await scene.RoundsAsync();
        var report = scene.Town.Lost(Town.SiteOperator);
        var (status, _) = await scene.ReportLossAsync(Side.Owner, report);
        Assert.Equal(202, status);
        var (refused, problem) = await scene.ReleaseAsync(Side.Owner, scene.Envelope);
        Assert.Equal(422, refused);
        Assert.Contains("R23.Suspended", Scene.CodesIn(problem));

        scene.Service.IsDown = true;
        scene.Clock.Advance(TimeSpan.FromMinutes(60));
        await scene.RoundAsync(Side.Owner);
        Assert.True(File.Exists(scene.IdentityPath(Side.Owner)));
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        await scene.RoundAsync(Side.Owner);

        Assert.False(File.Exists(scene.IdentityPath(Side.Owner)));
        Assert.Contains("suspension-unanswered", await File.ReadAllTextAsync(scene.TombstonePath(Side.Owner)));
    }

    [Fact]
    public async Task A_suspension_outlives_a_restart()
    {
        await using var scene = await Scene.ConfirmedAsync();
        await scene.RoundsAsync();
        scene.Service.IsDown = true;
        await scene.ReportLossAsync(Side.Owner, scene.Town.Lost(Town.SiteOperator));
        await scene.StopAsync(Side.Owner);
        scene.Clock.Advance(TimeSpan.FromMinutes(61));
        await scene.StartAsync(Side.Owner);

        Assert.False(File.Exists(scene.IdentityPath(Side.Owner)));
    }

    [Fact]
    public async Task Found_by_the_owner_stops_the_hour_and_both_sides_lift_the_suspension()
    {
        await using var scene = await Scene.ConfirmedAsync();
        await scene.ReportLossAsync(Side.Owner, scene.Town.Lost(Town.SiteOperator));
        await scene.RoundAsync(Side.Owner);
        scene.Clock.Advance(TimeSpan.FromMinutes(30));
        scene.Town.Do(new ReportFound(Town.Case, SealIntact: true), null, (Town.Officer, Role.Member));
        await scene.RoundAsync(Side.Owner);
        scene.Clock.Advance(TimeSpan.FromMinutes(31));
        await scene.RoundAsync(Side.Owner);

        Assert.True(File.Exists(scene.IdentityPath(Side.Owner)));
        Assert.Contains("R23.Suspended", Scene.CodesIn((await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Body));

        scene.Town.Do(new LiftSuspension(Town.Case), null, (Town.Officer, Role.SecurityOfficer), (Town.Manager, Role.ProjectManager));
        await scene.RoundAsync(Side.Owner);

        Assert.Equal(200, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);
    }

    [Fact]
    public async Task A_forged_report_touches_no_key()
    {
        await using var scene = await Scene.CarriedAsync();
        var good = scene.Town.Lost(Town.Carrier);
        var forged = good with { Act = new ReportLoss(Town.Case, LossKind.Stolen) };

        Assert.Equal(403, (await scene.ReportLossAsync(Side.Owner, forged)).Status);
        Assert.True(File.Exists(scene.IdentityPath(Side.Owner)));
    }

    [Fact]
    public async Task A_stranger_touches_no_key()
    {
        await using var scene = await Scene.CarriedAsync();
        var (status, body) = await scene.ReportLossAsync(Side.Owner, scene.Town.Lost(new("o-stranger")));

        Assert.Equal(422, status);
        Assert.Contains("R1.PersonNotEnrolled", Scene.CodesIn(body));
        Assert.True(File.Exists(scene.IdentityPath(Side.Owner)));
    }

    [Fact]
    public async Task A_report_about_what_was_only_just_permitted_is_looked_up_in_the_log()
    {
        await using var scene = await Scene.FoundedAsync();
        scene.Town.Do(new Domain.Permits.DepositRecipient(Town.Hash("destination")), Town.OpenStation);
        scene.Town.Permit(new(scene.Deposited(Side.Owner)[0], scene.Deposited(Side.Contractor)[0], Town.Hash("destination")));

        Assert.Equal(200, (await scene.ReportLossAsync(Side.Owner, scene.Town.Lost(Town.Carrier))).Status);
    }

    [Fact]
    public async Task A_kill_needs_no_trust_in_the_record_once_the_alarm_is_raised()
    {
        await using var scene = await Scene.ConfirmedAsync();
        await scene.RoundsAsync();
        scene.Service.SignsAnotherRoot = true;
        await scene.RoundAsync(Side.Owner);

        Assert.Equal(200, (await scene.ReportLossAsync(Side.Owner, scene.Town.Lost(Town.Carrier))).Status);
        Assert.False(File.Exists(scene.IdentityPath(Side.Owner)));
    }

    [Fact]
    public async Task A_kill_that_only_the_record_tells_is_heard_under_the_alarm_too()
    {
        await using var scene = await Scene.ConfirmedAsync();
        await scene.RoundsAsync();
        scene.Service.SignsAnotherRoot = true;
        await scene.RoundAsync(Side.Owner);
        Assert.Equal(201, scene.Service.Append(scene.Town.Lost(Town.Carrier)).Status);
        await scene.RoundAsync(Side.Owner);

        Assert.False(File.Exists(scene.IdentityPath(Side.Owner)));
        Assert.Equal("fork", (string?)(await scene.StatusAsync(Side.Owner))["alarm"]);
    }

    [Fact]
    public async Task A_tombstone_that_cannot_be_written_saves_no_key()
    {
        await using var scene = await Scene.ConfirmedAsync();
        await scene.RoundsAsync();
        Directory.CreateDirectory(scene.TombstonePath(Side.Owner)); // A file of this name cannot be made.

        Assert.Equal(202, (await scene.ReportLossAsync(Side.Owner, scene.Town.Lost(Town.Carrier))).Status);
        Assert.False(File.Exists(scene.IdentityPath(Side.Owner)));
        Assert.Equal(422, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);

        Directory.Delete(scene.TombstonePath(Side.Owner));
        await scene.RoundAsync(Side.Owner);
        Assert.True(File.Exists(scene.TombstonePath(Side.Owner)));
    }
}
