namespace Azukari.RemovableMedia.Tests;

public class MediumQualificationTests
{
    [Fact]
    public void A_sound_medium_is_measured_whole_and_left_as_it_was()
    {
        using var stick = MountedMedium.Ext4(48);
        RemovableMedium.Declare(stick.Root, "AZ-0001");

        var left = long.MaxValue;
        var atFirstReadBack = new Hearing(at => left = at.Phase is MediumPhase.ReadBack && left == long.MaxValue ? new DriveInfo(stick.Root).AvailableFreeSpace : left);

        var measured = MediumQualification.Measure(stick.Root, "AZ-0001", TimeProvider.System, progress: atFirstReadBack);

        Assert.True(measured.WasFilled);
        Assert.InRange(left, 0, 64 * 1024);
        Assert.InRange(measured.BytesWritten, 40_000_000, measured.Medium.CapacityBytes);
        Assert.Equal((0L, ReadPath.Direct), (measured.Mismatches, measured.ReadBack));
        Assert.True(measured is { WriteBytesPerSecond: > 0, ReadBytesPerSecond: > 0 });
        Assert.Single(Directory.GetFiles(stick.Root));
    }

    [Fact]
    public void A_stick_that_stores_less_than_it_says_is_found_out()
    {
        // The device says 64 MiB; what stores it has room for 12.
        using var backing = MountedMedium.Tmpfs(12);
        using var stick = MountedMedium.Ext4(64, backing.Root);
        RemovableMedium.Declare(stick.Root, "AZ-0001");

        var failure = Assert.Throws<MediumException>(() => MediumQualification.Measure(stick.Root, "AZ-0001", TimeProvider.System));

        Assert.True(failure.Fault is MediumFault.WriteError or MediumFault.FlushError or MediumFault.ReadError or MediumFault.Full, failure.ToString());
    }

    [Fact]
    public void On_a_folder_it_needs_a_budget_and_keeps_to_it()
    {
        using var stick = new ScratchFolder();
        RemovableMedium.Declare(stick.Root, "AZ-0001");

        Assert.Throws<ArgumentNullException>(() => MediumQualification.Measure(stick.Root, "AZ-0001", TimeProvider.System));
        var measured = MediumQualification.Measure(stick.Root, "AZ-0001", TimeProvider.System, budgetBytes: 5_000_000);

        Assert.Equal((5_000_000L, false), (measured.BytesWritten, measured.WasFilled));
        Assert.Single(Directory.GetFiles(stick.Root));
    }
}
