using System.Formats.Tar;

namespace Azukari.Holder.Vault;

/// <summary>What may be kept of a holder for the day on which its machine dies: its two lasting keys, what it has seen, what it has destroyed. Never a one-time key (design §3).</summary>
/// <remarks>
/// A one-time key that comes back could open what was to be dead; one that is lost means sealing again, which is nothing. Without the lasting keys the engagement could never be cosigned
/// again. The file is as secret as the machine; made once after <c>init</c> it is enough, made later it spares following the record anew.
/// </remarks>
internal static class HolderBackup
{
    private const string Identities = "identities", Last = "signing.p8";

    /// <summary>Writes the archive. The holder may run meanwhile.</summary>
    internal static void Make(string folder, string file)
    {
        if (File.Exists(file)) throw new InvalidOperationException($"'{file}' is there already");

        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.WriteThrough };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream($"{file}.part", options))
        using (var archive = new TarWriter(stream))
            foreach (var name in NamesIn(folder)) archive.WriteEntry(Path.Combine(folder, name), name.Replace('\\', '/'));

        DurableFile.Move($"{file}.part", file);
    }

    /// <summary>Fills a folder that has no keys yet. At the next start the holder compares what it remembers with the record, and alarms where something died since.</summary>
    /// <exception cref="InvalidDataException">The archive was cut off, or holds what is none of ours.</exception>
    internal static void Restore(string file, string folder)
    {
        if (File.Exists(Path.Combine(folder, Last))) throw new InvalidOperationException("this folder has its keys already");

        DurableFile.MakeFolder(folder);
        using (var stream = File.OpenRead(file))
        using (var archive = new TarReader(stream))
            while (archive.GetNextEntry() is { } entry) Put(entry, folder);

        if (!File.Exists(Path.Combine(folder, Last))) throw new InvalidDataException("the archive was cut off: it has no keys");
        HolderKeys.Load(folder).Dispose();
    }

    /// <summary>The checkpoint before the record, which only grows; the key that makes a folder count as whole at the end.</summary>
    private static IEnumerable<string> NamesIn(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path))
        .Where(name => name != "lock" && !name.EndsWith(".new", StringComparison.Ordinal) && name.Split(Path.DirectorySeparatorChar)[0] != Identities)
        .OrderBy(name => name == Last).ThenBy(name => name, StringComparer.Ordinal);

    private static void Put(TarEntry entry, string folder)
    {
        if (entry.DataStream is not { } data || entry.Name.Split('/') is not ([_] or [_, _]) || entry.Name.Contains("..", StringComparison.Ordinal) || entry.Name.StartsWith(Identities, StringComparison.Ordinal))
            throw new InvalidDataException("the archive holds what is none of ours");

        using var content = new MemoryStream();
        data.CopyTo(content);
        DurableFile.MakeFolder(Path.GetDirectoryName(Path.Combine(folder, entry.Name))!);
        DurableFile.Write(Path.Combine(folder, entry.Name), content.ToArray());
    }
}
