namespace Azukari.Cli.Front;

/// <summary>What the process says to whoever started it; the manual lists the same numbers.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>The rules speak against it; nothing was changed.</summary>
    Refused = 1,

    /// <summary>The call, a file or a message is not as it must be; nothing was changed.</summary>
    BadInput = 2,

    /// <summary>The service or a key holder does not answer; what was made is kept and can be delivered later.</summary>
    NotReachable = 3,

    /// <summary>The medium cannot be read or written as it must be.</summary>
    Medium = 4,

    /// <summary>The evidence proves nothing.</summary>
    NotProven = 5,

    /// <summary>Interrupted; nothing half done is left.</summary>
    Interrupted = 130,
}
