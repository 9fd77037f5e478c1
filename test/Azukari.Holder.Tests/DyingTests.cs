using Azukari.Domain.Closing;
using Azukari.Domain.Opening;
using Microsoft.Extensions.Logging;

namespace Azukari.Holder.Tests;

/// <summary>R20, R32: doing nothing kills too, and a crash takes nothing of it back.</summary>
public sealed class DyingTests
{
    [Fact]
    public async Task The_end_of_the_window_kills_without_any_network()
    {
        await using var scene = await Scene.CarriedAsync();
        await scene.StopAsync(Side.Owner);
        scene.Service.IsDown = true;
        await scene.StartAsync(Side.Owner, tick: TimeSpan.FromMilliseconds(500));
        scene.Town.At(Town.Window.EraseBy);
        Assert.True(File.Exists(scene.IdentityPath(Side.Owner)));

        scene.Town.At(Town.Window.EraseBy.AddSeconds(1));
        for (var look = 0; look < 10; look++) await TickAsync(scene, TimeSpan.FromMilliseconds(500));
        Assert.True(File.Exists(scene.IdentityPath(Side.Owner))); // It gives nothing and is still there: a clock may be wrong, and nobody has agreed.

        for (var look = 0; look < 100 && !File.Exists(scene.TombstonePath(Side.Owner)); look++) await TickAsync(scene, TimeSpan.FromMinutes(30)); // The holder's own tick does it; nobody calls.

        Assert.InRange(scene.Clock.GetUtcNow(), Town.Window.EraseBy.AddHours(24), Town.Window.EraseBy.AddHours(27));
        Assert.False(File.Exists(scene.IdentityPath(Side.Owner)));
        Assert.Contains("window-ended", await File.ReadAllTextAsync(scene.TombstonePath(Side.Owner)));
    }

    [Fact]
    public async Task What_was_given_up_and_what_was_loaded_dies_when_it_is_heard()
    {
        await using var scene = await Scene.ConfirmedAsync();
        var (_, inner) = await scene.ReleaseAsync(Side.Owner, scene.Envelope);
        await scene.ReleaseAsync(Side.Contractor, inner);
        var seal = scene.Service.Facts.Find(Town.Case)!.Seal!.Measured;
        scene.Town.Do(new ConfirmLoaded(Town.Case, new(seal.Manifest, seal.People, seal.Data, new(seal.Keys.Destination, DestructionLevel.Memory, DestructionCause.Loaded, 1, scene.Clock.GetUtcNow()))), Town.OpenStation);

        for (var round = 0; round < 2; round++) await scene.RoundsAsync();

        Assert.False(File.Exists(scene.IdentityPath(Side.Owner)));
        Assert.False(File.Exists(scene.IdentityPath(Side.Contractor)));
        Assert.Equal([DestructionCause.Loaded, DestructionCause.Loaded], scene.Service.Acts.OfType<DestroyKey>().Select(act => act.Measured.Cause));
        Assert.Equal(422, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);
    }

    [Fact]
    public async Task A_key_that_nobody_names_dies_of_age_and_is_replaced()
    {
        await using var scene = await Scene.FoundedAsync();
        var old = scene.Deposited(Side.Owner);
        scene.Clock.Advance(TimeSpan.FromDays(91));
        await scene.RoundAsync(Side.Owner);
        Assert.All(old, recipient => Assert.Null(scene.Service.Facts.Keys[recipient].Death)); // Nobody else says that it is so late.
        scene.Clock.Advance(TimeSpan.FromHours(24));
        for (var round = 0; round < 2; round++) await scene.RoundAsync(Side.Owner);

        Assert.All(old, recipient => Assert.Equal(DestructionCause.TooOld, scene.Service.Facts.Keys[recipient].Death!.Tombstone.Cause));
        Assert.Equal([1L, 2, 3], old.Select(recipient => scene.Service.Facts.Keys[recipient].Death!.Tombstone.Count).Order());
        Assert.Equal(3, scene.Deposited(Side.Owner).Except(old).Count());
    }

