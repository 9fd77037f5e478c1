namespace Azukari.RemovableMedia;

/// <summary>How far an erasure reached, in the words of SP 800-88 Rev. 2. There is no third value: a host that overwrites never reaches Purge.</summary>
public enum SanitisationLevel
{
    /// <summary>Files were overwritten. That is no level of sanitisation of the medium (Rev. 2 §4.2); R19 records it as "not yet sanitised".</summary>
    NotYetSanitised,

    /// <summary>All space that the file system hands out, or the whole device, was overwritten and read back without a difference.</summary>
    Clear,
}

/// <summary>What a report must not be read as saying. Codes; the wording is the host's.</summary>
public enum EraseLimit
{
    /// <summary>Always: spare and worn cells of flash are beyond the reach of any host.</summary>
    SpareCellsNotReached,

    /// <summary>The file system's own tables, its journal and the tails of blocks were not overwritten. Said of everything but the overwriting of a
    /// device.</summary>
    FileSystemOverheadNotCovered,

    /// <summary>Space outside the files was not overwritten: only files were asked for, or the folder has no file system of its own.</summary>
    FreeSpaceNotCovered,

    /// <summary>The device has other partitions, or much space in none.</summary>
    PartOfDeviceNotCovered,

    /// <summary>The file system kept more than a mebibyte of free space back, for itself or for root (ext4 does; FAT and exFAT do not).</summary>
    SpaceKeptBackNotReached,

    /// <summary>The caller's budget ended before the free space did.</summary>
    FillStoppedByBudget,

    /// <summary>The file system writes changed blocks elsewhere and keeps the old ones for a while, so overwriting a file does not overwrite its old
    /// content.</summary>
    FileSystemDoesNotOverwriteInPlace,

    /// <summary>The comparison may have been answered from memory and not by the medium.</summary>
    ReadBackMayBeCached,

    /// <summary>Which medium it was rests on a file on it, not on the device's answer.</summary>
    SerialOnlyDeclared,
}

/// <summary>What an erasure did and found. Times are the caller's clock.</summary>
public sealed record EraseReport
{
    /// <summary>Code of the method: <c>overwrite-files-random-readback</c>, <c>overwrite-files-and-free-space-random-readback</c> or
    /// <c>overwrite-device-random-readback</c>.</summary>
    public required string Method { get; init; }

    /// <summary>What was really reached.</summary>
    public required SanitisationLevel Level { get; init; }

    /// <summary>In files and, where covered, in free space.</summary>
    public required long BytesOverwritten { get; init; }

    /// <summary>Blocks of 4096 bytes that did not read back as written. Anything but 0 is a medium to be destroyed, not reused.</summary>
    public required long ReadBackMismatches { get; init; }

    /// <summary>Files that were overwritten and removed.</summary>
    public required int FilesErased { get; init; }

    /// <summary>Names, from the medium's root, of files that stay because they did not read back as written.</summary>
    public required IReadOnlyList<string> FilesKept { get; init; }

    /// <summary>The weakest way in which anything was read back; null where there was nothing to overwrite.</summary>
    public required ReadPath? ReadBack { get; init; }

    /// <summary>Whether all free space of the device was overwritten too.</summary>
    public bool FreeSpaceCovered => !Limits.Any(limit => limit
        is EraseLimit.FreeSpaceNotCovered or EraseLimit.PartOfDeviceNotCovered or EraseLimit.SpaceKeptBackNotReached or EraseLimit.FillStoppedByBudget);

    /// <summary>The medium, as identified when the act began.</summary>
    public required MediumIdentity Medium { get; init; }

    /// <summary>Before the first byte.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>After the last flush.</summary>
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>In the order of the enumeration, each once.</summary>
    public required IReadOnlyList<EraseLimit> Limits { get; init; }
}

/// <summary>What is being done.</summary>
public enum MediumPhase
{
    /// <summary>Files are overwritten.</summary>
    Overwrite,

    /// <summary>Free space is overwritten.</summary>
    Fill,

    /// <summary>What was written is read back.</summary>
    ReadBack,

    /// <summary>The medium is looked through.</summary>
    Scan,
}

/// <summary>How far a phase of a long act has come.</summary>
/// <param name="BytesDone">In this phase.</param>
/// <param name="BytesExpected">An estimate while free space is filled; never relied on.</param>
public readonly record struct MediumProgress(MediumPhase Phase, long BytesDone, long BytesExpected);
