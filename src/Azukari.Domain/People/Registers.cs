using System.Collections.Immutable;

namespace Azukari.Domain.People;

/// <summary>Who works for an organisation, as its representative signed it. It holds for the calendar quarter of its entry, without grace: it takes one signature, and no safety act waits for it (R1, R35).</summary>
/// <param name="Mark">The entry.</param>
/// <param name="People">The organisation's own people.</param>
public sealed record StaffList(Mark Mark, ImmutableHashSet<PersonId> People);

/// <summary>One version of the operation manual (R3).</summary>
/// <param name="Version">Its number, from 1; a version is never given to another text.</param>
/// <param name="Text">SHA-256 of the document.</param>
/// <param name="Submitted">The project manager's entry; whoever approves or acknowledges it answers this one.</param>
/// <param name="Approved">The owner's approval, or null.</param>
public sealed record Manual(int Version, Digest Text, Mark Submitted, Mark? Approved = null);

/// <summary>小規模団体の特例: the approver may be the witness of the same carry-out (R2). Every seal made under it says so.</summary>
/// <param name="Mark">The entry, signed by two people of the owner.</param>
/// <param name="LastDay">The last moment; never after the fiscal year in which it was signed.</param>
public sealed record SeparationWaiver(Mark Mark, DateTimeOffset LastDay);
