using Azukari.Domain.Applications;
using Azukari.Domain.Custody;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;

namespace Azukari.Domain.Tests.Properties;

/// <summary>R2: duties that are two stay two people, through deputies, transfers and amendments.</summary>
internal static class DutyLaws
{
    internal static readonly Law Apart = new(nameof(Apart), history => history.Where(step => step.IsAccepted)
        .SelectMany(step => step.After.CarryOuts.Values.Where(carryOut => IsOne(step, carryOut)).Select(carryOut => $"{carryOut.Id} after {step}")));

    internal static readonly Law Signed = new(nameof(Signed), history => LawTable.OfCases(history)
        .SelectMany(row => row.Step.Attempt.Signers.Where(signer => Excluded(row.Step, row.Earlier, signer)).Select(signer => $"{signer.Person} at {row.Step}")));

    internal static readonly Law Accompanied = new(nameof(Accompanied), history => LawTable.OfCases(history)
        .Where(row => row.Step.Act is HandOver { Courier: null } act && row.Case is { Custody.HasLeft: false, Plan.Method: TransferMethod.Accompanied }
            && row.Step.After.Find(row.Case.Id) is { Custody.HasLeft: true }
            && !(act.To.Distinct().Count() >= 2 && act.To.Any(person => row.Step.Before.SideOf(person) == Side.Owner))).Select(row => $"{row.Step}"));

    internal static IEnumerable<Law> All => [Apart, Signed, Accompanied];

    /// <summary>Whether two of those who answer for it are one person.</summary>
    private static bool IsOne(Step step, CarryOut carryOut) =>
        (carryOut.Applicant is { } applicant && (applicant == carryOut.Endorser || applicant == carryOut.Permit?.Approver)) || (carryOut.Permit is { } permit && permit.Approver == carryOut.Endorser)
        || carryOut.Seal?.Operator == carryOut.Seal?.Witness && carryOut.Seal is not null
        || (carryOut.Permit is not null && carryOut.Permit.Approver == carryOut.Seal?.Witness && step.After.Waiver is null);

    /// <summary>Whether this person has signed before, about the same case, in a duty that excludes this one.</summary>
    private static bool Excluded(Step step, IReadOnlyList<Step> earlier, Signer signer)
    {
        bool Did<T>(Role role) where T : Act => earlier.Any(entry => entry.Act is T && entry.Attempt.Signers.Any(before => before.Person == signer.Person && before.Role == role));

        return step.Act switch
        {
            Endorse => Did<Apply>(Role.ProjectManager),
            Approve => Did<Apply>(Role.ProjectManager) || Did<Endorse>(Role.InformationManager),
            SealConsignment when signer.Role == Role.Witness && Did<Approve>(Role.Approver) => !step.Said.Any(said => said.Because == WitnessIsApprover),
            _ => false,
        };
    }
}
