namespace Azukari.TransparencyLog;

/// <summary>What a witness answers (tlog-witness).</summary>
public abstract class WitnessDecision
{
    private WitnessDecision(int status) => Status = status;

    /// <summary>The HTTP status that the specification gives to the case.</summary>
    public int Status { get; }

    /// <summary>All is well (200). Store <see cref="Next"/>, then sign, then answer with the cosignature line.</summary>
    public sealed class Cosign : WitnessDecision
    {
        internal Cosign(WitnessState next)
            : base(200) => Next = next;

        /// <summary>What the witness knows from now on.</summary>
        public WitnessState Next { get; }
    }

    /// <summary>The witness has cosigned another size, which it tells (409, body by <see cref="WitnessReply.FormatSize"/>).</summary>
    /// <remarks>To a log that knows less than that size, it is the sign of a fork or of a restored backup: stop signing.</remarks>
    public sealed class Conflict : WitnessDecision
    {
        internal Conflict(long size)
            : base(409) => Size = size;

        /// <summary>The size cosigned last.</summary>
        public long Size { get; }
    }

    /// <summary>A log the witness was not told to watch (404).</summary>
    public sealed class UnknownOrigin : WitnessDecision
    {
        internal UnknownOrigin()
            : base(404)
        {
        }
    }

    /// <summary>No believed key signed, or one of them with a signature that fails (403).</summary>
    public sealed class Forbidden : WitnessDecision
    {
        internal Forbidden()
            : base(403)
        {
        }
    }

    /// <summary>The old size is beyond the checkpoint (400). A body that cannot be read gets the same answer.</summary>
    public sealed class BadRequest : WitnessDecision
    {
        internal BadRequest()
            : base(400)
        {
        }
    }

    /// <summary>The signed checkpoint does not continue what was cosigned (422).</summary>
    /// <remarks>Worth keeping: with another root at the same size it is proof that the log forked.</remarks>
    public sealed class Unprocessable : WitnessDecision
    {
        internal Unprocessable()
            : base(422)
        {
        }
    }
}
