using Azukari.Domain.Engagements;
using Azukari.Domain.Opening;
using Azukari.Domain.Permits;
using Azukari.Protocol.Ledger;

namespace Azukari.Holder.Tests;

/// <summary>What a holder follows, keeps in stock and cosigns, and what it refuses to have seen (R30).</summary>
public sealed class FollowingTests
{
    [Fact]
    public async Task A_holder_deposits_its_stock_and_papers_and_stops_there()
    {
        await using var scene = await Scene.FoundedAsync();

        await scene.RoundsAsync();
        await scene.RoundsAsync();

        foreach (var side in Enum.GetValues<Side>())
        {
            Assert.Equal(3, scene.Deposited(side).Count);
            Assert.All(scene.Deposited(side), recipient => Assert.Equal(1216, scene.Service.Papers[recipient.Value].Length));
            Assert.Equal(3, (int)(await scene.StatusAsync(side))["stock"]!);
        }
    }

    [Fact]
    public async Task A_key_that_a_permit_names_is_replaced_in_the_stock()
    {
        await using var scene = await Scene.CarriedAsync();
        await scene.RoundsAsync();

        Assert.Equal(4, scene.Deposited(Side.Owner).Count);
        Assert.Equal(3, (int)(await scene.StatusAsync(Side.Owner))["stock"]!);
    }

    [Fact]
    public async Task A_key_that_the_server_has_not_heard_of_is_offered_again_after_a_restart()
    {
        await using var scene = await Scene.FoundedAsync();
        await scene.StopAsync(Side.Owner);
        var before = scene.Deposited(Side.Owner);
        using (var identity = Age.HybridIdentity.Generate())
        {
            var name = StoredIdentity.NameOf(identity);
            StoredIdentity.Write(Path.Combine(scene.FolderOf(Side.Owner), "identities", name.Value + ".key"), identity, scene.Clock.GetUtcNow());
            await scene.StartAsync(Side.Owner);
            await scene.RoundAsync(Side.Owner);

            Assert.Equal(name, Assert.Single(scene.Deposited(Side.Owner).Except(before)));
        }
    }

    [Fact]
    public async Task Both_holders_cosign_what_they_replayed()
    {
        await using var scene = await Scene.CarriedAsync();
        for (var round = 0; round < 3; round++) await scene.RoundsAsync(); // Each deposits, which makes the log longer for the other.

        Assert.Equal(["holder.contractor.example", "holder.owner.example"], scene.Service.CosignedBy.Order());
        Assert.Equal(scene.Service.Size, (int)(await scene.StatusAsync(Side.Owner))["size"]!);
    }

    [Fact]
    public async Task A_rewritten_entry_is_a_fork()
    {
        await using var scene = await Scene.CarriedAsync();
        await scene.RoundsAsync();
        var old = Entry.Read(scene.Service.EntryAt(5));
        scene.Service.Rewrite(5, (old with { At = old.At.AddMilliseconds(1) }).Write());

        await AlarmsAsync(scene, "fork");
    }

    [Fact]
    public async Task A_checkpoint_with_another_root_is_a_fork()
    {
        await using var scene = await Scene.CarriedAsync();
        scene.Service.SignsAnotherRoot = true;

        await AlarmsAsync(scene, "fork");
    }

    [Fact]
    public async Task An_entry_that_the_rules_refuse_is_not_believed_though_the_log_signed_it()
    {
        await using var scene = await Scene.CarriedAsync();
        await scene.RoundsAsync();
        var early = scene.Town.Sign(new ConfirmRelease(Town.Case, new(Town.OpenStation, Town.Hash("code"))), Town.OpenStation, (Town.Officer, Role.SecurityOfficer));
        scene.Service.Add(new Entry(scene.Service.Size, scene.Clock.GetUtcNow(), early, []).Write());

        await AlarmsAsync(scene, "refused-entry");
    }

    [Fact]
    public async Task An_entry_with_a_forged_signature_is_not_believed()
    {
        await using var scene = await Scene.CarriedAsync();
        await scene.RoundsAsync();
        var good = scene.Town.Sign(new RegisterSite(new("elsewhere"), NetworkLayer.Internet), null, (Town.Officer, Role.SecurityOfficer));
        var forged = good with { Act = new RegisterSite(new("my-house"), NetworkLayer.Internet) };
        scene.Service.Add(new Entry(scene.Service.Size, scene.Clock.GetUtcNow(), forged, []).Write());

        await AlarmsAsync(scene, "refused-entry");
    }

