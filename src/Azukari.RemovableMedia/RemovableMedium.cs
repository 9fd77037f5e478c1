namespace Azukari.RemovableMedia;

/// <summary>What a medium says of itself.</summary>
/// <param name="Serial">Its serial number.</param>
/// <param name="IsDeclared">True when the number stands in a file and was not read from the device.</param>
/// <param name="CapacityBytes">The capacity of its file system.</param>
/// <param name="HasOwnFileSystem">False for a folder that stands in for a medium: its free space is not its own.</param>
public sealed record MediumIdentity(string Serial, bool IsDeclared, long CapacityBytes, bool HasOwnFileSystem);

/// <summary>A removable medium, named by the folder it is mounted at.</summary>
public static class RemovableMedium
{
    /// <summary>The file in which a medium without a readable serial number declares one.</summary>
    public const string DeclarationFile = "MEDIUM-SERIAL.txt";

    /// <summary>Reads what the medium says of itself: from the device where it tells, else from the declaration.</summary>
    /// <exception cref="MediumException"><see cref="MediumFault.NotMounted"/> or <see cref="MediumFault.NoSerial"/>.</exception>
    public static MediumIdentity Identify(string folder)
    {
        if (!Directory.Exists(folder)) throw new MediumException(MediumFault.NotMounted, "there is no medium at that place");

        var mount = MountTable.Find(folder);
        var capacity = new DriveInfo(Path.GetFullPath(folder)).TotalSize;
        if (mount?.DeviceSerial() is { } serial) return new(serial, IsDeclared: false, capacity, HasOwnFileSystem: true);

        var declaration = Path.Combine(folder, DeclarationFile);
        var declared = File.Exists(declaration) ? File.ReadAllText(declaration).TrimEnd('\n') : "";
        return IsSerial(declared) ? new(declared, IsDeclared: true, capacity, mount is not null) : throw new MediumException(MediumFault.NoSerial, "the medium says no serial number");
    }

    /// <summary>Writes a serial number onto a medium whose device tells none.</summary>
    public static void Declare(string folder, string serial)
    {
        if (!IsSerial(serial)) throw new ArgumentException("a serial number is 1 to 64 letters, digits, '-' and '_'", nameof(serial));

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, DeclarationFile), serial + "\n");
    }

    internal static bool IsSerial(string text) => text is { Length: >= 1 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
