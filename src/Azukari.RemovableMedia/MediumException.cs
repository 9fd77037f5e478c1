namespace Azukari.RemovableMedia;

/// <summary>What went wrong with a medium, in the words in which an operator has to act on it.</summary>
public enum MediumFault
{
    /// <summary>No room left, or the file is larger than the file system can hold.</summary>
    Full,

    /// <summary>The device went away while it was in use.</summary>
    Pulled,

    /// <summary>Nothing is found where the medium was said to be.</summary>
    NotMounted,

    /// <summary>The medium, or this account's right to it, does not admit writing.</summary>
    ReadOnly,

    /// <summary>Something could not be read. What was read before it must not be trusted to be complete.</summary>
    ReadError,

    /// <summary>Something could not be written.</summary>
    WriteError,

    /// <summary>The device refused to confirm what it had been given. Nothing written to that file counts, and trying the flush again proves nothing.</summary>
    FlushError,

    /// <summary>A file of that name is there already; nothing on a medium is ever replaced.</summary>
    Exists,

    /// <summary>What is on the medium is not what was expected there.</summary>
    Mismatch,

    /// <summary>Another medium is in the reader.</summary>
    WrongSerial,

    /// <summary>The medium has no usable serial number, neither of its own nor declared.</summary>
    NoSerial,
}

/// <summary>A medium failed or is not the right one. The message names files and devices, never their content.</summary>
/// <remarks>Misuse, such as a file name with a slash, is an <see cref="ArgumentException"/> instead; a cancelled act an <see
/// cref="OperationCanceledException"/>.</remarks>
#pragma warning disable CA1032 // Without a fault nobody could act on it.
public sealed class MediumException(MediumFault fault, string message, Exception? cause = null) : Exception(message, cause)
#pragma warning restore CA1032
{
    /// <summary>What an operator has to act on.</summary>
    public MediumFault Fault { get; } = fault;
}
