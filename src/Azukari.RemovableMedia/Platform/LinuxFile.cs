using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Azukari.RemovableMedia.Platform;

/// <summary>A file through the calls of Linux themselves.</summary>
internal sealed class LinuxFile : MediumFile
{
    // rw-r--r--: at the other end the same number is another person's account, and only ciphertext lies here (R12).
    private const int ReadableByAll = 0x1a4;

    private readonly SafeFileHandle _handle;
    private readonly string _name;
    private readonly DeviceNumber _device;

    private LinuxFile(int descriptor, string name)
    {
        _handle = new SafeFileHandle(descriptor, ownsHandle: true);
        _name = name;
        _device = FileFacts.Of(_handle, name).Device;
    }

    public override bool ConfirmsFlush => true;

    public override long Length => FileFacts.Of(_handle, _name).Length;

    public static new LinuxFile Open(string path, Purpose purpose) => Open(path, purpose switch
    {
        Purpose.Create => Libc.WriteOnly | Libc.Create | Libc.Exclusive | Libc.DataSync,
        Purpose.Overwrite => Libc.WriteOnly | Libc.DataSync,
        Purpose.Read => Libc.ReadOnly,
    }, purpose is Purpose.Create or Purpose.Overwrite ? MediumFault.WriteError : MediumFault.ReadError);

    /// <summary>Opens with flags of the caller's choice; a pipe or terminal on the medium must not hold us up, hence never blocking.</summary>
    public static LinuxFile Open(string path, int flags, MediumFault act)
    {
        var descriptor = Libc.Open(path, flags | Libc.NoFollow | Libc.CloseOnExec | Libc.NonBlocking, ReadableByAll);
        return descriptor >= 0
            ? new LinuxFile(descriptor, Path.GetFileName(path))
            : throw Errno.ToException(Marshal.GetLastPInvokeError(), act, Path.GetFileName(path));
    }

    /// <summary>Whether the file system admits opening the file for direct reading. Some admit it and refuse the first read: see <see
    /// cref="TakesDirectReads"/>.</summary>
    public static LinuxFile? OpenDirect(string path)
    {
        var descriptor = Libc.Open(path, Libc.ReadOnly | Libc.Direct | Libc.NoFollow | Libc.CloseOnExec | Libc.NonBlocking, 0);
        if (descriptor >= 0) return new LinuxFile(descriptor, Path.GetFileName(path));

        var number = Marshal.GetLastPInvokeError();
        return number is Errno.Invalid ? null : throw Errno.ToException(number, MediumFault.ReadError, Path.GetFileName(path));
    }

    public unsafe bool TakesDirectReads()
    {
        using var probe = new AlignedBuffer(Alignment);
        if (Libc.ReadAt(_handle, probe.Pointer, Alignment, 0) >= 0) return true;

        return Marshal.GetLastPInvokeError() is Errno.Invalid ? false : throw Failure(MediumFault.ReadError);
    }

    public override unsafe void Write(ReadOnlySpan<byte> data, long offset)
    {
        for (var done = 0; done < data.Length;)
        {
            nint written;
            fixed (byte* start = data[done..]) written = Libc.WriteAt(_handle, start, data.Length - done, offset + done);
            if (written > 0) done += (int)written;
            else if (written == 0 || Marshal.GetLastPInvokeError() != Errno.Interrupted) throw Failure(MediumFault.WriteError);
        }
    }

    public override unsafe int Read(Span<byte> buffer, long offset)
    {
        var done = 0;
        while (done < buffer.Length)
        {
            nint read;
            fixed (byte* start = buffer[done..]) read = Libc.ReadAt(_handle, start, buffer.Length - done, offset + done);
            if (read < 0 && Marshal.GetLastPInvokeError() == Errno.Interrupted) continue;
            if (read < 0) throw Failure(MediumFault.ReadError);
            done += (int)read;

            // A direct read that ends off the alignment has met the end of the file; asking on from there would be refused.
            if (read == 0 || read % Alignment != 0) break;
        }

        return done;
    }

    public override void Flush()
    {
        while (Libc.Sync(_handle) != 0)
        {
            if (Marshal.GetLastPInvokeError() != Errno.Interrupted) throw Failure(MediumFault.FlushError);
        }
    }

    public override void Truncate()
    {
        if (Libc.Truncate(_handle, 0) != 0) throw Failure(MediumFault.WriteError);
    }

    public override void DropCache(long offset, long length)
    {
        Libc.Advise(_handle, offset, length, Libc.AdviseDontNeed);
        Libc.Advise(_handle, offset, length, Libc.AdviseSequential);
    }

    public override void Close()
    {
        if (_handle.IsClosed || _handle.IsInvalid) return;

        // The handle's own way of closing keeps an error to itself, and some file systems tell it only here.
        var descriptor = _handle.DangerousGetHandle();
        _handle.SetHandleAsInvalid();
        if (Libc.Close(descriptor) != 0 && Marshal.GetLastPInvokeError() != Errno.Interrupted) throw Failure(MediumFault.FlushError);
    }

    public override void Dispose() => _handle.Dispose();

    private MediumException Failure(MediumFault act) => Errno.ToException(Marshal.GetLastPInvokeError(), act, _name, _device.IsThere);
}
