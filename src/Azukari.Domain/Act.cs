using System.Collections.Immutable;

namespace Azukari.Domain;

/// <summary>Something that a person or a machine does and the record keeps. Accepted, it is an event; not accepted, it was an attempt.</summary>
/// <remarks>Closed at this assembly: one file of cases per feature folder.</remarks>
public abstract record Act
{
    private protected Act() { }

    /// <summary>The carry-out it belongs to, or null where it concerns the engagement as a whole.</summary>
    public virtual CarryOutId? Subject => null;

    /// <summary>Whether it only makes data less reachable. Such an act is never refused for what has lapsed meanwhile (R32, R35).</summary>
    public virtual bool IsSafety => false;

    private protected abstract void Closed();
}

/// <summary>That a person was at a station: the station showed a short-lived code nowhere else, and its own signature over the act says that this was the code (R11).</summary>
public sealed record Presence(StationId Station, Digest Nonce);

/// <summary>A person's verified signature under an act.</summary>
/// <param name="Person">The signer's pseudonym.</param>
/// <param name="Organisation">The one organisation through which the signer acts.</param>
/// <param name="Role">The duty in which the signer signs.</param>
/// <param name="Key">The key that made the signature.</param>
/// <param name="On">The leaf of the entry that the statement answers.</param>
/// <param name="Until">The last moment at which the statement may be accepted, inclusive.</param>
/// <param name="Statement">SHA-256 of the exact bytes that were signed; a statement counts once.</param>
public sealed record Signer(PersonId Person, OrganisationId Organisation, Role Role, Digest Key, Digest On, DateTimeOffset Until, Digest Statement);

/// <summary>A station's or key holder's verified signature under an act: its key and the entry that its words answer.</summary>
public sealed record MachineSigner(Digest Key, Digest On);

/// <summary>An act together with the signatures that were found good. Whether they are the right ones is for the rules.</summary>
public sealed record Attempt(Act Act, ImmutableArray<Signer> Signers, MachineSigner? Machine = null);

/// <summary>An accepted act at its place in the record.</summary>
/// <param name="Seq">Its place, dense from 0; also its leaf index.</param>
/// <param name="At">The service's time.</param>
/// <param name="Leaf">The hash of the entry as stored.</param>
/// <param name="Attempt">What was accepted.</param>
public sealed record Recorded(long Seq, DateTimeOffset At, Digest Leaf, Attempt Attempt);
