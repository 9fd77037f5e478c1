using Azukari.Domain.Applications;

namespace Azukari.Domain.Tests;

/// <summary>Several carry-outs of the same kind under one approval.</summary>
internal sealed partial class Town
{
    internal static readonly SeriesId SeriesCode = new("june-calls");

    internal static SeriesScope Scope => new(Template, Hash("purpose"), [new(Residents, ["id", "name"])], DataCentre, CallCentre, TransferMethod.Accompanied, Most: 2, 2022, Quarter: 2);

    internal Series TheSeries => Facts.Series[SeriesCode];

    internal Attempt SeriesAsked(Func<SeriesScope, SeriesScope>? change = null) => By(new AskSeries(SeriesCode, change?.Invoke(Scope) ?? Scope), null, (Manager, Role.ProjectManager));

    internal Attempt SeriesEndorsed() => By(new EndorseSeries(SeriesCode), null, (Executive, Role.InformationManager));

    internal Attempt SeriesApproved() => By(new ApproveSeries(SeriesCode), null, (Approver, Role.Approver));

    internal Attempt SeriesEnded() => By(new EndSeries(SeriesCode), null, (Approver, Role.Approver));

    /// <summary>A series that is granted, of at most so many.</summary>
    internal Town HasSeries(int most = 2)
    {
        Do(Decree(policy => policy with { MostInSeries = most }));
        Do(SeriesAsked(scope => scope with { Most = most }));
        Do(SeriesEndorsed());
        Do(SeriesApproved());
        return this;
    }

    internal Attempt AskedUnder(Func<CarryPlan, CarryPlan>? change = null, CarryOutId? id = null) =>
        By(new Apply(id ?? CaseId, change?.Invoke(Plan) ?? Plan, SeriesCode), null, (Manager, Role.ProjectManager));
}
