using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Permits;

namespace Azukari.Cli.Statements;

/// <summary>Picks one unused one-time key from each hand for a permit; the approver's statement names them.</summary>
internal static class KeyStock
{
    internal static ThreeKeys Choose(Engagement facts, CarryOut asked)
    {
        var destination = facts.Stations.GetValueOrDefault(asked.Plan.OpenAt)?.Key.Id;
        return new(
            Of(facts, facts.Founding?.Owner.HolderKey.Id, "owner's holder", "所有者側の鍵保持者"),
            Of(facts, facts.Founding?.Contractor.HolderKey.Id, "contractor's holder", "受託者側の鍵保持者"),
            Of(facts, destination, "destination station", "開封する登録端末"));
    }

    private static Digest Of(Engagement facts, Digest? machine, string en, string ja) =>
        UnusedKeys.Of(facts, machine)
        ?? throw new StopException(ExitCode.Refused, new Spoken("R20 KeyNotDeposited", $"{ja}の未使用の鍵がありません。", $"the {en} has deposited no unused key", "鍵の預託を待つか、azukari enrol recipients を実行してください。", "Wait for it to deposit one, or run azukari enrol recipients."));
}
