using Azukari.Domain.Closing;

namespace Azukari.Domain.Tests;

/// <summary>How the town's carry-outs, copies and the engagement itself come to an end.</summary>
internal sealed partial class Town
{
    internal static readonly CopyId CallList = new("call-list");

    internal Attempt EndedDestroyed() => By(new EndDestroyed(CaseId), null, (Officer, Role.SecurityOfficer), (Executive, Role.InformationManager));

    internal Attempt EndedLost() => By(new EndLost(CaseId), null, (Officer, Role.SecurityOfficer), (Executive, Role.InformationManager));

    internal Attempt Attested(Digest recipient) => By(
        new AttestKeyDead(Facts.Keys.GetValueOrDefault(recipient)?.NamedBy, recipient, Hash("account")), null, (Officer, Role.SecurityOfficer), (Executive, Role.InformationManager));

    internal Attempt Copied(Func<RegisterCopy, RegisterCopy>? change = null)
    {
        var act = new RegisterCopy(CaseId, CallList, CopyKind.AtDestination, CallCentre, Day(30, 18, 0));
        return By(change?.Invoke(act) ?? act, null, (SiteOperator, Role.Operator));
    }

    internal Attempt Gone(CopyId? copy = null) => By(new ConfirmGone(CaseId, copy ?? CallList), null, (SiteOperator, Role.Operator), (SiteKeeper, Role.Keeper));

    internal Attempt Shut(StationId station) => By(new CloseStation(station), null, (Officer, Role.SecurityOfficer));

    internal Attempt EngagementClosed() => By(new CloseEngagement(Hash("bundle")), null, (Approver, Role.Approver), (Executive, Role.InformationManager));

    /// <summary>All three keys are destroyed by those who kept them; one that is dead already stays so.</summary>
    internal Town KillKeys()
    {
        foreach (var (key, machine) in new[] { (Keys.Owner, OwnerHolder), (Keys.Contractor, ContractorHolder), (Keys.Destination, KeyOf(OpenStation).Id) })
            if (!Case.IsDead(key)) Do(Destroyed(key, machine));

        return this;
    }

    /// <summary>Everything that stands in the way of the end is done.</summary>
    internal Town Emptied()
    {
        if (Facts.Find(CaseId)?.Loaded is not null)
        {
            Do(Copied());
            Do(Gone());
        }

        foreach (var medium in Facts.Media.Values.Where(medium => medium.Ended is null).Select(medium => medium.Id).ToArray()) Do(Freed(medium));
        foreach (var station in Facts.Stations.Values.Where(station => station.Closed is null).Select(station => station.Id).ToArray()) Do(Shut(station));

        return this;
    }
}
