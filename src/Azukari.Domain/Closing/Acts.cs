namespace Azukari.Domain.Closing;

/// <summary>How far a destruction really went. Never more than was measured (R19, R31).</summary>
public enum DestructionLevel
{
    /// <summary>The file was overwritten, flushed and removed; a file system may keep older copies.</summary>
    OverwrittenFile,

    /// <summary>The key never left memory, and the memory was zeroed.</summary>
    Memory,

    /// <summary>A device that does not give keys out says that it deleted it.</summary>
    Device,
}

/// <summary>Why a key was destroyed.</summary>
public enum DestructionCause
{
    /// <summary>The rows were loaded.</summary>
    Loaded,

    /// <summary>A loss was reported.</summary>
    Loss,

    /// <summary>Nobody did anything, and the window ended.</summary>
    WindowEnded,

    /// <summary>A suspension was not answered.</summary>
    SuspensionUnanswered,

    /// <summary>The station gave up.</summary>
    GaveUp,

    /// <summary>The key was older than any permit may be.</summary>
    TooOld,

    /// <summary>The permit was withdrawn before anything was sealed (R9).</summary>
    Withdrawn,

    /// <summary>Two people had attested that it was dead, and the machine came back with it.</summary>
    AttestedDead,
}

/// <summary>A key's gravestone: which, how, how far, and the running count of the machine that destroyed it (R20).</summary>
/// <param name="Recipient">SHA-256 of the public half.</param>
/// <param name="Level">How far the destruction went.</param>
/// <param name="Cause">Why.</param>
/// <param name="Count">How many keys this machine has destroyed, this one included; never falls.</param>
/// <param name="ClaimedAt">The machine's own time; it permits nothing.</param>
public sealed record Tombstone(Digest Recipient, DestructionLevel Level, DestructionCause Cause, long Count, DateTimeOffset ClaimedAt);

/// <summary>鍵廃棄: a key holder or station has destroyed a one-time key and writes it down afterwards (R20, R32).</summary>
public sealed record DestroyKey(CarryOutId? CarryOut, Tombstone Measured) : Act
{
    /// <inheritdoc/>
    public override CarryOutId? Subject => CarryOut;

    /// <inheritdoc/>
    public override bool IsSafety => true;

    private protected override void Closed() { }
}

/// <summary>鍵喪失の申告: the machine that kept a one-time key is destroyed or broken and writes no tombstone; the owner's officer and the executive attest that the key is dead (R20).</summary>
/// <remarks>It is their word, not a measurement: it lets a case end, and never says that nobody has read anything (R24).</remarks>
/// <param name="CarryOut">The carry-out whose permit names the key, or null.</param>
/// <param name="Recipient">SHA-256 of the public half.</param>
/// <param name="Account">What happened to the machine, by its salted commitment.</param>
public sealed record AttestKeyDead(CarryOutId? CarryOut, Digest Recipient, Digest Account) : Act
{
    /// <inheritdoc/>
    public override CarryOutId? Subject => CarryOut;

    private protected override void Closed() { }
}
