namespace Azukari.Domain;

/// <summary>Which reasons say only that somebody's standing or an occasion is missing, and not that the act is false. For a safety act these are noted, never in the way (R35).</summary>
internal static class Standing
{
    internal static bool IsOnly(Refusal refusal) => refusal.Because is
        Reason.StatementExpired or Reason.PersonNotSeenByOfficer or Reason.RoleNotHeld or Reason.RoleNotForThisAct or Reason.RoleOfOtherSide or
        Reason.TooLate or Reason.OperatorMissing or Reason.WitnessMissing or Reason.ClearAtSiteFirst or Reason.SecondPersonMissing or Reason.PresenceNotShown or Reason.GiverNotCustodian or
        Reason.CustodiansTooFew or Reason.SealNumberDiffers or Reason.ParcelDiffers or Reason.MediumNotAtHome or
        Reason.OrganisationWithdrawn or Reason.PersonHasLeft or Reason.ListNotSignedThisQuarter or Reason.PersonNotOnList or
        Reason.AdministratorActsNot or Reason.AuditorActsNot or Reason.NoManualInForce or Reason.ManualNotAcknowledged or
        Reason.TrainingNotRecorded or Reason.TrainingExpired
        || refusal is { Rule: Rule.R14, Because: Reason.GiverMissing }; // Under R23 it is the reporter: a report that nobody signed touches no key.
}
