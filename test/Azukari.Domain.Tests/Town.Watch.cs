using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests;

/// <summary>What happens in the town when nobody does anything.</summary>
internal sealed partial class Town
{
    internal Attempt Passed(DeadlineKind kind, int step = 1, int call = 0) => new(new DeadlinePassed(CaseId, kind, null, step, call), []);

    /// <summary>The earliest deadline, which is due by the town's clock.</summary>
    internal Attempt Due() => new(Deadlines.Of(Facts)[0].Passed, []);

    internal Attempt Told(DeadlineKind kind, int step, PersonId person) => By(new AcknowledgeAlarm(CaseId, kind, null, step), null, (person, Role.Member));

    internal Attempt Lifted() => By(new LiftSuspension(CaseId), null, (Approver, Role.Approver), (Manager, Role.ProjectManager));

    internal Attempt Calls(Func<SetCallList, SetCallList>? change = null)
    {
        var act = new SetCallList(Contractor, [Sealer], [Executive, Sealer], [Executive]);
        return By(change?.Invoke(act) ?? act, null, (Manager, Role.ProjectManager));
    }

    /// <summary>Lets the watch write everything that is due until this moment, each entry at its own time.</summary>
    internal Town Wait(DateTimeOffset until)
    {
        while (Deadlines.Of(Facts) is [var next, ..] && next.Due <= until) At(next.Due > Clock ? next.Due : Clock).Accepts(new(next.Passed, []));

        return At(until);
    }
}
