namespace Azukari.Domain.Media;

/// <summary>What device control saw (R34).</summary>
public enum DeviceEventKind
{
    /// <summary>A medium was connected, and the computer let it in.</summary>
    Connected,

    /// <summary>Files were written to it.</summary>
    Exported,

    /// <summary>It was connected, and device control kept it out. Somebody tried; without a permit that is told like the rest.</summary>
    Blocked,
}

/// <summary>One line of a computer's device-control log (R34).</summary>
/// <param name="Line">SHA-256 of the line as the log has it; a line is imported once.</param>
/// <param name="Kind">What was seen.</param>
/// <param name="Serial">The serial number that the medium gave: 1 to 126 printable ASCII characters.</param>
/// <param name="Station">The computer. One that is not enrolled goes by the code that its owner gives to it; nothing is permitted there.</param>
/// <param name="At">When, by that computer's clock.</param>
public sealed record DeviceEvent(Digest Line, DeviceEventKind Kind, string Serial, StationId Station, DateTimeOffset At);

/// <summary>接続記録の取込み: an enrolled station, or the owner's officer, brings one line of a device-control log into the record (R34).</summary>
/// <param name="Seen">What the log says. It is somebody's log and no measurement of ours (R31).</param>
public sealed record ImportConnection(DeviceEvent Seen) : Act
{
    private protected override void Closed() { }
}

/// <summary>An imported line.</summary>
/// <param name="Mark">The entry that brought it.</param>
/// <param name="Seen">What the log says.</param>
/// <param name="WasPermitted">Whether a permit, an erasure or the registration of that day stood behind it, as the record knew then.</param>
public sealed record Connection(Mark Mark, DeviceEvent Seen, bool WasPermitted);
