namespace Azukari.Domain.Watch;

/// <summary>R15's clocks, as the owner's policy sets them. Minutes unless the name says otherwise; every value is at least 1.</summary>
/// <param name="OpenMinutes">Opened within, from arriving at the destination.</param>
/// <param name="EraseMinutes">Erased at the site within, from opening.</param>
/// <param name="AfterWorkMinutes">Erased at the site within, from the stated end of the work; the earlier of the two counts.</param>
/// <param name="EscalateMinutes">From one step of an alarm to the next.</param>
/// <param name="AnswerMinutes">How long one name may take to answer before the next one is called.</param>
/// <param name="GraceMinutes">From the deadline to the suspension of the keys.</param>
/// <param name="LossMinutes">From an outsider's report of loss to the end of the keys (R23).</param>
/// <param name="HomeHours">Back in its locked place within, from the site's erasure.</param>
/// <param name="SanitiseDays">Cleared, verified and confirmed within, from coming home.</param>
/// <param name="TaskHours">A task of the response within, from its beginning, until somebody is named with a time (R25).</param>
/// <param name="ReviewDays">A month reviewed within, from its end (R29).</param>
/// <param name="StockHours">A stock of one-time keys filled within, from falling low (R20).</param>
public sealed record ClockPolicy(
    int OpenMinutes, int EraseMinutes, int AfterWorkMinutes, int EscalateMinutes, int AnswerMinutes, int GraceMinutes, int LossMinutes, int HomeHours, int SanitiseDays, int TaskHours = 24, int ReviewDays = 14, int StockHours = 24)
{
    /// <summary>R15's default.</summary>
    public static ClockPolicy Default { get; } = new(60, 120, 30, 15, 15, 60, 60, 24, 7);

    internal bool IsPositive => new[] { OpenMinutes, EraseMinutes, AfterWorkMinutes, EscalateMinutes, AnswerMinutes, GraceMinutes, LossMinutes, HomeHours, SanitiseDays, TaskHours, ReviewDays, StockHours }.All(value => value >= 1);
}
