using Azukari.Domain.Applications;
using Azukari.Domain.Closing;
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

    internal static Engagement Granted(Engagement before, CarryOut carryOut, ThreeKeys keys, Mark mark, PersonId approver)
    {
        var after = before.With(carryOut with { Permit = new(mark, keys, approver) });
        return new[] { keys.Owner, keys.Contractor, keys.Destination }.Aggregate(after, (state, key) => KeyFold.Named(state, key, carryOut.Id));
    }

    internal static Engagement Granted(Engagement before, GrantUrgently act, Mark mark, PersonId approver)
    {
        var carryOut = (before.Find(act.CarryOut) ?? new(act.CarryOut, act.Plan!, mark, null)) with { Urgent = new(mark, act.Why!) };
        return Granted(CarryOutFold.Bound(before, carryOut.Plan.Media, carryOut.Id), carryOut, act.Keys, mark, approver);
    }

    /// <summary>Whoever signs afterwards has signed like everybody before: as applicant, or as endorser.</summary>
    internal static CarryOut Countersigned(CarryOut carryOut, Signer signer, Mark mark) => signer.Role == Role.ProjectManager
        ? carryOut with { Applicant = signer.Person }
        : carryOut with { Endorsed = mark, Endorser = signer.Person };

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
