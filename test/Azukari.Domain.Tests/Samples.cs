using Azukari.Domain.Incidents;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests;

/// <summary>One correct attempt of every kind of act there is, as the journey and its incidents make them.</summary>
internal static class Samples
{
    /// <remarks>The last of each kind, so that a subject exists where the kind has one.</remarks>
    internal static IReadOnlyCollection<Attempt> OfEveryAct() => [.. Histories()
        .SelectMany(town => town.Record)
        .Select(entry => entry.Attempt)
        .GroupBy(attempt => attempt.Act.GetType())
        .Select(kind => kind.Last())];

    /// <summary>The records of a journey to its end, a decline, a loss and a giving up.</summary>
    internal static IEnumerable<Town> Histories()
    {
        yield return Until(Phase.Closed);

        var broken = Until(Phase.Home);
        broken.Do(broken.Broken(SecondStick));
        broken.KillKeys().Do(broken.Broken(of: CaseId));
        broken.Do(broken.EndedDestroyed());
        yield return broken;

        var gone = Until(Phase.Outside);
        gone.Do(gone.Counted());
        gone.Do(gone.WrittenOff(SecondStick));
        gone.Do(gone.Lost(Carrier));
        gone.Responded().KillKeys().Do(gone.EndedLost());
        gone.Do(gone.Copied());
        gone.Do(gone.Gone());
        gone.Emptied().Do(gone.EngagementClosed());
        yield return gone;

        var free = Until(Phase.Closed);
        free.Emptied().Do(free.EngagementClosed());
        yield return free;

        var declined = Until(Phase.Asked);
        declined.Do(declined.Declined());
        yield return declined;

        var changed = Until(Phase.Permitted);
        changed.Do(changed.Amended(plan => plan with { Custodians = [Sealer, CityCarrier] }));
        changed.Do(changed.Extended(window => window with { OutBy = window.OutBy.AddMinutes(30) }));
        changed.Do(changed.Withdrawn());
        changed.Do(changed.Destroyed(Keys.Owner, OwnerHolder, Closing.DestructionCause.Withdrawn));
        yield return changed;

        var series = Founded();
        series.HasSeries();
        series.Do(series.AskedUnder());
        series.Do(series.Approved());
        series.Do(series.SeriesEnded());
        yield return series;

        var urgent = Founded();
        urgent.Do(urgent.GrantedUrgently());
        urgent.Do(urgent.Countersigned(Manager, Role.ProjectManager));
        urgent.Wait(Town.Day(22, 0, 0));
        yield return urgent;

        var lost = Until(Phase.Outside);
        lost.Do(lost.By(new ReportLoss(CaseId, LossKind.Stolen, OnBehalfOf: Carrier), null, (SubRoot, Role.Member)));
        lost.Do(lost.FoundBy(SiteKeeper));
        lost.Do(lost.Lost(Carrier));
        lost.Do(lost.GaveUp());
        lost.Do(lost.FromLabel());
        lost.Do(lost.LawSet());
        lost.Do(lost.Assigned(1));
        lost.Do(lost.Finished(1));
        for (var task = 2; task <= lost.Facts.FindIncident(First)!.Tasks.Length; task++) lost.Do(lost.Excused(task));
        lost.Do(lost.IncidentClosed());
        yield return lost;

        var two = Until(Phase.Sealed).AndAnother();
        two.Do(two.CountedTogether());
        yield return two;

        var burnt = Until(Phase.Outside);
        burnt.Do(burnt.Attested(Keys.Owner));
        yield return burnt;

        var late = Until(Phase.Outside);
        late.Do(late.Calls());
        foreach (var minutes in new[] { 0, 15, 15, 30 }) late.At((minutes == 0 ? Window.OpenBy : late.Clock).AddMinutes(minutes)).Do(late.Due());
        late.Do(late.Told(DeadlineKind.Opening, 1, Manager));
        yield return late;

        var moving = Until(Phase.Asked);
        moving.Do(moving.Waived());
        moving.Do(moving.Submitted(2));
        moving.Do(moving.Read(Manager, 2));
        moving.Do(moving.ApprovedManual(2));
        moving.Join(Newcomer, Role.ProjectManager, manual: 2);
        moving.Do(moving.Rekeyed(Manager, KeyOf(new PersonId("c-manager-key-2")), (ContractorRoot, Role.Representative), (Sealer, Role.Member)));
        moving.Do(moving.KeyAdded(Manager, KeyOf(new PersonId("c-manager-screen")) with { Form = KeyForm.Hardware, Origin = "http://localhost:5640" }, (Manager, Role.Member), (Sealer, Role.Member)));
        moving.Do(moving.Transferred(Manager, Newcomer));
        moving.Do(moving.Ended(Manager, Role.ProjectManager));
        moving.Do(moving.Left(Manager));
        moving.Do(moving.Withdrawn(CourierCompany));
        yield return moving;

        var watched = Until(Phase.Permitted);
        watched.Do(watched.Plugged(Bench));
        watched.Do(watched.Tallied(new(2022, 6, 19), new RefusalCount(Reason.TooLate, 2)));
        watched.Do(watched.Drilled());
        yield return watched;

        var stopped = Until(Phase.Outside);
        stopped.Do(stopped.Lost(HomeKeeper));
        stopped.Do(stopped.FoundBy(SiteKeeper));
        stopped.Do(stopped.Lifted());
        yield return stopped;
    }
}
