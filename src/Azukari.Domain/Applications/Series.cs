using Azukari.Domain.Engagements;

namespace Azukari.Domain.Applications;

/// <summary>包括: carry-outs of the same template, fields, sites and method in one quarter, under one approval (R9).</summary>
public sealed record Series(SeriesId Id, SeriesScope Scope, Mark Asked, PersonId Asker)
{
    /// <summary>The endorsement.</summary>
    public Mark? Endorsed { get; init; }

    /// <summary>Who endorsed.</summary>
    public PersonId? Endorser { get; init; }

    /// <summary>The approval.</summary>
    public Mark? Approved { get; init; }

    /// <summary>Who approved.</summary>
    public PersonId? Approver { get; init; }

    /// <summary>When either side ended it, or null.</summary>
    public Mark? Ended { get; init; }

    /// <summary>The carry-outs that count towards its number: all but those of which nothing became.</summary>
    public IEnumerable<CarryOut> Members(Engagement facts) =>
        facts.CarryOuts.Values.Where(carryOut => carryOut.Series == Id && carryOut is { Declined: null, Withdrawn: null, Voided: null });
}

/// <summary>How a series follows from the record, and a carry-out from its series.</summary>
internal static class SeriesFold
{
    internal static Engagement Asked(Engagement before, AskSeries act, PersonId asker, Mark mark) =>
        before with { Series = before.Series.Add(act.Series, new(act.Series, act.Scope, mark, asker)) };

    internal static Engagement Changed(Engagement before, SeriesId id, Func<Series, Series> change) =>
        before with { Series = before.Series.SetItem(id, change(before.Series[id])) };

    /// <summary>Those who signed the series have signed every carry-out of it, and are kept apart in each (R2).</summary>
    internal static CarryOut Under(Engagement before, CarryOut asked, SeriesId id) => before.Series[id] is var series ? asked with
    {
        Series = id,
        Endorsed = series.Endorsed,
        Endorser = series.Endorser,
        Cosigned = [new(Role.ProjectManager, series.Asker), new(Role.Approver, series.Approver!)],
    } : asked;
}
