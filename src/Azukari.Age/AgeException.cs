using System.Diagnostics.CodeAnalysis;

namespace Azukari.Age;

/// <summary>An age file was refused. The message names the rule that was broken and never any content.</summary>
/// <remarks>Bytes are at fault, not the caller and not the transport: I/O errors come through as they are.
/// A caller that has already taken plaintext from a stream must discard it on <see cref="AgeFault.PayloadFailure"/>.</remarks>
[SuppressMessage("Design", "CA1032", Justification = "A refusal without its fault could not be told from another.")]
public sealed class AgeException(AgeFault fault, string message) : Exception(message)
{
    /// <summary>The kind of refusal.</summary>
    public AgeFault Fault { get; } = fault;
}
