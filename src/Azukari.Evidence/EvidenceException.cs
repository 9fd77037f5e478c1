namespace Azukari.Evidence;

/// <summary>Why a bundle is not believed.</summary>
public enum EvidenceFault
{
    /// <summary>The container is not written as we write it: cut, extended, reordered, compressed or altered.</summary>
    Container,

    /// <summary>The first entry is not the genesis that the verifier was told to trust.</summary>
    OtherGenesis,

    /// <summary>An entry's bytes or signatures are not to be believed.</summary>
    Entry,

    /// <summary>The rules would not have accepted an entry there.</summary>
    Decision,

    /// <summary>The checkpoint is not of this log, size and root, or is not signed by the log and both witnesses.</summary>
    Checkpoint,

    /// <summary>A document is missing, named by no entry, or not what the entry that names it says.</summary>
    Document,
}

/// <summary>Thrown when a bundle proves nothing. There is no half-verified bundle.</summary>
public sealed class EvidenceException : Exception
{
    /// <summary>Names the fault and, in the message, the place.</summary>
    public EvidenceException(EvidenceFault fault, string message, Exception? inner = null) : base(message, inner) => Fault = fault;

    /// <summary>What kind of fault.</summary>
    public EvidenceFault Fault { get; }
}
