using Azukari.Domain.Engagements;
using Azukari.TransparencyLog;

namespace Azukari.Evidence;

/// <summary>Whom an engagement's genesis makes one trust for its log: the log's key, and both sides' witnesses, always both.</summary>
public static class TrustAnchors
{
    /// <summary>The policy: log, owner's witness and contractor's witness must all have signed.</summary>
    /// <exception cref="LogException">A key in the genesis is not a verifier key.</exception>
    public static TrustPolicy PolicyOf(FoundEngagement founding)
    {
        var (log, owner, contractor) = (NoteVerifier.Parse(founding.LogKey), NoteVerifier.Parse(founding.Owner.WitnessKey), NoteVerifier.Parse(founding.Contractor.WitnessKey));

        return new([new PolicyLog(log)], [new PolicyWitness("owner", owner), new PolicyWitness("contractor", contractor)], [new PolicyGroup("both", 2, ["owner", "contractor"])], "both");
    }
}
