namespace Azukari.TransparencyLog;

/// <summary>A log whose checkpoints count. Its key is of type <see cref="NoteAlgorithm.Ed25519"/> and named like its origin.</summary>
public sealed record PolicyLog(NoteVerifier Key, string? Url = null);

/// <summary>A witness. Its name has meaning inside the policy only; its key is of type <see cref="NoteAlgorithm.CosignatureV1"/>.</summary>
public sealed record PolicyWitness(string Name, NoteVerifier Key, string? Url = null);

/// <summary>A group counts as having seen a checkpoint when at least <see cref="Threshold"/> of its members have.</summary>
public sealed class PolicyGroup(string name, int threshold, params IReadOnlyList<string> members)
{
    /// <summary>Its name inside the policy.</summary>
    public string Name { get; } = name;

    /// <summary>From 1 to the number of members.</summary>
    public int Threshold { get; } = threshold;

    /// <summary>Names of witnesses and groups that stand before it; each belongs to one group at most, so that nobody counts twice.</summary>
    public IReadOnlyList<string> Members { get; } = [.. members];
}
