using System.Runtime.InteropServices;

namespace Azukari.RemovableMedia.Platform;

/// <summary>Names in a folder of a medium: what makes a new or a removed name last is a flush of the folder, not of the file.</summary>
internal static class MediumFolder
{
    /// <summary>The path of a plain name inside the folder.</summary>
    /// <exception cref="ArgumentException">The name could lead elsewhere, or some file system of removable media refuses it.</exception>
    /// <exception cref="MediumException">No such folder: <see cref="MediumFault.NotMounted"/>.</exception>
    public static string PathOf(string folder, string fileName)
    {
        if (fileName is "" or "." or ".." || fileName.Length > 200 || fileName[^1] is '.' or ' ' || fileName.Any(c => c < ' ' || "/\\:*?\"<>|\u007f".Contains(c)))
            throw new ArgumentException($"not a plain file name: '{fileName}'", nameof(fileName));
        RequireThere(folder);
        return Path.Combine(folder, fileName);
    }

    public static void RequireThere(string folder)
    {
        if (!Directory.Exists(folder)) throw new MediumException(MediumFault.NotMounted, $"{folder}: no such folder");
    }

    public static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux()) return; // Windows has no such flush; ConfirmsFlush says so.
        using var opened = LinuxFile.Open(Path.TrimEndingDirectorySeparator(folder) + "/.", Libc.ReadOnly | Libc.Directory, MediumFault.FlushError);
        opened.Flush();
        opened.Close();
    }

    /// <summary>Removes a file, a link or, if it is empty, a folder. The name is gone for good only after <see cref="Flush"/>.</summary>
    public static void Remove(string path)
    {
        var name = Path.GetFileName(path);
        if (!OperatingSystem.IsLinux())
        {
            ManagedFaults.Translate(name, MediumFault.WriteError, () =>
            {
                if (Directory.Exists(path)) Directory.Delete(path);
                else File.Delete(path);
                return 0;
            });
        }
        else if ((FileFacts.Of(path) is { IsFolder: true } ? Libc.RemoveFolder(path) : Libc.Unlink(path)) != 0)
        {
            throw Errno.ToException(Marshal.GetLastPInvokeError(), MediumFault.WriteError, name);
        }
    }
}
