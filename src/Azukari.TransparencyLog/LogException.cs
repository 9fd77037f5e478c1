using System.Diagnostics.CodeAnalysis;

namespace Azukari.TransparencyLog;

/// <summary>Which of the formats was broken. Every member is a refusal of bytes that came from outside, never a bug of the caller.</summary>
public enum LogFault
{
    /// <summary>A hash is not 32 bytes in its one spelling.</summary>
    Hash,

    /// <summary>A verifier key is malformed, or its key ID does not follow from the key.</summary>
    Key,

    /// <summary>A verifier key is well formed, of a signature type this library does not check.</summary>
    UnsupportedKey,

    /// <summary>A signed note or a signature line is malformed.</summary>
    Note,

    /// <summary>A signature under a known name and key ID fails. The whole note is worthless.</summary>
    Signature,

    /// <summary>No known key signed.</summary>
    Unsigned,

    /// <summary>A note's text is not a checkpoint.</summary>
    Checkpoint,

    /// <summary>A tile's path or content is malformed.</summary>
    Tile,

    /// <summary>An entry bundle is malformed.</summary>
    Bundle,

    /// <summary>A stored proof is malformed.</summary>
    Proof,

    /// <summary>A trust policy is malformed.</summary>
    Policy,

    /// <summary>A request to a witness is malformed; answer 400.</summary>
    Request,

    /// <summary>A witness answered something that the protocol does not know.</summary>
    Reply,
}

/// <summary>Bytes were refused. The caller must not use any part of what it tried to read.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "A refusal without a fault could not be told from another.")]
public sealed class LogException(LogFault fault, string message) : Exception(message)
{
    /// <summary>What was broken.</summary>
    public LogFault Fault { get; } = fault;
}
