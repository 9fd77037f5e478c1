using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia.Tests;

/// <summary>The kernel says no: each no arrives as a fault, and never as success.</summary>
public class FailingMediumTests
{
    [Fact]
    public void A_full_device_is_Full()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full here");
        using var full = LinuxFile.Open("/dev/full", Libc.WriteOnly, MediumFault.WriteError);
        Assert.Equal(MediumFault.Full, Assert.Throws<MediumException>(() => full.Write(new byte[4096], 0)).Fault);
    }

    [Fact]
    public void A_refused_flush_is_reported()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the null device refuses a flush on Linux");
        using var device = LinuxFile.Open("/dev/null", Libc.WriteOnly, MediumFault.WriteError);
        Assert.Equal(MediumFault.FlushError, Assert.Throws<MediumException>(device.Flush).Fault);
    }

    [Fact]
    public void A_full_file_system_is_Full_and_keeps_no_partial_file()
    {
        using var stick = MountedMedium.Tmpfs(6);
        using (var writer = MediumWriter.Create(stick.Root, "payload.age"))
        {
            var failure = Assert.Throws<MediumException>(() => writer.Write(new byte[12 * 1024 * 1024]));
            Assert.Equal(MediumFault.Full, failure.Fault);
            Assert.Equal(MediumFault.Full, Assert.Throws<MediumException>(() => writer.Complete()).Fault);
        }

        Assert.Empty(Directory.GetFileSystemEntries(stick.Root));
    }

    [Fact]
    public void A_write_protected_medium_is_ReadOnly()
    {
        using var stick = MountedMedium.Ext4(16);
        stick.Remount("ro");
        Assert.Equal(MediumFault.ReadOnly, Assert.Throws<MediumException>(() => MediumWriter.Create(stick.Root, "payload.age")).Fault);
    }

    [Fact]
    public void A_device_that_stops_storing_is_never_a_success()
    {
        using var backing = MountedMedium.Tmpfs(4);
        using var stick = MountedMedium.Ext4(64, backing.Root);
        using var writer = MediumWriter.Create(stick.Root, "payload.age");

        var failure = Assert.Throws<MediumException>(() =>
        {
            writer.Write(Noise(16 * 1024 * 1024));
            writer.Complete();
        });

        Assert.True(failure.Fault is MediumFault.WriteError or MediumFault.FlushError or MediumFault.Full, failure.ToString());
    }

    [Fact]
    public void An_input_output_error_that_only_the_flush_sees_is_a_FlushError()
    {
        using var backing = MountedMedium.Ext4(64);
        using var stick = MountedMedium.Ext4(32, backing.Root);

        // Without waiting on each write, the page cache takes everything and only the flush meets the device.
        using var file = LinuxFile.Open(stick["cached.bin"], Libc.WriteOnly | Libc.Create | Libc.Exclusive, MediumFault.WriteError);
        file.Write(Noise(8 * 1024 * 1024), 0);
        Shutdown.FileSystemOf(backing.Root);

        Assert.Equal(MediumFault.FlushError, Assert.Throws<MediumException>(file.Flush).Fault);
    }

    [Fact]
    public void A_device_that_fails_while_writing_is_a_WriteError_and_stays_one()
    {
        using var backing = MountedMedium.Ext4(64);
        using var stick = MountedMedium.Ext4(32, backing.Root);
        using var writer = MediumWriter.Create(stick.Root, "payload.age");
        writer.Write(Noise(5 * 1024 * 1024));
        Shutdown.FileSystemOf(backing.Root);

        Assert.Equal(MediumFault.WriteError, Assert.Throws<MediumException>(() => writer.Complete()).Fault);

        // The kernel reports a lost write once; a second flush would succeed.
        Assert.Equal(MediumFault.WriteError, Assert.Throws<MediumException>(() => writer.Complete()).Fault);
    }

    [Fact]
    public void A_device_that_fails_while_reading_back_is_a_ReadError()
    {
        using var backing = MountedMedium.Ext4(64);
        using var stick = MountedMedium.Ext4(32, backing.Root);
        MediumWriter.WriteSmallFile(stick.Root, "payload.age", Noise(8 * 1024 * 1024));
        using var reader = MediumReader.OpenUncached(stick["payload.age"]);
        Assert.Equal(ReadPath.Direct, reader.Path);
        Shutdown.FileSystemOf(backing.Root);

        Assert.Equal(MediumFault.ReadError, Assert.Throws<MediumException>(() => reader.CopyTo(Stream.Null)).Fault);
    }

    [Theory]
    [InlineData(5, MediumFault.WriteError, true, MediumFault.WriteError)]
    [InlineData(5, MediumFault.FlushError, false, MediumFault.Pulled)]
    [InlineData(19, MediumFault.ReadError, true, MediumFault.Pulled)]
    [InlineData(28, MediumFault.FlushError, true, MediumFault.Full)]
    [InlineData(27, MediumFault.WriteError, true, MediumFault.Full)]
    [InlineData(30, MediumFault.WriteError, true, MediumFault.ReadOnly)]
    [InlineData(13, MediumFault.WriteError, true, MediumFault.ReadOnly)]
    [InlineData(13, MediumFault.ReadError, true, MediumFault.ReadError)]
    [InlineData(17, MediumFault.WriteError, true, MediumFault.Exists)]
    public void An_error_number_becomes_what_the_operator_acts_on(int number, MediumFault act, bool deviceIsThere, MediumFault fault) =>
        Assert.Equal(fault, Errno.ToFault(number, act, deviceIsThere));

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(1).NextBytes(noise);
        return noise;
    }
}
