using Microsoft.Win32.SafeHandles;

namespace Azukari.RemovableMedia.Platform;

/// <summary>A file through the runtime alone, where there is no Linux beneath. Flushes are asked for, not confirmed; reads may come from memory.</summary>
internal sealed class ManagedFile : MediumFile
{
    private readonly SafeFileHandle _handle;
    private readonly string _name;

    private ManagedFile(SafeFileHandle handle, string name) => (_handle, _name) = (handle, name);

    public override bool ConfirmsFlush => false;

    public override long Length => RandomAccess.GetLength(_handle);

    public static new ManagedFile Open(string path, Purpose purpose)
    {
        var name = Path.GetFileName(path);
        var writes = purpose is Purpose.Create or Purpose.Overwrite;
        return ManagedFaults.Translate(name, writes ? MediumFault.WriteError : MediumFault.ReadError, () =>
        {
            if (new FileInfo(path) is { LinkTarget: not null }) throw new MediumException(MediumFault.Mismatch, $"{name}: is a link");
            return new ManagedFile(
                File.OpenHandle(
                    path,
                    purpose is Purpose.Create ? FileMode.CreateNew : FileMode.Open,
                    writes ? FileAccess.Write : FileAccess.Read,
                    FileShare.Read,
                    writes ? FileOptions.WriteThrough : FileOptions.SequentialScan),
                name);
        });
    }

    public override void Write(ReadOnlySpan<byte> data, long offset)
    {
        try
        {
            RandomAccess.Write(_handle, data, offset);
        }
        catch (IOException failure)
        {
            throw ManagedFaults.Explain(failure, MediumFault.WriteError, _name);
        }
    }

    public override int Read(Span<byte> buffer, long offset)
    {
        try
        {
            var done = 0;
            while (done < buffer.Length && RandomAccess.Read(_handle, buffer[done..], offset + done) is > 0 and var read) done += read;
            return done;
        }
        catch (IOException failure)
        {
            throw ManagedFaults.Explain(failure, MediumFault.ReadError, _name);
        }
    }

    public override void Flush() => ManagedFaults.Translate(_name, MediumFault.FlushError, () => { RandomAccess.FlushToDisk(_handle); return 0; });

    public override void Truncate() => ManagedFaults.Translate(_name, MediumFault.WriteError, () => { RandomAccess.SetLength(_handle, 0); return 0; });

    public override void DropCache(long offset, long length)
    {
        // The runtime knows no such request; whoever reads says that it read cached.
    }

    public override void Close() => Dispose();

    public override void Dispose() => _handle.Dispose();
}
