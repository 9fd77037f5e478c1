using System.Text;
using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia;

/// <summary>Which medium is mounted at a folder, by its own serial number or by one declared in a file on it (R5, R31).</summary>
public static class RemovableMedium
{
    /// <summary>The file that declares a serial number: the number and a line feed.</summary>
    public const string DeclarationName = "MEDIUM-SERIAL.txt";

    /// <summary>A device's own number wins over a declared one; a folder that is no mount of a block device has only the declared.</summary>
    /// <exception cref="MediumException"><see cref="MediumFault.NotMounted"/>: no such folder. <see cref="MediumFault.NoSerial"/>: no serial number
    /// by the spelling of <see cref="Serials"/>.</exception>
    public static MediumIdentity Identify(string mountFolder)
    {
        MediumFolder.RequireThere(mountFolder);
        var place = Place.Of(mountFolder);
        var capacity = place.Device?.CapacityBytes ?? Place.Space(mountFolder, space => space.TotalSize);
        return Serials.IsSerial(place.Device?.Serial)
            ? new MediumIdentity(place.Device!.Serial!, SerialSource.Device, place.FileSystem, capacity, place.Device.Names)
            : new MediumIdentity(Declared(mountFolder), SerialSource.Declared, place.FileSystem, capacity, place.Device?.Names);
    }

    /// <summary>Whether the folder has no file system of its own and only stands in for a medium: what it holds is then what was enrolled, and no more.</summary>
    public static bool IsStandIn(string folder) => !Place.Of(folder).OwnsFileSystem;

    /// <summary>Declares a serial number for a medium that answers none of its own, once: an existing declaration is <see
    /// cref="MediumFault.Exists"/>.</summary>
    public static void Declare(string folder, string serial)
    {
        if (!Serials.IsSerial(serial)) throw new ArgumentException("not a serial number: 4 to 64 of A-Z a-z 0-9 . _ -, not all the same", nameof(serial));
        MediumWriter.WriteSmallFile(folder, DeclarationName, Encoding.ASCII.GetBytes(serial + "\n"));
    }

    /// <summary>Identifies and refuses any other medium than the expected one.</summary>
    internal static MediumIdentity Require(string folder, string expectedSerial)
    {
        var identity = Identify(folder);
        return identity.Serial == expectedSerial
            ? identity
            : throw new MediumException(MediumFault.WrongSerial, $"expected {expectedSerial}, found {identity.Serial}");
    }

    private static string Declared(string folder)
    {
        var path = Path.Combine(folder, DeclarationName);
        if (!File.Exists(path)) throw new MediumException(MediumFault.NoSerial, $"the device answers no serial number and {DeclarationName} is not there");

        using var file = MediumFile.Open(path, Purpose.Read);
        var bytes = new byte[128];
        var text = Encoding.ASCII.GetString(bytes, 0, file.Read(bytes, 0));
        var serial = text.EndsWith('\n') ? text[..^1] : text;
        return Serials.IsSerial(serial) ? serial : throw new MediumException(MediumFault.NoSerial, $"{DeclarationName} does not hold a serial number");
    }
}
