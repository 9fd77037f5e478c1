using Azukari.Domain;

namespace Azukari.Server.Statements;

/// <summary>Which refusals a further person's signature answers: an act that lacks nothing else waits for that person.</summary>
internal static class AwaitedSignature
{
    internal static bool Is(Refusal refusal) => refusal.Because is
        Reason.RepresentativeMissing or Reason.ApproverMissing or Reason.SecurityOfficerMissing or Reason.InformationManagerMissing or Reason.ProjectManagerMissing
        or Reason.OperatorMissing or Reason.WitnessMissing or Reason.SecondPersonMissing or Reason.ReceiverMissing or Reason.GiverMissing
        or Reason.OwnersWordMissing or Reason.ContractorsWordMissing or Reason.EnrolmentWithoutNewKey
        or Reason.ColleagueMissing or Reason.ReplacementNotByTwo or Reason.OwnSignatureMissing or Reason.SecondOfOwnMissing;
}
