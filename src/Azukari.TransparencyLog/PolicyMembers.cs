namespace Azukari.TransparencyLog;

/// <summary>A log whose checkpoints count. Its key is of type <see cref="NoteAlgorithm.Ed25519"/> and named like its origin.</summary>
public sealed record PolicyLog(NoteVerifier Key, string? Url = null);

/// <summary>A witness. Its name has meaning inside the policy only; its key is of type <see cref="NoteAlgorithm.CosignatureV1"/>.</summary>
public sealed record PolicyWitness(string Name, NoteVerifier Key, string? Url = null);

/// <summary>A group counts as having seen a checkpoint when at least <paramref name="Threshold"/> of its members have.</summary>
/// <param name="Name">Its name inside the policy.</param>
/// <param name="Threshold">From 1 to the number of members.</param>
/// <param name="Members">Names of witnesses and groups that stand before it; each belongs to one group at most, so that nobody counts twice.</param>
public sealed record PolicyGroup(string Name, int Threshold, IReadOnlyList<string> Members);
