using Azukari.Domain.Incidents;
using Azukari.Domain.Sealing;

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

    internal static readonly CarryOutId Other = new("carry-2");

    /// <summary>A second carry-out of the same people and the same source, sealed onto the other medium.</summary>
    internal Town AndAnother(Func<SealMeasured, SealMeasured>? measured = null)
    {
        var keys = new Permits.ThreeKeys(Hash("r2-owner"), Hash("r2-contractor"), Hash("r2-destination"));
        Do(Deposit(keys.Owner, OwnerHolder));
        Do(Deposit(keys.Contractor, ContractorHolder));
        Do(Deposit(keys.Destination, KeyOf(OpenStation).Id));
        Do(Ask(plan => plan with { Media = [SecondStick] }, Other));
        Do(By(new Applications.Endorse(Other), null, (Executive, Role.InformationManager)));
        Do(By(new Permits.Approve(Other, keys), null, (Approver, Role.Approver)));
        var sealedAs = Spread((measured ?? (same => same))(Measured(Facts.Find(Other)!.Plan) with { Keys = keys, SealNumber = "A-002" }));
        Do(By(new SealConsignment(Other, new(SealStation, Hash("code")), sealedAs), KeyOf(SealStation).Id, (Sealer, Role.Operator), (Witness, Role.Witness)));
        return this;
    }

    /// <summary>Both carry-outs counted together at the source.</summary>
    internal Attempt CountedTogether(long people = 150, Func<CountUnion, CountUnion>? change = null)
    {
        var act = new CountUnion([CaseId, Other], new(people, [new(Residents, people)]));
        return By(change?.Invoke(act) ?? act, KeyOf(SealStation).Id, (Officer, Role.SecurityOfficer));
    }

    /// <summary>Of every open incident everything is excused and both sides close it.</summary>
    internal Town Responded()
    {
        foreach (var incident in Facts.Incidents.Where(incident => incident.IsOpen))
        {
            foreach (var task in incident.Tasks.Where(task => task.End is null)) Do(By(new ExcuseTask(incident.Id, task.Number, Hash("reason")), null, (Officer, Role.SecurityOfficer)));
            Do(By(new CloseIncident(incident.Id), null, (Officer, Role.SecurityOfficer), (Executive, Role.InformationManager)));
        }

        return this;
    }

    internal Attempt IncidentClosed() => By(new CloseIncident(First), null, (Officer, Role.SecurityOfficer), (Executive, Role.InformationManager));
}
