using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia.Tests.Platform;

public class MountTableTests
{
    [Theory]
    [InlineData("42 27 7:0 / /mnt rw,relatime - ext4 /dev/loop0 rw", 7u, 0u, "/", "/mnt", "ext4", "/dev/loop0")]
    [InlineData("42 27 8:17 / /media/AZ\\0401 rw shared:7 master:2 - vfat /dev/sdb1 rw,uid=1000", 8u, 17u, "/", "/media/AZ 1", "vfat", "/dev/sdb1")]
    [InlineData("42 27 0:31 /@home /home rw - btrfs /dev/sda2 rw", 0u, 31u, "/@home", "/home", "btrfs", "/dev/sda2")]
    public void A_line_is_read_with_any_number_of_optional_fields(
        string line, uint major, uint minor, string root, string point, string fileSystem, string source) =>
        Assert.Equal(new Mount(42, new DeviceNumber(major, minor), root, point, fileSystem, source), Assert.Single(MountTable.Parse([line])));
}
