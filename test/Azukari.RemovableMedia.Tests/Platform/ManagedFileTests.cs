using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia.Tests.Platform;

/// <summary>The way without Linux beneath, driven here all the same: the runtime is the same.</summary>
public sealed class ManagedFileTests : IDisposable
{
    private readonly ScratchFolder _stick = new();

    public void Dispose() => _stick.Dispose();

    [Fact]
    public void It_writes_and_reads_and_claims_no_confirmed_flush()
    {
        using (var file = ManagedFile.Open(_stick["payload.age"], Purpose.Create))
        {
            file.Write("0123456789"u8, 0);
            file.Write("AB"u8, 4);
            file.Flush();
            Assert.False(file.ConfirmsFlush);
        }

        using var back = ManagedFile.Open(_stick["payload.age"], Purpose.Read);
        var buffer = new byte[20];
        Assert.Equal(10, back.Read(buffer, 0));
        Assert.Equal("0123AB6789"u8, buffer.AsSpan(0, 10));
    }

    [Fact]
    public void A_file_that_exists_is_never_replaced()
    {
        File.WriteAllText(_stick["payload.age"], "first");
        Assert.Equal(MediumFault.Exists, Assert.Throws<MediumException>(() => ManagedFile.Open(_stick["payload.age"], Purpose.Create)).Fault);
    }

    [Fact]
    public void A_link_is_not_followed()
    {
        File.WriteAllText(_stick["precious.txt"], "precious");
        File.CreateSymbolicLink(_stick["payload.age"], _stick["precious.txt"]);
        Assert.Equal(MediumFault.Mismatch, Assert.Throws<MediumException>(() => ManagedFile.Open(_stick["payload.age"], Purpose.Overwrite)).Fault);
    }

    [Fact]
    public void A_full_file_system_is_Full()
    {
        using var stick = MountedMedium.Tmpfs(2);
        using var file = ManagedFile.Open(stick["payload.age"], Purpose.Create);
        Assert.Equal(MediumFault.Full, Assert.Throws<MediumException>(() => file.Write(new byte[4 * 1024 * 1024], 0)).Fault);
    }

    [Fact]
    public void A_write_protected_medium_is_ReadOnly()
    {
        using var stick = MountedMedium.Ext4(16);
        stick.Remount("ro");
        Assert.Equal(MediumFault.ReadOnly, Assert.Throws<MediumException>(() => ManagedFile.Open(stick["payload.age"], Purpose.Create)).Fault);
    }
}
