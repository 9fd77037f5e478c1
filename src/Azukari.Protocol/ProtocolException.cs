namespace Azukari.Protocol;

/// <summary>What is wrong with a message.</summary>
public enum ProtocolFault
{
    /// <summary>The bytes are not what we would have written.</summary>
    Malformed,

    /// <summary>The name of the act is not one of ours.</summary>
    UnknownAct,

    /// <summary>A signature does not fit the bytes and the key that it names.</summary>
    BadSignature,

    /// <summary>A key's identifier is not the hash of the key beside it.</summary>
    KeyMismatch,

    /// <summary>An answer's digest is not the hash of the answer beside it.</summary>
    AnswerMismatch,

    /// <summary>The message belongs to another engagement.</summary>
    OtherEngagement,

    /// <summary>It is larger than what is carried this way.</summary>
    TooLarge,
}

/// <summary>Thrown for bytes that must not be believed. The caller refuses the whole message; nothing of it counts.</summary>
public sealed class ProtocolException : Exception
{
    /// <summary>Names the fault; the message names no content of the refused bytes beyond codes and ids.</summary>
    public ProtocolException(ProtocolFault fault, string message, Exception? inner = null) : base(message, inner) => Fault = fault;

    /// <summary>What is wrong.</summary>
    public ProtocolFault Fault { get; }
}
