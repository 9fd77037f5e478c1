using Azukari.Domain.Engagements;

namespace Azukari.Domain.Watch;

/// <summary>What is due for the registers: the count of media (R21), whose misses are incidents, and copies that must be gone (R22).</summary>
internal static class RegisterStages
{
    internal static IEnumerable<Stage> OfMedia(Engagement facts)
    {
        var used = facts.Media.Values.Where(medium => medium.Ended is null).ToArray();
        if (facts.Ended is not null || used.Length == 0) yield break;

        if ((facts.Inventory?.Mark ?? used.Select(medium => medium.Since).OfType<Mark>().MinBy(since => since.At)) is { At: var counted })
            yield return new(DeadlineKind.Inventory, counted, counted.AddDays(facts.MediaPolicy.InventoryDays));
    }

    /// <summary>A copy outlives its carry-out, and so does what is due about it.</summary>
    internal static IEnumerable<Stage> OfCopies(CarryOut carryOut) => carryOut.Copies.Values
        .Where(copy => copy.Gone is null)
        .OrderBy(copy => copy.Registered.Copy.Value, StringComparer.Ordinal)
        .Select(copy => new Stage(DeadlineKind.CopyGone, copy.Mark.At, copy.Registered.EndsAt, copy.Registered.Copy.Value));
}
