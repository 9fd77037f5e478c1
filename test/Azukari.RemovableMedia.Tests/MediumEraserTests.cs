using System.Text;

namespace Azukari.RemovableMedia.Tests;

public sealed class MediumEraserTests : IDisposable
{
    private const string Serial = "AZ-0001";
    private const string Secret = "the ciphertext that must be gone, block after block after block ";
    private readonly ScratchFolder _stick = new();

    public MediumEraserTests() => RemovableMedium.Declare(_stick.Root, Serial);

    public void Dispose() => _stick.Dispose();

    [Fact]
    public void The_site_step_overwrites_reads_back_and_removes_the_named_files_only()
    {
        WritePayload(_stick.Root, "payload.age", 5_000_000);
        MediumWriter.WriteSmallFile(_stick.Root, "LABEL.txt", "label"u8);

        var report = MediumEraser.ErasePayload(_stick.Root, ["payload.age"], Serial, TimeProvider.System);

        Assert.Equal((5_000_000L, 0L, 1), (report.BytesOverwritten, report.ReadBackMismatches, report.FilesErased));
        Assert.Equal(SanitisationLevel.NotYetSanitised, report.Level);
        Assert.Contains(EraseLimit.FreeSpaceNotCovered, report.Limits);
        Assert.Contains(EraseLimit.SerialOnlyDeclared, report.Limits);
        Assert.Equal(["LABEL.txt", RemovableMedium.DeclarationName], Directory.GetFiles(_stick.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_is_not_there_is_no_erasure_and_nothing_is_touched()
    {
        WritePayload(_stick.Root, "payload.age", 1000);
        Assert.Equal(
            MediumFault.Mismatch,
            Assert.Throws<MediumException>(() => MediumEraser.ErasePayload(_stick.Root, ["payload.age", "other.age"], Serial, TimeProvider.System)).Fault);
        Assert.StartsWith(Secret, File.ReadAllText(_stick["payload.age"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_medium_than_the_expected_is_not_touched()
    {
        WritePayload(_stick.Root, "payload.age", 1000);
        Assert.Equal(
            MediumFault.WrongSerial,
            Assert.Throws<MediumException>(() => MediumEraser.ClearWhole(_stick.Root, "AZ-0002", TimeProvider.System)).Fault);
        Assert.True(File.Exists(_stick["payload.age"]));
    }

    [Fact]
    public void A_link_on_a_medium_never_leads_the_eraser_elsewhere()
    {
        using var elsewhere = new ScratchFolder();
        File.WriteAllText(elsewhere["precious.txt"], "precious");
        File.CreateSymbolicLink(_stick["payload.age"], elsewhere["precious.txt"]);
        Directory.CreateSymbolicLink(_stick["folder"], elsewhere.Root);

        Assert.Throws<MediumException>(() => MediumEraser.ErasePayload(_stick.Root, ["payload.age"], Serial, TimeProvider.System));
        MediumEraser.ClearWhole(_stick.Root, Serial, TimeProvider.System);

        Assert.Equal("precious", File.ReadAllText(elsewhere["precious.txt"]));
        Assert.Equal([_stick[RemovableMedium.DeclarationName]], Directory.GetFileSystemEntries(_stick.Root));
    }

    [Fact]
    public void What_is_mounted_inside_a_medium_is_not_the_medium_and_nothing_is_touched()
    {
        WritePayload(_stick.Root, "payload.age", 1000);
        using var inside = MountedMedium.Tmpfs(1, at: _stick["inside"]);
        File.WriteAllText(inside["precious.txt"], "precious");

        Assert.Equal(MediumFault.Mismatch, Assert.Throws<MediumException>(() => MediumEraser.ClearWhole(_stick.Root, Serial, TimeProvider.System)).Fault);

        Assert.Equal("precious", File.ReadAllText(inside["precious.txt"]));
        Assert.True(File.Exists(_stick["payload.age"]));
    }

    [Fact]
    public void A_folder_without_its_own_file_system_is_emptied_and_not_called_clear()
    {
        WritePayload(_stick.Root, "payload.age", 10_000);
        Directory.CreateDirectory(_stick["a/b"]);
        WritePayload(_stick["a/b"], "deep.age", 10_000);
        WritePayload(_stick.Root, "empty.txt", 0);

        var report = MediumEraser.ClearWhole(_stick.Root, Serial, TimeProvider.System);

        Assert.False(report.FreeSpaceCovered);
        Assert.Equal("overwrite-files-random-readback", report.Method);
        Assert.Equal(SanitisationLevel.NotYetSanitised, report.Level);
        Assert.Equal((20_000L, 3), (report.BytesOverwritten, report.FilesErased));
        Assert.Equal([_stick[RemovableMedium.DeclarationName]], Directory.GetFileSystemEntries(_stick.Root));
    }

    [Fact]
    public void A_whole_device_is_cleared_and_nothing_of_a_deleted_file_is_left_on_it()
    {
        using var stick = MountedMedium.Ext4(48);
        RemovableMedium.Declare(stick.Root, Serial);
        WritePayload(stick.Root, "deleted-long-ago.bin", 3_000_000);
        File.Delete(stick["deleted-long-ago.bin"]);
        WritePayload(stick.Root, "payload.age", 2_000_000);
        Assert.False(Verify(stick.Root).IsClear);

        var report = MediumEraser.ClearWhole(stick.Root, Serial, TimeProvider.System);

        Assert.Equal(SanitisationLevel.Clear, report.Level);
        Assert.True(report.FreeSpaceCovered);
        Assert.Equal((0L, ReadPath.Direct), (report.ReadBackMismatches, report.ReadBack));
        Assert.InRange(report.BytesOverwritten, 40_000_000, 48L * 1024 * 1024);
        Assert.DoesNotContain(EraseLimit.ReadBackMayBeCached, report.Limits);

        var verified = Verify(stick.Root);
        Assert.True(verified.IsClear, string.Join(", ", verified.Findings.Select(f => $"{f}")) + string.Join(", ", verified.EntriesLeft));
        Assert.True(verified.DeviceScanned);
        Assert.Equal(48L * 1024 * 1024, verified.BytesScanned);
    }

    [Fact]
    public void A_fill_that_the_budget_ends_is_not_called_clear()
    {
        using var stick = MountedMedium.Ext4(48);
        RemovableMedium.Declare(stick.Root, Serial);
        var report = MediumEraser.ClearWhole(stick.Root, Serial, TimeProvider.System, fillBudgetBytes: 1_000_000);
        Assert.Equal((SanitisationLevel.NotYetSanitised, 1_000_000L), (report.Level, report.BytesOverwritten));
        Assert.Contains(EraseLimit.FillStoppedByBudget, report.Limits);
    }

    [Fact]
    public void Space_that_the_file_system_keeps_back_is_not_called_clear()
    {
        using var stick = MountedMedium.Ext4(100); // a fiftieth is kept for the file system itself, two mebibytes here
        RemovableMedium.Declare(stick.Root, Serial);
        var report = MediumEraser.ClearWhole(stick.Root, Serial, TimeProvider.System);
        Assert.Contains(EraseLimit.SpaceKeptBackNotReached, report.Limits);
        Assert.Equal((SanitisationLevel.NotYetSanitised, false), (report.Level, report.FreeSpaceCovered));
    }

    [Fact]
    public void Free_space_that_does_not_read_back_is_a_mismatch_and_not_clear()
    {
        using var stick = MountedMedium.Ext4(48);
        RemovableMedium.Declare(stick.Root, Serial);
        var spoiled = false;
        var progress = new Hearing(at =>
        {
            if (spoiled || at is not { Phase: MediumPhase.Fill, BytesDone: > 8_000_000 }) return;
            using var file = File.Open(stick["AZUKARI-FILL-0000.BIN"], FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            file.Position = 1000;
            var before = file.ReadByte();
            file.Position = 1000;
            file.WriteByte((byte)(before ^ 1));
            spoiled = true;
        });

        var report = MediumEraser.ClearWhole(stick.Root, Serial, TimeProvider.System, progress: progress);

        Assert.Equal((1L, SanitisationLevel.NotYetSanitised), (report.ReadBackMismatches, report.Level));
        Assert.Equal(RemovableMedium.DeclarationName, Assert.Single(Directory.GetFiles(stick.Root).Select(Path.GetFileName)));
    }

    [Fact]
    public void A_cancelled_fill_leaves_no_fill_behind()
    {
        using var stick = MountedMedium.Tmpfs(32);
        RemovableMedium.Declare(stick.Root, Serial);
        using var cancel = new CancellationTokenSource();
        var progress = new Hearing(at => { if (at is { Phase: MediumPhase.Fill, BytesDone: > 8_000_000 }) cancel.Cancel(); });

        Assert.ThrowsAny<OperationCanceledException>(() => MediumEraser.ClearWhole(stick.Root, Serial, TimeProvider.System, null, progress, cancel.Token));

        Assert.Equal([stick[RemovableMedium.DeclarationName]], Directory.GetFileSystemEntries(stick.Root));
    }

    [Fact]
    public void What_lies_behind_a_stick_that_does_not_store_is_a_mismatch_and_the_file_stays()
    {
        using var stick = MountedMedium.Ext4(48);
        RemovableMedium.Declare(stick.Root, Serial);
        WritePayload(stick.Root, "payload.age", 8 * 1024 * 1024);
        var spoiled = false;
        var progress = new Hearing(at =>
        {
            if (at.Phase != MediumPhase.Overwrite || at.BytesDone != 8 * 1024 * 1024) return;
            using var file = File.Open(stick["payload.age"], FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            file.Position = 5_000_000;
            file.WriteByte(1);
            file.WriteByte(2);
            spoiled = true;
        });

        var report = MediumEraser.ErasePayload(stick.Root, ["payload.age"], Serial, TimeProvider.System, progress);

        Assert.True(spoiled);
        Assert.Equal((1L, 0), (report.ReadBackMismatches, report.FilesErased));
        Assert.Equal(["payload.age"], report.FilesKept);
        Assert.True(File.Exists(stick["payload.age"]));
    }

    private static ClearVerification Verify(string folder) =>
        MediumVerifier.VerifyCleared(folder, Serial, [Encoding.ASCII.GetBytes(Secret)], TimeProvider.System);

    private static void WritePayload(string folder, string name, int length)
    {
        var line = Encoding.ASCII.GetBytes(Secret);
        var content = new byte[length];
        for (var at = 0; at < length; at++) content[at] = line[at % line.Length];
        MediumWriter.WriteSmallFile(folder, name, content);
    }
}
