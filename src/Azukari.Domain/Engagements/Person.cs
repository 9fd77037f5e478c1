using System.Collections.Immutable;

namespace Azukari.Domain.Engagements;

/// <summary>An enrolled person.</summary>
/// <param name="Id">The pseudonym.</param>
/// <param name="Organisation">The one employer.</param>
/// <param name="Key">The signing key.</param>
/// <param name="Seen">Whether the owner's officer has seen the person and an employer's document; a root person is seen by the genesis.</param>
/// <param name="Terms">Every duty that the person has, had or will have.</param>
public sealed record Person(PersonId Id, OrganisationId Organisation, SigningKeyFact Key, bool Seen, ImmutableArray<Term> Terms)
{
    /// <summary>Whether somebody of the owner has signed to have met the person. A genesis lets its roots sign from the first moment on; it is no colleague's word.</summary>
    public bool Met { get; init; }

    /// <summary>When the person left the employer, or null. The name stays known: what the person holds has to come home (R35).</summary>
    public Mark? Left { get; init; }

    /// <summary>The key with which the person signs at the screens of stations, or null; it counts only beside a station's own signature (R1, R11).</summary>
    public SigningKeyFact? KeyAtStations { get; init; }

    /// <summary>The entry by which two colleagues replaced a lost key, the last time; null where the key is the first.</summary>
    public Mark? Rekeyed { get; init; }

    /// <summary>The versions of the manual that the person has acknowledged (R3).</summary>
    public ImmutableHashSet<int> Acknowledged { get; init; } = [];

    /// <summary>Completed courses by the digest of the course, each as it was recorded last (R4).</summary>
    public ImmutableDictionary<Digest, Training> Trainings { get; init; } = ImmutableDictionary<Digest, Training>.Empty;

    /// <summary>Whether that key is the person's, here or at stations.</summary>
    public bool Has(Digest key) => Key.Id == key || KeyAtStations?.Id == key;

    /// <summary>Whether the person holds the duty at that moment.</summary>
    public bool Holds(Role role, DateTimeOffset now) => Left is null && Terms.Any(term => term.Role == role && term.Covers(now));

    /// <summary>Whether the person has ever been appointed to the duty until that moment.</summary>
    public bool Held(Role role, DateTimeOffset now) => Terms.Any(term => term.Role == role && term.From <= now);
}

/// <summary>A duty from one moment to another, both inclusive (R2). One whose last moment precedes its first was never held.</summary>
/// <param name="Role">The duty.</param>
/// <param name="From">Its first moment.</param>
/// <param name="Until">Its last moment.</param>
/// <param name="Deputises">Whose deputy the person is, or null. A deputy signs in the own name and is a person of its own.</param>
public sealed record Term(Role Role, DateTimeOffset From, DateTimeOffset Until, PersonId? Deputises = null)
{
    /// <summary>Whether the duty is held at that moment.</summary>
    public bool Covers(DateTimeOffset now) => From <= now && now <= Until;

    internal bool Overlaps(Term other) => From <= Until && other.From <= other.Until && From <= other.Until && other.From <= Until;

    /// <summary>The terms without this duty from that moment on.</summary>
    internal static ImmutableArray<Term> Ended(ImmutableArray<Term> terms, Role role, DateTimeOffset from) =>
    [
        .. terms.Where(term => term.Role != role || term.From < from)
            .Select(term => term.Role == role && term.Until >= from ? term with { Until = from.AddMilliseconds(-1) } : term),
    ];
}

/// <summary>A completed course (R4).</summary>
/// <param name="Mark">The entry that recorded it.</param>
/// <param name="Completed">When the person completed it.</param>
/// <param name="Expires">The last moment at which it counts.</param>
public sealed record Training(Mark Mark, DateTimeOffset Completed, DateTimeOffset Expires)
{
    /// <summary>Whether it counts at that moment.</summary>
    public bool IsValid(DateTimeOffset now) => Completed <= now && now <= Expires;
}