    [Theory]
    [InlineData("overwritten")]
    [InlineData("half-overwritten")]
    [InlineData("secret-overwritten")]
    [InlineData("overwritten-with-its-reason")]
    [InlineData("renamed")]
    [InlineData("tombstone-written")]
    public async Task A_destruction_that_was_cut_off_is_finished_at_the_next_start(string stage)
    {
        await using var scene = await Scene.CarriedAsync();
        await scene.StopAsync(Side.Owner);
        Cut(scene, stage);

        await scene.StartAsync(Side.Owner);
        for (var round = 0; round < 2; round++) await scene.RoundAsync(Side.Owner);

        Assert.Equal(4, scene.Deposited(Side.Owner).Count);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(scene.FolderOf(Side.Owner), "identities")).Length); // The stock; of the dead one nothing.
        var stone = scene.Service.Facts.Keys[scene.NamedKey(Side.Owner)].Death!.Tombstone;
        Assert.Equal((1, stage == "overwritten-with-its-reason" ? DestructionCause.WindowEnded : DestructionCause.Loss), (stone.Count, stone.Cause));
        Assert.Equal(1, (long)(await scene.StatusAsync(Side.Owner))["destroyed"]!);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task A_tombstone_that_cannot_be_read_keeps_its_key_dead_and_the_holder_from_nothing(bool wasTold, bool keyIsBack)
    {
        await using var scene = await Scene.CarriedAsync();
        var key = await File.ReadAllBytesAsync(scene.IdentityPath(Side.Owner));
        scene.Service.IsDown = !wasTold;
        await scene.ReportLossAsync(Side.Owner, scene.Town.Lost(Town.Carrier));
        for (var round = 0; round < 2; round++) await scene.RoundAsync(Side.Owner);
        await scene.StopAsync(Side.Owner);
        await File.WriteAllTextAsync(scene.TombstonePath(Side.Owner), "what a bad block gives");
        if (keyIsBack) await File.WriteAllBytesAsync(scene.IdentityPath(Side.Owner), key);
        scene.Service.IsDown = false;
        using var said = new LogLines();

        await scene.StartAsync(Side.Owner, log: said);
        Assert.False(File.Exists(scene.IdentityPath(Side.Owner)));
        for (var round = 0; round < 2; round++) await scene.RoundAsync(Side.Owner);

        Assert.Contains(scene.NamedKey(Side.Owner).Value, await File.ReadAllTextAsync(scene.TombstonePath(Side.Owner)), StringComparison.Ordinal);
        var stone = Assert.Single(scene.Service.Acts.OfType<DestroyKey>(), act => act.Measured.Recipient == scene.NamedKey(Side.Owner)).Measured;
        Assert.Equal((1L, DestructionCause.Loss), (stone.Count, stone.Cause));
        Assert.Null((string?)(await scene.StatusAsync(Side.Owner))["alarm"]);
        Assert.Equal((1L, 3), ((long)(await scene.StatusAsync(Side.Owner))["destroyed"]!, Directory.GetFiles(Path.Combine(scene.FolderOf(Side.Owner), "identities")).Length));
        Assert.Contains(said.Of(LogLevel.Critical), line => line.Contains("does not give the tombstone", StringComparison.Ordinal) && line.Contains(scene.NamedKey(Side.Owner).Value, StringComparison.Ordinal));
        Assert.Equal(422, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);
    }

    [Fact]
    public async Task A_folder_restored_from_before_releases_nothing_and_destroys_what_was_dead()
    {
        await using var scene = await Scene.FoundedAsync();
        var copy = scene.FolderOf(Side.Owner) + "-copy";
        await scene.StopAsync(Side.Owner);
        CopyFolder(scene.FolderOf(Side.Owner), copy);
        await scene.StartAsync(Side.Owner);
        await scene.PermitAndCarryAsync();
        await scene.ReportLossAsync(Side.Owner, scene.Town.Lost(Town.Carrier));
        for (var round = 0; round < 2; round++) await scene.RoundAsync(Side.Owner);
        await scene.StopAsync(Side.Owner);
        Directory.Delete(scene.FolderOf(Side.Owner), recursive: true);
        CopyFolder(copy, scene.FolderOf(Side.Owner));
        Assert.True(File.Exists(scene.IdentityPath(Side.Owner)));

        await scene.StartAsync(Side.Owner);
        await scene.RoundAsync(Side.Owner);

        Assert.False(File.Exists(scene.IdentityPath(Side.Owner)));
        Assert.Equal("restored", (string?)(await scene.StatusAsync(Side.Owner))["alarm"]);
        Assert.Equal(503, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);
    }

    private static async Task TickAsync(Scene scene, TimeSpan by)
    {
        scene.Clock.Advance(by);
        await Task.Delay(20);
    }

    private static void Cut(Scene scene, string stage)
    {
        var path = scene.IdentityPath(Side.Owner);
        var bytes = File.ReadAllBytes(path);
        if (stage == "secret-overwritten") Array.Fill(bytes, (byte)'x', bytes.Length - 20, 19); // Both lines still end where they did.
        else Array.Clear(bytes, 0, stage == "half-overwritten" ? bytes.Length / 2 : bytes.Length);
        if (stage == "overwritten-with-its-reason") "# destroyed: WindowEnded\n"u8.CopyTo(bytes);
        File.WriteAllBytes(path, bytes);
        if (stage is "renamed" or "tombstone-written") File.Move(path, Path.ChangeExtension(path, ".dead"));
        if (stage == "tombstone-written")
            File.WriteAllBytes(scene.TombstonePath(Side.Owner), Protocol.Ledger.DomainJson.ToBytes(new Tombstone(scene.NamedKey(Side.Owner), DestructionLevel.OverwrittenFile, DestructionCause.Loss, 1, scene.Clock.GetUtcNow())));
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories).Prepend(from)) Directory.CreateDirectory(folder.Replace(from, to, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, file.Replace(from, to, StringComparison.Ordinal));
    }
}
