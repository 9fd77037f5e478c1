using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Azukari.Shared;

/// <summary>Files that are there after a power cut, or an exception. Only the owner of the process reads them, unless it is said otherwise.</summary>
/// <remarks>On Linux .NET's own flush returns normally when fsync fails, so fsync is called here and its answer is believed.</remarks>
internal static partial class DurableFile
{
    private const string Unfinished = ".new";

    /// <summary>Makes a folder that nobody else enters.</summary>
    internal static void MakeFolder(string path)
    {
        if (Directory.Exists(path)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        SyncFolderOf(path);
    }

    /// <summary>Writes a whole file: afterwards the old content or the new is there, never half of either.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">What is in it from now on.</param>
    /// <param name="isPrivate">False where others are meant to take it further; then the process's umask says who reads it.</param>
    internal static void Write(string path, ReadOnlySpan<byte> content, bool isPrivate = true)
    {
        using (var handle = Open(path + Unfinished, FileMode.Create, isPrivate))
        {
            RandomAccess.Write(handle, content, 0);
            Sync(handle, path);
        }

        Move(path + Unfinished, path);
    }

    /// <summary>Writes a whole file that must not be there yet.</summary>
    /// <exception cref="IOException">There is such a file, or it did not reach the device.</exception>
    internal static void Create(string path, ReadOnlySpan<byte> content)
    {
        if (File.Exists(path)) throw new IOException($"'{Path.GetFileName(path)}' is there already");
        Write(path, content);
    }

    /// <summary>Writes at a place of a growing file and cuts off whatever stood behind.</summary>
    internal static void WriteAt(string path, long offset, ReadOnlySpan<byte> content)
    {
        using var handle = Open(path, FileMode.OpenOrCreate);
        RandomAccess.SetLength(handle, offset);
        RandomAccess.Write(handle, content, offset);
        Sync(handle, path);
        SyncFolderOf(path);
    }

    /// <summary>Overwrites every byte, down to the device. A file system that copies on write may keep the old ones, and the tombstone's level says no more than this.</summary>
    /// <param name="path">The file.</param>
    /// <param name="note">What stands at its beginning from now on, as far as there is room; zeros behind it.</param>
    internal static void Overwrite(string path, ReadOnlySpan<byte> note = default)
    {
        using var handle = Open(path, FileMode.Open);
        var content = new byte[checked((int)RandomAccess.GetLength(handle))];
        note[..Math.Min(note.Length, content.Length)].CopyTo(content);
        RandomAccess.Write(handle, content, 0);
        Sync(handle, path);
    }

    internal static void Move(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        SyncFolderOf(to);
    }

    internal static void Remove(string path)
    {
        File.Delete(path);
        SyncFolderOf(path);
    }

    /// <summary>Removes what a crash left unfinished; it may hold a key that nobody has heard of.</summary>
    internal static void Clean(string folder)
    {
        foreach (var unfinished in Directory.GetFiles(folder, "*" + Unfinished))
        {
            Overwrite(unfinished);
            Remove(unfinished);
        }
    }

    private static SafeFileHandle Open(string path, FileMode mode, bool isPrivate = true)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (isPrivate && !OperatingSystem.IsWindows() && mode != FileMode.Open) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        new FileStream(path, options).Dispose(); // Creates it with its mode; a handle has no such option.
        return File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    private static void Sync(SafeFileHandle handle, string path)
    {
        if (OperatingSystem.IsWindows()) RandomAccess.FlushToDisk(handle);
        else if (Fsync(handle) != 0) throw Failed(path);
    }

    private static void SyncFolderOf(string path)
    {
        if (OperatingSystem.IsWindows()) return; // A rename is durable with its volume's journal; there is no handle to flush.

        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";
        using var handle = new SafeFileHandle(OpenFolder(folder, CloseOnExec), ownsHandle: true);
        if (handle.IsInvalid || Fsync(handle) != 0) throw Failed(folder);
    }

    private static IOException Failed(string path) => new($"'{Path.GetFileName(path)}' did not reach the device", new Win32Exception(Marshal.GetLastPInvokeError()));

    private const int CloseOnExec = 0x80000; // O_RDONLY | O_CLOEXEC

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Fsync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenFolder(string path, int flags);
}
