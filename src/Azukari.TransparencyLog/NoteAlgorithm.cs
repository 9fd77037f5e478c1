using System.Diagnostics.CodeAnalysis;

namespace Azukari.TransparencyLog;

/// <summary>What a key's signatures mean. The numbers are those of signed-note, "Signature types".</summary>
[SuppressMessage("Design", "CA1008:Enums should have zero value", Justification = "The specification assigns no type 0.")]
[SuppressMessage("Design", "CA1027:Mark enums with FlagsAttribute", Justification = "Type numbers that happen to be powers of two; they never combine.")]
public enum NoteAlgorithm
{
    /// <summary>Ed25519 over the text: a log's signature.</summary>
    Ed25519 = 0x01,

    /// <summary>Ed25519 over a time and the text: a witness's cosignature/v1.</summary>
    CosignatureV1 = 0x04,
}
