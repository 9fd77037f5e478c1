using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia;

/// <summary>Files of noise in the free space of a file system. Disposing removes them, whatever happened.</summary>
internal sealed class FreeSpaceFill(string folder, uint firstNumber, Overwriting work) : IDisposable
{
    // Below what the oldest file system of removable media takes in one file, and large enough to leave few names.
    private const long FileBytes = 1L << 30;

    /// <summary>Free space that a file system may count and not hand out without anybody having to know.</summary>
    public const long Crumbs = 1024 * 1024;

    private readonly List<FillFile> _files = [];

    /// <summary>Free bytes that the file system keeps back, for itself or for root; old data may lie there.</summary>
    public long NotReached { get; private set; }

    /// <returns>Whether the medium became full, which is the only proof that nothing was left out.</returns>
    /// <exception cref="MediumException">Also where the device says full and the file system does not: then less was stored than there is.</exception>
    public bool Write(long budget)
    {
        var expected = Math.Min(budget, Place.Space(folder, space => space.AvailableFreeSpace));
        while (budget > 0)
        {
            var file = new FillFile(Path.Combine(folder, $"AZUKARI-FILL-{_files.Count:D4}.BIN"), firstNumber + (uint)_files.Count);
            var ask = Math.Min(budget, FileBytes);
            _files.Add(file);
            file.Length = work.Fill(file.Path, file.Number, ask, expected);
            if (file.Length < ask) return RequireFull();
            budget -= file.Length;
        }

        return false;
    }

    /// <summary>Reads all of it back, in the order in which it was written: the first has long left the caches of the device by then, and a stick
    /// that is smaller than it says has overwritten it.</summary>
    public void Compare() => _files.ForEach(file => work.Compare(file.Path, file.Number, file.Length));

    /// <exception cref="MediumException">The medium does not let go of the files.</exception>
    public void Remove()
    {
        foreach (var file in _files.Where(file => File.Exists(file.Path))) MediumFolder.Remove(file.Path);
        MediumFolder.Flush(folder);
        _files.Clear();
    }

    public void Dispose()
    {
        if (_files.Count == 0) return;
        try
        {
            Remove();
        }
        catch (MediumException)
        {
            // We come here from a failure or a cancel, and that one is to be told. What stays is noise, and the next clearing takes it away.
        }
    }

    private bool RequireFull()
    {
        NotReached = Place.Space(folder, space => space.TotalFreeSpace);
        var left = Place.Space(folder, space => space.AvailableFreeSpace);
        return left <= Math.Max(Crumbs, Place.Space(folder, space => space.TotalSize) / 100)
            ? true
            : throw new MediumException(MediumFault.WriteError, $"the medium takes no more, and its file system has {left} bytes free");
    }

    private sealed class FillFile(string path, uint number)
    {
        public string Path => path;

        public uint Number => number;

        public long Length { get; set; }
    }
}
