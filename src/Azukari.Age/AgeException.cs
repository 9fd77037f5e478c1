namespace Azukari.Age;

/// <summary>Why an age file is not opened; the members are the words of the public test kit.</summary>
public enum AgeFault
{
    /// <summary>No identity opens any stanza.</summary>
    NoMatch,

    /// <summary>The header was altered: its MAC does not fit the file key.</summary>
    HmacFailure,

    /// <summary>The header is not one.</summary>
    HeaderFailure,

    /// <summary>The armor is not one.</summary>
    ArmorFailure,

    /// <summary>The payload is altered, cut or extended.</summary>
    PayloadFailure,
}

/// <summary>Thrown for a file that must not be believed. Bytes read before it were authentic; whether they were all, nobody knows.</summary>
public sealed class AgeException(AgeFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Why.</summary>
    public AgeFault Fault { get; } = fault;
}
