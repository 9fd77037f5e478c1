using System.Collections.Immutable;

namespace Azukari.Domain.Permits;

/// <summary>A decision that a carry-out waits for (R9). Whether a given person may take it is the rules' to say.</summary>
/// <param name="Awaited">The duties whose signature is missing; never empty. Several only where an urgent grant went before.</param>
/// <param name="Since">Since when it waits for them: from the entry after which they were next.</param>
public sealed record Decision(ImmutableArray<Role> Awaited, DateTimeOffset Since)
{
    /// <summary>What it waits for, or null where nobody has to decide anything.</summary>
    public static Decision? Of(CarryOut carryOut) => carryOut switch
    {
        { HasEnded: true } => null,
        { Permit: null, Endorsed: null } => new([Role.InformationManager], carryOut.PlanAt.At),
        // Under a series everybody but the approver has signed before anything was asked.
        { Permit: null, Endorsed: { } endorsed } => new([Role.Approver], endorsed.At > carryOut.PlanAt.At ? endorsed.At : carryOut.PlanAt.At),
        { Urgent: { } urgent } when UrgentRules.Missing(carryOut) is { IsEmpty: false } missing => new(missing, urgent.Mark.At),
        _ => null,
    };
}
