namespace Azukari.RemovableMedia;

/// <summary>A place where something was found that should be gone.</summary>
/// <param name="Where">A file's name from the medium's root, or the device.</param>
/// <param name="Offset">Of the first byte, counted from 0.</param>
/// <param name="Marker">Index into the markers asked for; -1 for the header of an age file.</param>
public sealed record MarkerFinding(string Where, long Offset, int Marker);

/// <summary>What a verification could not say. Codes; the wording is the host's.</summary>
public enum VerificationLimit
{
    /// <summary>Always: spare and worn cells of flash are not readable by any host.</summary>
    SpareCellsNotRead,

    /// <summary>Only files were looked through: no block device is behind the folder.</summary>
    NoDevice,

    /// <summary>Only files were looked through: this account may not read the device.</summary>
    DeviceNotReadable,

    /// <summary>What was read may have come from memory and not from the medium.</summary>
    ReadMayBeCached,

    /// <summary>Which medium it was rests on a file on it, not on the device's answer.</summary>
    SerialOnlyDeclared,
}

/// <summary>What another person found on another device after a medium was cleared (R19). Times are the caller's clock.</summary>
public sealed record ClearVerification
{
    /// <summary>Nothing is left but the declaration, and nothing of what was looked for was found.</summary>
    public bool IsClear => EntriesLeft.Count == 0 && FindingCount == 0;

    /// <summary>Files, links and folders, by name from the medium's root.</summary>
    public required IReadOnlyList<string> EntriesLeft { get; init; }

    /// <summary>The first hundred.</summary>
    public required IReadOnlyList<MarkerFinding> Findings { get; init; }

    /// <summary>All of them.</summary>
    public required long FindingCount { get; init; }

    /// <summary>In files and, where readable, on the device.</summary>
    public required long BytesScanned { get; init; }

    /// <summary>Whether the device was looked through from its first byte to its last.</summary>
    public bool DeviceScanned => !Limits.Contains(VerificationLimit.NoDevice) && !Limits.Contains(VerificationLimit.DeviceNotReadable);

    /// <summary>The weakest way in which anything was read; null where there was nothing to read.</summary>
    public required ReadPath? ReadPath { get; init; }

    /// <summary>The medium, as identified when the act began.</summary>
    public required MediumIdentity Medium { get; init; }

    /// <summary>Before the first byte.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>After the last.</summary>
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>In the order of the enumeration, each once.</summary>
    public required IReadOnlyList<VerificationLimit> Limits { get; init; }
}
