namespace Azukari.Holder.Tests;

/// <summary>Written means written: .NET's own flush hides what fsync says on Linux.</summary>
public sealed class DurableFileTests
{
    [Fact]
    public void An_fsync_that_fails_is_an_exception()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The file that cannot be synchronised is Linux's.");
        Assert.Contains("did not reach the device", Assert.Throws<IOException>(() => DurableFile.Overwrite("/proc/self/comm")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Overwriting_leaves_the_length_and_nothing_else()
    {
        using var folder = new TempFolder();
        var path = folder.File("secret");
        DurableFile.Write(path, "AGE-SECRET-KEY"u8);

        DurableFile.Overwrite(path);

        Assert.Equal(new byte[14], File.ReadAllBytes(path));
    }

    [Fact]
    public void A_write_replaces_the_whole_file_and_leaves_no_other()
    {
        using var folder = new TempFolder();
        DurableFile.Write(folder.File("state"), "a longer state"u8);
        DurableFile.Write(folder.File("state"), "short"u8);

        Assert.Equal("short", File.ReadAllText(folder.File("state")));
        Assert.Single(Directory.GetFiles(folder.FullPath));
    }

    [Fact]
    public void What_a_crash_left_half_written_is_wiped_at_the_next_start()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("x.key.new"), "AGE-SECRET");

        DurableFile.Clean(folder.FullPath);

        Assert.Empty(Directory.GetFiles(folder.FullPath));
    }
}
