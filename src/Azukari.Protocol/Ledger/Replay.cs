using Azukari.Domain;
using Azukari.Domain.Engagements;

namespace Azukari.Protocol.Ledger;

/// <summary>One more entry, believed by nobody: signatures, place, time and the rules' decision are checked again on exactly the facts it was made on.</summary>
/// <remarks>Used by the offline verifier, by both key holders and by stations; the service itself decides with the same two calls.</remarks>
public static class Replay
{
    /// <summary>The leaf of entry 0 answers nothing; it says so with 64 zeros.</summary>
    public static Digest Nothing { get; } = new(new string('0', 64));

    /// <summary>The facts after this entry.</summary>
    /// <param name="facts">The facts before it.</param>
    /// <param name="bytes">The stored bytes.</param>
    /// <param name="leaf">The RFC 6962 leaf hash of the stored bytes.</param>
    /// <exception cref="ProtocolException">The bytes or a signature are not to be believed.</exception>
    /// <exception cref="ReplayException">The rules would not have accepted it there.</exception>
    public static Engagement Next(Engagement facts, ReadOnlySpan<byte> bytes, Digest leaf) => Next(facts, Entry.Read(bytes), leaf);

    /// <summary>The facts after this entry, which was read beforehand: reading hangs on no facts, and takes longer than all the rest.</summary>
    /// <param name="facts">The facts before it.</param>
    /// <param name="entry">What <see cref="Entry.Read"/> read.</param>
    /// <param name="leaf">The RFC 6962 leaf hash of the stored bytes.</param>
    /// <exception cref="ProtocolException">A signature is not to be believed.</exception>
    /// <exception cref="ReplayException">The rules would not have accepted it there.</exception>
    public static Engagement Next(Engagement facts, Entry entry, Digest leaf)
    {
        if (entry.Seq != facts.NextSeq) throw new ReplayException($"entry {entry.Seq} stands at place {facts.NextSeq}");
        if (entry.At < facts.LastAt) throw new ReplayException($"entry {entry.Seq} is older than the one before it");

        var attempt = ActVerifier.Verify(facts, entry.Signed);

        return Rulebook.Decide(facts, attempt, entry.At) switch
        {
            Outcome.Accepted accepted when accepted.Missing.SequenceEqual(entry.Missing) => facts.After(new(entry.Seq, entry.At, leaf, attempt)),
            Outcome.Accepted => throw new ReplayException($"entry {entry.Seq} does not say what it was accepted without"),
            Outcome.Refused refused => throw new ReplayException($"entry {entry.Seq} is against {string.Join(", ", refused.Refusals.Select(refusal => $"{refusal.Rule} {refusal.Because}"))}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>The record holds what the rules would not have accepted: its keeper must be asked, and nothing be released on it.</summary>
public sealed class ReplayException(string message) : Exception(message);
