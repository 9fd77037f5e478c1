using System.Collections.Immutable;

namespace Azukari.Domain.Applications;

/// <summary>取扱い: which rows leave, why on a medium, where it is kept at the destination, and how it ends (R7, R8). A part that was not stated is null, and the rules say so.</summary>
/// <param name="Rows">Which rows of the datasets.</param>
/// <param name="WhyMedium">Salted commitment to the reason why no channel without media will do; online needs none.</param>
/// <param name="KeptWhere">Salted commitment to where it is kept at the destination.</param>
/// <param name="Erasure">How the media end.</param>
/// <param name="ResultsOf">戻り: the carry-out whose results go back with this one, the other way; null for a delivery. The same rules hold either way.</param>
/// <param name="BeyondTemplate">Each field that the template does not need, with a reason of its own; the approver sees it in red.</param>
public sealed record Handling(
    RowCondition? Rows, Digest? WhyMedium, Digest? KeptWhere, PlannedErasure? Erasure, CarryOutId? ResultsOf, ImmutableArray<FieldReason> BeyondTemplate)
{
    /// <summary>Nothing of it was stated.</summary>
    public static Handling Unstated { get; } = new(null, null, null, null, null, []);

    internal bool IsSame(Handling other) =>
        (Rows, WhyMedium, KeptWhere, Erasure, ResultsOf) == (other.Rows, other.WhyMedium, other.KeptWhere, other.Erasure, other.ResultsOf) && BeyondTemplate.SequenceEqual(other.BeyondTemplate);
}

/// <summary>Which rows leave.</summary>
public enum RowRange
{
    /// <summary>全件.</summary>
    Everything,

    /// <summary>条件による抽出: those for which a condition holds.</summary>
    Filtered,

    /// <summary>差分: only what changed since a delivery that was confirmed.</summary>
    ChangedSince,
}

/// <summary>The row condition (R7).</summary>
/// <param name="Range">Which rows.</param>
/// <param name="Filter">Salted commitment to the condition, where rows are filtered: its literals may be somebody's data.</param>
/// <param name="Since">The delivery that was confirmed, where only what changed leaves.</param>
public sealed record RowCondition(RowRange Range, Digest? Filter = null, CarryOutId? Since = null);

/// <summary>How the media end, as planned (R7, R19).</summary>
public enum PlannedErasure
{
    /// <summary>上書き消去: overwritten, and used again.</summary>
    Overwrite,

    /// <summary>物理破壊: destroyed before two witnesses; the only end of what cannot be overwritten.</summary>
    Destroy,
}

/// <summary>A field beyond the template and the salted commitment to its own reason (R8).</summary>
public sealed record FieldReason(DatasetId Dataset, string Field, Digest Why);
