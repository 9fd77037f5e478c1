using System.Text;

namespace Azukari.RemovableMedia.Tests;

public sealed class MediumVerifierTests : IDisposable
{
    private readonly ScratchFolder _stick = new();

    public MediumVerifierTests() => RemovableMedium.Declare(_stick.Root, "AZ-0001");

    public void Dispose() => _stick.Dispose();

    [Fact]
    public void An_empty_stand_in_is_clear_as_far_as_anybody_can_say()
    {
        var verified = Verify();
        Assert.True(verified.IsClear);
        Assert.False(verified.DeviceScanned);
        Assert.Null(verified.ReadPath);
        Assert.Contains(VerificationLimit.NoDevice, verified.Limits);
    }

    [Fact]
    public void An_age_file_is_found_under_any_name_and_at_its_offset()
    {
        MediumWriter.WriteSmallFile(_stick.Root, "holiday.jpg", Encoding.ASCII.GetBytes("xxxage-encryption.org/v1\n-> X25519"));
        var verified = Verify();
        Assert.False(verified.IsClear);
        Assert.Equal(new MarkerFinding("holiday.jpg", 3, -1), Assert.Single(verified.Findings));
        Assert.Equal(["holiday.jpg"], verified.EntriesLeft);
    }

    [Fact]
    public void A_deleted_age_file_is_found_on_the_device()
    {
        using var stick = MountedMedium.Ext4(16);
        RemovableMedium.Declare(stick.Root, "AZ-0001");
        MediumWriter.WriteSmallFile(stick.Root, "payload.age", Encoding.ASCII.GetBytes("age-encryption.org/v1\n-> X25519"));
        File.Delete(stick["payload.age"]);

        var verified = MediumVerifier.VerifyCleared(stick.Root, "AZ-0001", [], TimeProvider.System);

        Assert.Empty(verified.EntriesLeft);
        Assert.Equal((stick.Device, -1), (Assert.Single(verified.Findings).Where, verified.Findings[0].Marker));
        Assert.False(verified.IsClear);
    }

    [Fact]
    public void An_empty_folder_left_over_is_not_clear()
    {
        Directory.CreateDirectory(_stick["left"]);
        Assert.Equal(["left"], Verify().EntriesLeft);
        Assert.False(Verify().IsClear);
    }

    [Fact]
    public void Another_medium_is_not_verified() =>
        Assert.Equal(
            MediumFault.WrongSerial,
            Assert.Throws<MediumException>(() => MediumVerifier.VerifyCleared(_stick.Root, "AZ-0002", [], TimeProvider.System)).Fault);

    [Theory]
    [InlineData(0)]
    [InlineData((4 * 1024 * 1024) - 5)]
    [InlineData(4 * 1024 * 1024)]
    [InlineData((4 * 1024 * 1024) + 8)]
    [InlineData((4 * 1024 * 1024) + 20)]
    [InlineData((8 * 1024 * 1024) + 3)]
    public void A_marker_is_found_once_wherever_a_window_ends(int offset)
    {
        byte[][] markers = ["age-encryption.org/v1"u8.ToArray(), "12345678"u8.ToArray()];
        var content = new byte[offset + 29 + 100];
        markers[0].CopyTo(content, offset);
        markers[1].CopyTo(content, offset + 21);
        List<(long, int)> found = [];

        var scanned = MarkerScan.Run(new MemoryStream(content), markers, (at, which) => found.Add((at, which)), _ => { }, default);

        Assert.Equal(content.Length, scanned);
        Assert.Equal([(offset, 0), (offset + 21L, 1)], found.Order());
    }

    private ClearVerification Verify() => MediumVerifier.VerifyCleared(_stick.Root, "AZ-0001", [], TimeProvider.System);
}
