using System.Runtime.InteropServices;

namespace Azukari.RemovableMedia.Platform;

/// <summary>Error numbers of Linux as the faults of a medium.</summary>
internal static class Errno
{
    public const int NotThere = 2;
    public const int Interrupted = 4;
    public const int InputOutput = 5;
    public const int NotAllowed = 13;
    public const int NotAFolder = 20;
    public const int Invalid = 22;

    /// <param name="act">What was being done: the fault where the number says nothing more precise.</param>
    /// <param name="name">The file or device, for the message.</param>
    /// <param name="deviceIsThere">Whether the device can still be seen; an input/output error of a device that is gone is not an error of the device.</param>
    public static MediumException ToException(int number, MediumFault act, string name, bool deviceIsThere = true) =>
        new(ToFault(number, act, deviceIsThere), $"{name}: {Marshal.GetPInvokeErrorMessage(number)}");

    public static MediumFault ToFault(int number, MediumFault act, bool deviceIsThere) => number switch
    {
        28 or 122 or 27 => MediumFault.Full, // ENOSPC, EDQUOT, EFBIG
        6 or 19 or 107 or 108 or 116 or 123 => MediumFault.Pulled, // ENXIO, ENODEV, ENOTCONN, ESHUTDOWN, ESTALE, ENOMEDIUM
        17 => MediumFault.Exists,
        30 => MediumFault.ReadOnly,
        1 or NotAllowed when act is MediumFault.WriteError => MediumFault.ReadOnly,
        InputOutput when !deviceIsThere => MediumFault.Pulled,
        _ => act,
    };
}
