namespace Azukari.RemovableMedia;

/// <summary>What is wrong with a medium.</summary>
public enum MediumFault
{
    /// <summary>It is not there, or went away.</summary>
    NotMounted,

    /// <summary>It says no serial number.</summary>
    NoSerial,

    /// <summary>It is full.</summary>
    Full,

    /// <summary>A file of that name is on it already.</summary>
    Exists,

    /// <summary>It cannot be written.</summary>
    WriteError,

    /// <summary>It cannot be read.</summary>
    ReadError,

    /// <summary>It did not say that what was written is on it.</summary>
    FlushError,
}

/// <summary>Thrown when a medium does not do what it must. Nothing that was claimed before it was thrown is untrue.</summary>
public sealed class MediumException(MediumFault fault, string message, Exception? inner = null) : IOException(message, inner)
{
    /// <summary>What is wrong.</summary>
    public MediumFault Fault { get; } = fault;
}
