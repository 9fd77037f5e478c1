using System.Diagnostics;

namespace Azukari.RemovableMedia.Tests;

/// <summary>A real file system of its own, as root can make one: ext4 on a loop device, or tmpfs.</summary>
/// <remarks>Skipped where the sandbox gives no such right. In CI, root with losetup at hand is a promise that it works.</remarks>
public sealed class MountedMedium : IDisposable
{
    private readonly List<Action> _undo = [];

    public string Root { get; private init; } = "";

    public string? Device { get; private set; }

    public string this[string name] => Path.Combine(Root, name);

    /// <param name="at">Where to mount it; a folder of its own unless said otherwise.</param>
    public static MountedMedium Tmpfs(int mebibytes, string? at = null) => Guarded(at, medium =>
    {
        medium.Do("mount", "-t", "tmpfs", "-o", $"size={mebibytes}m", "tmpfs", medium.Root);
        medium._undo.Add(() => Run("umount", "-l", medium.Root));
    });

    /// <summary>A device without a file system, and not mounted.</summary>
    public static MountedMedium Loop(int mebibytes) => Guarded(null, medium => medium.Attach(medium.NewImage(mebibytes, null)));

    /// <param name="imageFolder">Where the image lies; a small tmpfs makes a device that fails when it should store more than that.</param>
    public static MountedMedium Ext4(
        int mebibytes, string? imageFolder = null, string features = "^has_journal", string options = "rw") => Guarded(null, medium =>
    {
        var image = medium.NewImage(mebibytes, imageFolder);
        medium.Do("mkfs.ext4", "-q", "-F", "-O", features, "-E", "nodiscard,lazy_itable_init=1", "-m", "0", image);
        medium.Attach(image);
        medium.Do("mount", "-o", $"nodiscard,{options}", medium.Device!, medium.Root);
        medium._undo.Add(() => Run("umount", "-l", medium.Root));
    });

    public void Remount(string options) => Do("mount", "-o", $"remount,{options}", Root);

    public void Dispose()
    {
        _undo.Reverse();
        _undo.ForEach(undo => undo());
        Directory.Delete(Root);
    }

    private static MountedMedium Guarded(string? at, Action<MountedMedium> prepare)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mounting is Linux here");
        Assert.SkipUnless(Environment.UserName == "root", "only root may mount a file system of its own");
        Assert.SkipUnless(File.Exists("/usr/sbin/losetup") || File.Exists("/sbin/losetup"), "losetup is not installed");

        var medium = new MountedMedium { Root = at is null ? Directory.CreateTempSubdirectory("azukari-mount-").FullName : Directory.CreateDirectory(at).FullName };
        try
        {
            prepare(medium);
            return medium;
        }
        catch (InvalidOperationException refused) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            medium.Dispose();
            Assert.Skip($"this sandbox gives no file system of its own: {refused.Message}");
            throw;
        }
    }

    private string NewImage(int mebibytes, string? folder)
    {
        var image = Path.Combine(folder ?? Path.GetTempPath(), $"{Guid.NewGuid():N}.img");
        using (var file = File.Create(image)) file.SetLength(mebibytes * 1024L * 1024);
        _undo.Add(() => Run("rm", "-f", image)); // in vain where the folder's own device was made to fail, and goes with it
        return image;
    }

    private void Attach(string image)
    {
        Device = Do("losetup", "-f", "--show", image).Trim();
        _undo.Add(() => Run("losetup", "-d", Device));
    }

    private string Do(string command, params string[] arguments)
    {
        var (code, output, error) = Run(command, arguments);
        return code == 0 ? output : throw new InvalidOperationException($"{command} {string.Join(' ', arguments)}: {error}");
    }

    private static (int Code, string Output, string Error) Run(string command, params string[] arguments)
    {
        var path = new[] { "/usr/sbin", "/sbin", "/usr/bin", "/bin" }.Select(folder => Path.Combine(folder, command)).FirstOrDefault(File.Exists) ?? command;
        using var process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error);
    }
}
