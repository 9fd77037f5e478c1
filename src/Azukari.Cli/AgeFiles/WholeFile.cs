using System.Security.Cryptography;
using Azukari.Cli.Front;
using Microsoft.Win32.SafeHandles;

namespace Azukari.Cli.AgeFiles;

/// <summary>A file that appears under its name when it is whole, or not at all.</summary>
/// <remarks>It is written beside its place under a hidden name that ends in <c>.part</c>, which only the end of the process by force leaves behind.</remarks>
internal sealed class WholeFile : IDisposable
{
    private readonly string path;
    private readonly string part;
    private readonly bool force;
    private readonly FileStream stream;
    private bool kept;

    /// <param name="ownerOnly">For plaintext and keys: nobody else may read it.</param>
    internal WholeFile(string path, bool force, bool ownerOnly)
    {
        if (!force && Path.Exists(path)) throw StopException.BadInput($"既にあります: {path}", $"it exists: {path}", "別の名前にするか、--force を付けてください。", "Choose another name, or add --force.");

        this.path = path;
        this.force = force;
        part = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}.part");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 0 };
        if (ownerOnly && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        stream = new(part, options);
    }

    internal Stream Stream => stream;

    internal SafeFileHandle Handle => stream.SafeFileHandle;

    /// <summary>Gives the file its name.</summary>
    internal void Keep()
    {
        stream.Flush(flushToDisk: true);
        stream.Dispose();
        File.Move(part, path, force);
        kept = true;
    }

    public void Dispose()
    {
        stream.Dispose();
        if (!kept) File.Delete(part);
    }
}
