namespace Azukari.RemovableMedia.Tests;

public class WholeDeviceTests
{
    [Fact]
    public void Every_byte_of_a_device_is_overwritten_and_read_back_from_it()
    {
        using var device = MountedMedium.Loop(20);
        var before = new byte[20 * 1024 * 1024];
        Array.Fill(before, (byte)'A');
        File.WriteAllBytes(device.Device!, before);

        using var work = new Overwriting(null, default);
        work.OverwriteDevice(device.Device!, before.Length);

        Assert.Equal((before.Length, 0L, ReadPath.Direct), (work.BytesOverwritten, work.Mismatches, work.WeakestReadBack));
        var after = File.ReadAllBytes(device.Device!);
        for (var at = 0; at < after.Length; at += 4096) Assert.True(after.AsSpan(at, 4096).Count((byte)'A') < 100, $"not overwritten at {at}");
    }

    [Fact]
    public void A_device_in_use_is_not_touched()
    {
        using var stick = MountedMedium.Ext4(16);
        File.WriteAllText(stick["precious.txt"], "precious");
        using var work = new Overwriting(null, default);

        Assert.Equal(MediumFault.WriteError, Assert.Throws<MediumException>(() => work.OverwriteDevice(stick.Device!, 16 * 1024 * 1024)).Fault);
        Assert.Equal(0, work.BytesOverwritten);
    }

    [Fact]
    public void A_device_without_a_serial_of_its_own_is_not_touched()
    {
        using var device = MountedMedium.Loop(1);
        Assert.Equal(MediumFault.NoSerial, FaultOfClearing(device.Device!));
    }

    [Fact]
    public void What_is_no_device_is_not_touched()
    {
        using var folder = new ScratchFolder();
        File.WriteAllText(folder["precious.txt"], "precious");
        Assert.Equal(MediumFault.NotMounted, FaultOfClearing(folder["precious.txt"]));
        Assert.Equal("precious", File.ReadAllText(folder["precious.txt"]));
    }

    private static MediumFault FaultOfClearing(string node)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a device is overwritten on Linux only");
        return Assert.Throws<MediumException>(() => MediumEraser.ClearDevice(node, "AZ-0001", TimeProvider.System)).Fault;
    }
}
