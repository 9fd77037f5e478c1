using Azukari.Domain;

namespace Azukari.Server.Applications;

/// <summary>Beside which field of the form a rule's word stands; nothing for what concerns the whole.</summary>
internal static class RefusalField
{
    internal static string Of(Refusal refusal, DraftFields fields) => refusal.Because switch
    {
        Reason.PurposeNotStated => "purpose",
        Reason.MediumReasonMissing => "why",
        Reason.KeepingNotStated => "kept",
        Reason.ErasureNotStated or Reason.ErasureUnsuited => "erasure",
        Reason.RowsNotStated or Reason.NothingDelivered => "rows",
        Reason.ResultsOfNothing => "results",
        Reason.PeopleNotCounted => "people",
        Reason.MarginTooLarge => "most",
        Reason.NoMedium or Reason.TooManyMedia or Reason.MediumNotRegistered or Reason.MediumNotAtHome or Reason.MediumInUse or Reason.MediumHasEnded or Reason.OnlineNeedsNoMedium => "media",
        Reason.StationUnknown or Reason.StationElsewhere or Reason.SiteUnknown or Reason.CrossingNotAllowed => "opening",
        Reason.MethodNotStated or Reason.AloneIsNotAMethod => "method",
        Reason.CourierNotNamed or Reason.CourierNotApproved => "courier",
        Reason.WindowNotStated or Reason.WindowOutOfOrder or Reason.WindowTooLong or Reason.TooLate or Reason.SeriesQuarterOver => "out",
        Reason.NoCustodians or Reason.AccompaniedNeedsTwo => "custodians",
        Reason.NothingAskedFor or Reason.FieldBeyondTemplate or Reason.DatasetNotCatalogued or Reason.FieldNotCatalogued or Reason.PersonKeyNotAsked or Reason.ClassesLapsed or Reason.FieldNamedTwice => "data",
        _ when refusal.About is { } about && fields.Has($"custodian.{about}") => "custodians",
        _ => "",
    };
}
