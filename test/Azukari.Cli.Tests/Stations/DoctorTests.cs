using Azukari.Cli.Carriers;
using Azukari.Cli.Stations;
using Azukari.Testing;

namespace Azukari.Cli.Tests.Stations;

/// <summary>What a computer that is to be a station can and cannot do.</summary>
public sealed class DoctorTests : IDisposable
{
    private static readonly string[] Lines = ["Limit                     Soft Limit           Hard Limit           Units     ", "Max core file size        0                    unlimited            bytes     "];
    private readonly TempFolder folder = new();

    [Fact]
    public async Task A_station_on_this_computer_is_sound()
    {
        var station = folder.File("station");
        using (StationFolder.Create(station, new("st-1"))) { }

        var looks = await DoctorCommand.LookAsync(station, folder.File("no desk"), TimeProvider.System, CancellationToken.None);

        Assert.DoesNotContain(looks, look => look.Weight == LookWeight.Wrong);
        Assert.Equal(["build", "bulk-cipher", "key-cipher", "signatures", "rights", "durable", "disk", "swap", "core-dumps", "usb-policy", "whole-device"], looks.Select(look => look.Code));
        Assert.False(File.Exists(Path.Combine(station, "doctor"))); // It leaves nothing.
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task A_station_that_others_can_read_and_one_that_is_not_there_are_wrong()
    {
        var station = folder.File("station");
        using (StationFolder.Create(station, new("st-1"))) { }
        File.SetUnixFileMode(Path.Combine(station, "station.key"), UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Assert.Contains(await DoctorCommand.LookAsync(station, folder.File("no desk"), TimeProvider.System, CancellationToken.None), look => look is { Weight: LookWeight.Wrong, Code: "rights", About: "station.key" });
        Assert.Contains(await DoctorCommand.LookAsync(folder.File("nowhere"), folder.File("no desk"), TimeProvider.System, CancellationToken.None), look => look is { Weight: LookWeight.Wrong, Code: "station" });
    }

    [Fact]
    public async Task A_clock_that_can_be_compared_with_nothing_is_for_a_person_to_decide()
    {
        Desk.Create(folder.File("alone"), new(new("e"), null, null, null, null, null));
        Desk.Create(folder.File("silent"), new(new("e"), null, "http://127.0.0.1:1", null, null, null));

        foreach (var desk in new[] { "alone", "silent" })
            Assert.Contains(await DoctorCommand.LookAsync(null, folder.File(desk), TimeProvider.System, CancellationToken.None), look => look is { Weight: LookWeight.Decide, Code: "time" });
    }

    [Theory]
    [InlineData("proc/swaps", "Filename Type Size Used Priority\n/dev/sda2 partition 1 0 -2\n", "swap")]
    [InlineData("proc/swaps", "Filename Type Size Used Priority\n/dev/dm-1 partition 1 0 -2\n", "swap")]
    [InlineData("proc/sys/kernel/core_pattern", "|/usr/lib/systemd/systemd-coredump %P\n", "core-dumps")]
    [InlineData("proc/self/limits", "Limit\nMax core file size        unlimited            unlimited            bytes     \n", "core-dumps")]
    [InlineData("sys/bus/usb/devices/usb2/authorized_default", "1\n", "usb-policy")]
    public void What_lets_data_out_is_for_a_person_to_decide(string path, string content, string code)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "that is how Linux shows it");
        Assert.DoesNotContain(new Surroundings(Root()).All(), look => look.Code == code && look.Weight != LookWeight.Good);

        Put(path, content);

        Assert.Contains(new Surroundings(Root()).All(), look => look.Code == code && look.Weight == LookWeight.Decide && look.Says.Ja.Length > 0 && look.Says.En.Length > 0);
    }

    [Theory]
    [InlineData("/dev/zram0")]
    [InlineData("/dev/dm-0")]
    public void Swap_that_leaves_nothing_readable_is_good(string device)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "that is how Linux shows it");
        Root();
        Put("proc/swaps", $"Filename Type Size Used Priority\n{device} partition 1 0 -2\n");

        Assert.Contains(new Surroundings(folder.FullPath).All(), look => look is { Code: "swap", Weight: LookWeight.Good });
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A computer with encrypted swap, no dumps, and USB that takes nothing by itself; what a test has put before stays.</summary>
    private string Root()
    {
        PutOnce("sys/block/dm-0/dm/uuid", "CRYPT-PLAIN-swap\n");
        PutOnce("proc/swaps", "Filename Type Size Used Priority\n/dev/dm-0 partition 1 0 -2\n");
        PutOnce("proc/self/limits", string.Join('\n', Lines));
        PutOnce("proc/sys/kernel/core_pattern", "core\n");
        PutOnce("sys/bus/usb/devices/usb1/authorized_default", "0\n");
        return folder.FullPath;
    }

    private void PutOnce(string path, string content)
    {
        if (!File.Exists(folder.File(path))) Put(path, content);
    }

    private void Put(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(path))!);
        File.WriteAllText(folder.File(path), content);
    }
}