    [Fact]
    public async Task An_alarm_outlives_a_restart_and_releases_nothing()
    {
        await using var scene = await Scene.ConfirmedAsync();
        scene.Service.SignsAnotherRoot = true;
        await scene.RoundAsync(Side.Owner);
        scene.Service.SignsAnotherRoot = false;
        await scene.StopAsync(Side.Owner);
        await scene.StartAsync(Side.Owner);

        Assert.Equal(503, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);
        Assert.Equal("fork", (string?)(await scene.StatusAsync(Side.Owner))["alarm"]);
    }

    [Fact]
    public async Task After_a_restart_the_record_is_taken_up_where_it_was()
    {
        await using var scene = await Scene.CarriedAsync();
        await scene.RoundAsync(Side.Owner);
        var before = await scene.StatusAsync(Side.Owner);
        await scene.StopAsync(Side.Owner);
        scene.Service.IsDown = true;
        await scene.StartAsync(Side.Owner);

        Assert.Equal(before.ToJsonString(), (await scene.StatusAsync(Side.Owner)).ToJsonString());
    }

    [Fact]
    public async Task A_record_that_somebody_changed_on_the_disk_raises_the_alarm()
    {
        await using var scene = await Scene.CarriedAsync();
        await scene.StopAsync(Side.Owner);
        var path = Path.Combine(scene.FolderOf(Side.Owner), "record");
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^3] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        await scene.StartAsync(Side.Owner);

        Assert.Equal("record-damaged", (await File.ReadAllTextAsync(Path.Combine(scene.FolderOf(Side.Owner), "alarm"))).Trim());
    }

    [Fact]
    public async Task A_record_that_could_not_be_written_is_not_cosigned_and_is_followed_again()
    {
        await using var scene = await Scene.CarriedAsync();
        await scene.RoundsAsync();
        scene.Town.Arrive();
        var obstacle = Path.Combine(scene.FolderOf(Side.Owner), "checkpoint.new");
        Directory.CreateDirectory(obstacle);
        await Assert.ThrowsAnyAsync<Exception>(() => scene.RoundAsync(Side.Owner));
        Assert.DoesNotContain("holder.owner.example", scene.Service.CosignedBy);

        Directory.Delete(obstacle);
        await scene.RoundAsync(Side.Owner);
        await scene.StopAsync(Side.Owner);
        await scene.StartAsync(Side.Owner);
        await scene.RoundAsync(Side.Owner);

        var status = await scene.StatusAsync(Side.Owner);
        Assert.Null(status["alarm"]);
        Assert.Equal(scene.Service.Size, (int)status["size"]!);
        Assert.Contains("holder.owner.example", scene.Service.CosignedBy);
    }

    [Fact]
    public async Task Only_its_owner_reads_a_holders_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await using var scene = await Scene.CarriedAsync();

        var modes = Directory.GetFiles(scene.FolderOf(Side.Owner), "*.key", SearchOption.AllDirectories)
            .Append(Path.Combine(scene.FolderOf(Side.Owner), "signing.p8")).Append(Path.Combine(scene.FolderOf(Side.Owner), "witness.seed"))
#pragma warning disable CA1416 // Skipped on Windows above.
            .Select(path => File.GetUnixFileMode(path));
#pragma warning restore CA1416

        Assert.Equal([UnixFileMode.UserRead | UnixFileMode.UserWrite], modes.Distinct());
    }

    private static async Task AlarmsAsync(Scene scene, string code)
    {
        scene.Service.Append(scene.Town.Sign(new DepositRecipient(Town.Hash("one more")), Town.SealStation));
        await scene.RoundAsync(Side.Owner);
        await scene.RoundAsync(Side.Owner);

        Assert.Equal(code, (string?)(await scene.StatusAsync(Side.Owner))["alarm"]);
        Assert.DoesNotContain("holder.owner.example", scene.Service.CosignedBy);
        Assert.NotEmpty(await File.ReadAllBytesAsync(Path.Combine(scene.FolderOf(Side.Owner), "alarm.evidence")));
    }
}
