using Azukari.Domain.Engagements;
using Azukari.Domain.Permits;

namespace Azukari.Domain.Watch;

/// <summary>What is due for the registers: the count of media (R21), whose misses are incidents, copies that must be gone (R22), months to be reviewed (R29), stocks of keys to be filled (R20).</summary>
internal static class RegisterStages
{
    internal static IEnumerable<Stage> OfMedia(Engagement facts)
    {
        var used = facts.Media.Values.Where(medium => medium.Ended is null).ToArray();
        if (facts.Ended is not null || used.Length == 0) yield break;

        if ((facts.Inventory?.Mark ?? used.Select(medium => medium.Since).OfType<Mark>().MinBy(since => since.At)) is { At: var counted })
            yield return new(DeadlineKind.Inventory, counted, counted.AddDays(facts.MediaPolicy.InventoryDays));
    }

    /// <summary>The oldest month that nobody has reviewed; the next one is asked for after it. What did not belong to the engagement owes nothing.</summary>
    internal static IEnumerable<Stage> OfReviews(Engagement facts)
    {
        if (Months.Owed(facts) is not { } month) yield break;

        var ended = facts.Calendar.StartOf(month.AddMonths(1));
        yield return new(DeadlineKind.MonthReview, ended, ended.AddDays(facts.Clock.ReviewDays), month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>A stock of one-time keys that fell low; a holder fills its own, at a station somebody has to.</summary>
    internal static IEnumerable<Stage> OfKeys(Engagement facts) => KeyStock.Of(facts)
        .Where(stock => stock.LowSince is not null)
        .Select(stock => new Stage(DeadlineKind.KeyStock, stock.LowSince!.Value, stock.LowSince.Value.AddHours(facts.Clock.StockHours), stock.Machine));

    /// <summary>A copy outlives its carry-out, and so does what is due about it.</summary>
    internal static IEnumerable<Stage> OfCopies(CarryOut carryOut) => carryOut.Copies.Values
        .Where(copy => copy.Gone is null)
        .OrderBy(copy => copy.Registered.Copy.Value, StringComparer.Ordinal)
        .Select(copy => new Stage(DeadlineKind.CopyGone, copy.Mark.At, copy.Registered.EndsAt, copy.Registered.Copy.Value));
}
