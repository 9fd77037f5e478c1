namespace Azukari.Domain.People;

/// <summary>R2: of those whose signatures a carry-out rests on, nobody fills two duties, whichever of its papers they sign.</summary>
internal static class ApartRules
{
    internal static IEnumerable<Refusal> Against(CarryOut carryOut, Attempt attempt)
    {
        foreach (var signer in attempt.Signers)
        {
            bool HasFilled(Role duty) => carryOut.HasFilled(duty, signer.Person);

            switch (signer.Role)
            {
                // Whoever holds both duties fills one of them: asking and supervising oneself is nobody's supervision.
                case Role.ProjectManager when HasFilled(Role.InformationManager):
                case Role.InformationManager when HasFilled(Role.ProjectManager):
                    yield return new(Rule.R2, Reason.SamePersonTwice, signer.Person.Value);
                    break;
                case Role.Approver when HasFilled(Role.ProjectManager) || HasFilled(Role.InformationManager):
                    yield return new(Rule.R2, Reason.ApproverIsApplicant, signer.Person.Value);
                    break;
                case Role.Approver when HasFilled(Role.Witness):
                    yield return new(Rule.R2, Reason.WitnessIsApprover, signer.Person.Value);
                    break;
            }
        }
    }
}
