using System.Collections.Immutable;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.Closing;

/// <summary>Kinds of records whose names and digests are erased on a day of their own (R36).</summary>
public enum RecordKind
{
    /// <summary>Applications, permits and everything that followed.</summary>
    CarryOuts,

    /// <summary>The media register with its certificates.</summary>
    Media,

    /// <summary>Who the pseudonyms are.</summary>
    StaffNames,

    /// <summary>Reports, tasks and notices.</summary>
    Incidents,

    /// <summary>The index by which a found dump is traced (R28); itself personal data.</summary>
    TraceIndex,
}

/// <summary>How long one kind is kept.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Months">Months after the fiscal year in which the engagement ended, at least 0.</param>
public sealed record RetentionPeriod(RecordKind Kind, int Months);

/// <summary>How long each kind of record is kept: data of the owner's policy, since towns differ.</summary>
/// <param name="Periods">One for each kind; a kind that is not named is kept as long as the longest.</param>
public sealed record RetentionPolicy(ImmutableArray<RetentionPeriod> Periods)
{
    /// <summary>Five years, and nothing for the trace index, which serves a running engagement only.</summary>
    public static RetentionPolicy Default { get; } = new(
    [
        new(RecordKind.CarryOuts, 60), new(RecordKind.Media, 60), new(RecordKind.StaffNames, 60), new(RecordKind.Incidents, 60), new(RecordKind.TraceIndex, 0),
    ]);

    internal bool IsUsable => !Periods.IsEmpty && Periods.All(period => period.Months >= 0) && Periods.Select(period => period.Kind).Distinct().Count() == Periods.Length;
}

/// <summary>R36: from which day names and digests are to be erased.</summary>
public static class Retention
{
    /// <summary>The first day on which this kind is no longer kept, or null while the engagement runs.</summary>
    /// <remarks>Counted as municipal records are: from the day after the fiscal year in which the matter ended.</remarks>
    public static DateOnly? EraseFrom(Engagement facts, RecordKind kind)
    {
        if (facts.Ended is not { Mark.At: var ended }) return null;

        var periods = (facts.Policy?.Retention ?? RetentionPolicy.Default).Periods;
        var months = periods.FirstOrDefault(period => period.Kind == kind)?.Months ?? periods.Max(period => period.Months);
        return facts.Calendar.DateOf(facts.Calendar.FiscalYearEnd(ended)).AddDays(1).AddMonths(months);
    }
}
