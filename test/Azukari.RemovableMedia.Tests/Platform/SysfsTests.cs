using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia.Tests.Platform;

/// <summary>Trees as the kernel lays them out: a partition on a stick, behind a hub that has a serial number as well.</summary>
public sealed class SysfsTests : IDisposable
{
    private const string Hub = "devices/pci0000:00/0000:00:14.0/usb1";
    private const string Stick = Hub + "/1-4";
    private const string Disk = Stick + "/1-4:1.0/host6/target6:0:0/6:0:0:0/block/sdb";
    private readonly ScratchFolder _sys = new();

    public SysfsTests()
    {
        Write(Hub, "serial", "0000:00:14.0\n");
        Write(Hub, "idVendor", "1d6b\n");
        Write(Stick, "idVendor", "0781\n");
        Write(Disk, "size", "61457664\n");
        Write(Disk, "device/vendor", "SanDisk \n");
        Write(Disk, "device/model", "Ultra Fit       \n");
        Write(Disk + "/sdb1", "partition", "1\n");
        Write(Disk + "/sdb1", "size", "61455616\n");
        Link("dev/block/8:17", Disk + "/sdb1");
    }

    public void Dispose() => _sys.Dispose();

    [Fact]
    public void A_partition_has_the_serial_of_its_stick_and_the_capacity_of_the_whole()
    {
        Write(Stick, "serial", "4C530001230927103364\n");

        var facts = Describe();

        Assert.Equal("4C530001230927103364", facts?.Serial);
        Assert.Equal(61457664L * 512, facts?.CapacityBytes);
        Assert.Equal(new BlockDevice("/dev/sdb1", "/dev/sdb", "SanDisk", "Ultra Fit"), facts?.Names);
    }

    [Fact]
    public void The_serial_of_the_hub_is_never_taken_for_that_of_a_stick_without_one() => Assert.Null(Describe()?.Serial);

    [Fact]
    public void One_partition_over_the_whole_stick_is_all_of_it() => Assert.True(Describe()?.IsAllOfIt);

    [Fact]
    public void A_second_partition_is_not_covered_by_the_first()
    {
        Write(Disk + "/sdb2", "partition", "2\n");
        Assert.False(Describe()?.IsAllOfIt);
    }

    [Fact]
    public void Much_space_in_no_partition_is_not_covered()
    {
        Write(Disk + "/sdb1", "size", "1000000\n");
        Assert.False(Describe()?.IsAllOfIt);
    }

    [Fact]
    public void A_number_without_a_device_is_no_device() =>
        Assert.Null(Sysfs.Describe(new Mount(1, new DeviceNumber(0, 40), "/", "/mnt", "tmpfs", "tmpfs"), _sys.Root));

    [Fact]
    public void A_mount_under_a_number_of_its_own_is_found_by_its_source()
    {
        Write(Stick, "serial", "4C530001230927103364\n");
        Link("class/block/sdb1", Disk + "/sdb1");
        Assert.Equal("4C530001230927103364", Sysfs.Describe(new Mount(1, new DeviceNumber(0, 40), "/", "/mnt", "btrfs", "/dev/sdb1"), _sys.Root)?.Serial);
    }

    private DeviceFacts? Describe() => Sysfs.Describe(new Mount(1, new DeviceNumber(8, 17), "/", "/mnt", "vfat", "/dev/sdb1"), _sys.Root);

    private void Write(string folder, string name, string content)
    {
        var path = _sys[$"{folder}/{name}"];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    private void Link(string name, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_sys[name])!);
        Directory.CreateSymbolicLink(_sys[name], _sys[target]);
    }
}
