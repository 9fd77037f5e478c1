using System.Diagnostics;
using System.Formats.Tar;
using Azukari.Domain.Closing;
using Azukari.Holder.Vault;

namespace Azukari.Holder.Tests;

/// <summary>A holder's machine dies. What may come back comes back; what must stay dead is not in the backup at all.</summary>
public sealed class BackupTests
{
    [Theory]
    [InlineData("signing.p8", null)]
    [InlineData("signing.p8", "what a bad block gives")]
    [InlineData("witness.seed", "")]
    [InlineData("witness.seed", "0123456789abcdef0123456789abcdef")]
    [InlineData("holder.json", "{}")]
    [InlineData("holder.json", "what a bad block gives")]
    public async Task A_holder_whose_lasting_keys_cannot_be_read_releases_nothing_and_says_where_they_come_back_from(string file, string? now)
    {
        using var folder = new TempFolder();
        HolderKeys.Make(folder.File("data"), "owner.example");
        File.Delete(folder.File($"data/{file}"));
        if (now is not null) await File.WriteAllTextAsync(folder.File($"data/{file}"), now);

        using var program = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "azukari-holder"),
            ["run", "--data", folder.File("data"), "--side", "owner", "--engagement", "e", "--genesis", new string('0', 64), "--server", "http://127.0.0.1:1", "--urls", "http://127.0.0.1:0"])
        { RedirectStandardError = true })!;
        var said = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(1, program.ExitCode);
        Assert.Contains("azukari-holder restore", said, StringComparison.Ordinal);
        Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_backup_holds_no_one_time_key_and_a_restored_holder_goes_on_once_a_person_has_looked()
    {
        await using var scene = await Scene.CarriedAsync();
        using var folder = new TempFolder();
        HolderBackup.Make(scene.FolderOf(Side.Owner), folder.File("backup"));
        Assert.DoesNotContain(NamesIn(folder.File("backup")), name => name.Contains("identities", StringComparison.Ordinal) || name == "lock");
        scene.Town.Do(new Domain.Incidents.ReportLoss(Town.Case, Domain.Incidents.LossKind.Lost), null, (Town.Carrier, Role.Member));
        for (var round = 0; round < 2; round++) await scene.RoundsAsync();
        var before = scene.Deposited(Side.Owner);

        await DieAndRestoreAsync(scene, folder.File("backup"));
        scene.Town.Do(new Domain.Engagements.RegisterSite(new("annex"), Domain.Engagements.NetworkLayer.Lgwan), null, (Town.Officer, Role.SecurityOfficer)); // Something to cosign.
        await scene.RoundAsync(Side.Owner);
        Assert.Equal("restored", (string?)(await scene.StatusAsync(Side.Owner))["alarm"]);
        Assert.DoesNotContain(scene.Service.CosignedBy, name => name.Contains("owner", StringComparison.Ordinal));
        Assert.Equal(503, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);

        await scene.StopAsync(Side.Owner);
        File.Delete(Path.Combine(scene.FolderOf(Side.Owner), "alarm")); // A person has looked.
        await scene.StartAsync(Side.Owner);
        for (var round = 0; round < 2; round++) await scene.RoundAsync(Side.Owner);

        Assert.Null((string?)(await scene.StatusAsync(Side.Owner))["alarm"]);
        Assert.Contains(scene.Service.CosignedBy, name => name.Contains("owner", StringComparison.Ordinal));
        Assert.Equal(3, scene.Deposited(Side.Owner).Except(before).Count()); // A new stock; what is lost with the machine is gone.
        scene.Clock.Advance(TimeSpan.FromDays(91));
        for (var round = 0; round < 3; round++) await scene.RoundsAsync();
        Assert.Equal([1L, 2, 3, 4], scene.Service.Facts.Keys.Values.Where(key => scene.Deposited(Side.Owner).Contains(key.Recipient)).Select(key => key.Death).OfType<KeyDeath>().Select(death => death.Tombstone.Count).Order());
    }

    [Fact]
    public async Task A_backup_that_was_cut_off_and_a_folder_that_has_keys_are_refused()
    {
        await using var scene = await Scene.FoundedAsync();
        using var folder = new TempFolder();
        HolderBackup.Make(scene.FolderOf(Side.Owner), folder.File("backup"));
        var whole = await File.ReadAllBytesAsync(folder.File("backup"));

        Assert.Throws<InvalidOperationException>(() => HolderBackup.Restore(folder.File("backup"), scene.FolderOf(Side.Owner)));
        Assert.Throws<InvalidOperationException>(() => HolderBackup.Make(scene.FolderOf(Side.Owner), folder.File("backup")));
        foreach (var length in new[] { whole.Length / 4, whole.Length / 2, whole.Length - 2048 })
        {
            await File.WriteAllBytesAsync(folder.File("cut"), whole[..length]);
            Assert.ThrowsAny<IOException>(() => Restored(folder.File("cut"), folder.File($"data-{length}")));
        }
    }

    private static async Task DieAndRestoreAsync(Scene scene, string backup)
    {
        await scene.StopAsync(Side.Owner);
        Directory.Delete(scene.FolderOf(Side.Owner), recursive: true);
        HolderBackup.Restore(backup, scene.FolderOf(Side.Owner));
        await scene.StartAsync(Side.Owner);
    }

    /// <summary>Whatever is wrong with an archive ends here as the same kind of failure.</summary>
    private static void Restored(string file, string folder)
    {
        try
        {
            HolderBackup.Restore(file, folder);
        }
        catch (InvalidDataException cut)
        {
            throw new IOException("cut", cut);
        }
    }

    private static List<string> NamesIn(string file)
    {
        using var archive = new TarReader(File.OpenRead(file));
        var names = new List<string>();
        while (archive.GetNextEntry() is { } entry) names.Add(entry.Name);
        return names;
    }
}
