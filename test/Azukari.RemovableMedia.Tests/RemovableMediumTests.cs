namespace Azukari.RemovableMedia.Tests;

public sealed class RemovableMediumTests : IDisposable
{
    private readonly ScratchFolder _stick = new();

    public void Dispose() => _stick.Dispose();

    [Fact]
    public void A_folder_that_stands_in_for_a_stick_has_the_declared_serial_and_says_so()
    {
        RemovableMedium.Declare(_stick.Root, "AZ-0001");

        var identity = RemovableMedium.Identify(_stick.Root);

        Assert.Equal(("AZ-0001", SerialSource.Declared), (identity.Serial, identity.SerialSource));
        Assert.Null(identity.BlockDevice);
        Assert.True(identity.CapacityBytes > 0);
    }

    [Fact]
    public void A_medium_without_any_serial_is_NoSerial() => Assert.Equal(MediumFault.NoSerial, FaultOfIdentifying());

    [Theory]
    [InlineData("")]
    [InlineData("AZ-0001\nAZ-0002\n")]
    [InlineData("AZ-0001\r\n")]
    [InlineData(" AZ-0001\n")]
    [InlineData("0000000000")]
    public void A_declaration_in_any_other_spelling_is_NoSerial(string content)
    {
        File.WriteAllText(_stick[RemovableMedium.DeclarationName], content);
        Assert.Equal(MediumFault.NoSerial, FaultOfIdentifying());
    }

    [Fact]
    public void A_declaration_that_is_a_link_is_not_followed()
    {
        File.WriteAllText(_stick["other.txt"], "AZ-0001\n");
        File.CreateSymbolicLink(_stick[RemovableMedium.DeclarationName], _stick["other.txt"]);
        Assert.Throws<MediumException>(() => RemovableMedium.Identify(_stick.Root));
    }

    [Fact]
    public void A_serial_is_declared_once()
    {
        RemovableMedium.Declare(_stick.Root, "AZ-0001");
        Assert.Equal(MediumFault.Exists, Assert.Throws<MediumException>(() => RemovableMedium.Declare(_stick.Root, "AZ-0002")).Fault);
        Assert.Equal("AZ-0001", RemovableMedium.Identify(_stick.Root).Serial);
    }

    [Theory]
    [InlineData("AB1", false)]
    [InlineData("AB12", true)]
    [InlineData("4C530001230927103364", true)]
    [InlineData("a.b_c-9", true)]
    [InlineData("AZ 0001", false)]
    [InlineData("AZ/0001", false)]
    [InlineData("ＡＺ０００１", false)]
    [InlineData("1111", false)]
    public void The_spelling_of_a_serial_is_strict(string text, bool allowed) => Assert.Equal(allowed, Serials.IsSerial(text));

    [Fact]
    public void A_folder_that_is_not_there_is_NotMounted() =>
        Assert.Equal(MediumFault.NotMounted, Assert.Throws<MediumException>(() => RemovableMedium.Identify(_stick["none"])).Fault);

    [Fact]
    public void A_mounted_loop_device_has_its_own_capacity_and_no_serial_of_its_own()
    {
        using var stick = MountedMedium.Ext4(32);
        RemovableMedium.Declare(stick.Root, "AZ-LOOP-1");

        var identity = RemovableMedium.Identify(stick.Root);

        Assert.Equal(SerialSource.Declared, identity.SerialSource);
        Assert.Equal("ext4", identity.FileSystem);
        Assert.Equal(32L * 1024 * 1024, identity.CapacityBytes);
        Assert.Equal(stick.Device, identity.BlockDevice?.Node);
        Assert.Equal(stick.Device, identity.BlockDevice?.WholeNode);
    }

    [Fact]
    public void A_folder_below_a_mount_is_a_mere_folder()
    {
        using var stick = MountedMedium.Ext4(16);
        Directory.CreateDirectory(stick["below"]);
        RemovableMedium.Declare(stick["below"], "AZ-0001");
        Assert.Null(RemovableMedium.Identify(stick["below"]).BlockDevice);
    }

    private MediumFault FaultOfIdentifying() => Assert.Throws<MediumException>(() => RemovableMedium.Identify(_stick.Root)).Fault;
}
