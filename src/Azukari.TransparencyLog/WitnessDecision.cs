namespace Azukari.TransparencyLog;

/// <summary>What a witness answers (tlog-witness).</summary>
public abstract record WitnessDecision
{
    private WitnessDecision()
    {
    }

    /// <summary>The HTTP status that the specification gives to the case.</summary>
    public abstract int Status { get; }

    /// <summary>Stops other assemblies from adding cases.</summary>
    private protected abstract bool Closed { get; }

    /// <summary>All is well. Store <paramref name="Next"/>, then sign, then answer with the cosignature line.</summary>
    public sealed record Cosign(WitnessState Next) : WitnessDecision
    {
        /// <inheritdoc/>
        public override int Status => 200;

        private protected override bool Closed => true;
    }

    /// <summary>The witness has cosigned another size, which it tells (<see cref="WitnessReply.FormatSize"/>). To a log that knows less than that, it is the sign of a fork or of a restored backup.</summary>
    public sealed record Conflict(long Size) : WitnessDecision
    {
        /// <inheritdoc/>
        public override int Status => 409;

        private protected override bool Closed => true;
    }

    /// <summary>A log the witness was not told to watch.</summary>
    public sealed record UnknownOrigin : WitnessDecision
    {
        /// <inheritdoc/>
        public override int Status => 404;

        private protected override bool Closed => true;
    }

    /// <summary>No believed key signed, or one of them with a signature that fails.</summary>
    public sealed record Forbidden : WitnessDecision
    {
        /// <inheritdoc/>
        public override int Status => 403;

        private protected override bool Closed => true;
    }

    /// <summary>The old size is beyond the checkpoint. A body that cannot be read gets the same answer.</summary>
    public sealed record BadRequest : WitnessDecision
    {
        /// <inheritdoc/>
        public override int Status => 400;

        private protected override bool Closed => true;
    }

    /// <summary>The signed checkpoint does not continue what was cosigned: evidence against the log, worth keeping.</summary>
    public sealed record Unprocessable : WitnessDecision
    {
        /// <inheritdoc/>
        public override int Status => 422;

        private protected override bool Closed => true;
    }
}
