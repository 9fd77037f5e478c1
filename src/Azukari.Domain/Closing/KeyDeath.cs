namespace Azukari.Domain.Closing;

/// <summary>An evidenced destruction: the tombstone and where it stands in the record.</summary>
public sealed record KeyDeath(Mark Mark, Tombstone Tombstone);
