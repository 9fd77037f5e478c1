using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.Permits;

/// <summary>How an application or permit follows from what is changed in it (R9).</summary>
internal static class PermitFold
{
    internal static Engagement Amended(Engagement before, CarryOut carryOut, Amend act, Attempt attempt, Mark mark)
    {
        var after = Cosigned(carryOut with { Plan = act.Plan, Amended = mark }, attempt, mark);
        var freed = CarryOutFold.Bound(before, [.. carryOut.Plan.Media.Except(act.Plan.Media)], null);

        return CarryOutFold.Bound(freed.With(after), act.Plan.Media, carryOut.Id);
    }

    internal static CarryOut Extended(CarryOut carryOut, Extend act, Attempt attempt, Mark mark) => Cosigned(carryOut, attempt, mark) with
    {
        Plan = carryOut.Plan with { Window = act.Window },
        Extended = carryOut.Extended.Union(ExtensionRules.PutOff(carryOut.Plan.Window!, act.Window)),
    };

    private static CarryOut Cosigned(CarryOut carryOut, Attempt attempt, Mark mark) => carryOut with
    {
        Permit = carryOut.Permit is { } permit ? permit with { Changed = mark } : null,
        Cosigned = carryOut.Cosigned.Union(attempt.Signers.Select(signer => new Filled(signer.Role, signer.Person))),
    };
}
