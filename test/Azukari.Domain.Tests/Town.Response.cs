using Azukari.Domain.Incidents;

namespace Azukari.Domain.Tests;

/// <summary>What the town does about an incident.</summary>
internal sealed partial class Town
{
    internal static readonly IncidentId First = new("incident-1");

    internal static readonly LawDuty Report = new(new("jp-private"), "2022-04-01.1", Contractor, Incidents.Laws.BreachDuty.PromptReport, new(2022, 6, 23), new(2022, 6, 23));

    internal Attempt FromLabel(string number = SealNumber) => new(new ReportFromLabel(CaseId, number, LossKind.FoundByOthers), []);

    internal Attempt Assigned(int? task, Func<AssignTask, AssignTask>? change = null)
    {
        var kind = Facts.FindIncident(First)?.Tasks.FirstOrDefault(known => known.Number == task)?.Kind ?? TaskKind.EnquiryDesk;
        var act = new AssignTask(First, task, kind, Carrier, Clock.AddHours(2));
        return By(change?.Invoke(act) ?? act, null, (Manager, Role.ProjectManager));
    }

    internal Attempt Finished(int task, PersonId? by = null) => By(new FinishTask(First, task, Hash("evidence")), null, (by ?? Carrier, Role.Member));

    internal Attempt Excused(int task) => By(new ExcuseTask(First, task, Hash("reason")), null, (Officer, Role.SecurityOfficer));

    internal Attempt LawSet(LawDuty? law = null) => new(new SetLawDuty(First, law ?? Report), []);

    internal Attempt IncidentClosed() => By(new CloseIncident(First), null, (Officer, Role.SecurityOfficer), (Executive, Role.InformationManager));
}
