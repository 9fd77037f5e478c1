namespace Azukari.RemovableMedia;

/// <summary>Files on a medium: written through and flushed so that failures are heard, read back from the device and not from memory.</summary>
public static class MediumFile
{
    private const int Block = 1 << 20;

    /// <summary>Has <paramref name="write"/> fill a new file and returns only when the device has it. What fails leaves no file.</summary>
    /// <exception cref="MediumException">Exists, full, or not taken by the device.</exception>
    public static async Task WriteAsync(string folder, string name, Func<Stream, Task> write)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path)) throw new MediumException(MediumFault.Exists, $"'{name}' is on the medium already");

        var whole = false;
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, Block);
            await write(file);
            await file.FlushAsync();
            Native.Flush(file.SafeFileHandle);
            Native.FlushFolder(folder);
            Native.ForgetCached(file.SafeFileHandle);
            whole = true;
        }
        catch (Exception fault) when (fault is IOException and not MediumException && Understood(fault) is { } known)
        {
            throw known;
        }
        finally
        {
            if (!whole) File.Delete(path);
        }
    }

    /// <summary>Writes a small file with the same promise.</summary>
    public static Task WriteAsync(string folder, string name, ReadOnlyMemory<byte> content) => WriteAsync(folder, name, file => file.WriteAsync(content).AsTask());

    /// <summary>Opens a file so that its bytes come from the device.</summary>
    /// <exception cref="MediumException">There is no such file.</exception>
    public static FileStream OpenUncached(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path)) throw new MediumException(MediumFault.ReadError, $"'{name}' is not on the medium");

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, Block, FileOptions.SequentialScan);
        Native.ForgetCached(file.SafeFileHandle);
        return file;
    }

    internal static MediumException? Understood(Exception fault) => (fault.HResult & 0xffff) switch
    {
        28 or 0x70 or 0x27 => new(MediumFault.Full, "the medium is full", fault),
        5 or 30 or 19 => new(MediumFault.WriteError, "the medium cannot be written", fault),
        _ => null,
    };
}
