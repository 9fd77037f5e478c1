using Azukari.Domain.Engagements;

namespace Azukari.Domain.Media;

/// <summary>R5: what enters the media register, what may be asked for, what leaves it.</summary>
internal static class MediaRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, AdmitMedium act)
    {
        if (facts.Media.ContainsKey(act.Medium)) yield return new(Rule.R5, Reason.NameTakenAlready, act.Medium.Value);
        if (facts.Media.Values.Any(medium => medium.Admitted.Measured.Serial == act.Measured.Serial && medium.Ended?.Kind != MediumEndKind.Released))
            yield return new(Rule.R5, Reason.SerialTakenAlready, act.Measured.Serial);
        if (!facts.Sites.ContainsKey(act.Home)) yield return new(Rule.R7, Reason.SiteUnknown, act.Home.Value);
        foreach (var refusal in AgainstQuality(act)) yield return refusal;
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, ReleaseMedium act)
    {
        foreach (var refusal in AgainstUse(facts, act.Medium)) yield return refusal;
        if (facts.Media.GetValueOrDefault(act.Medium)?.InUseBy is not null) yield return new(Rule.R5, Reason.MediumInUse, act.Medium.Value);
        if (facts.Inventory?.Missing.Contains(act.Medium) == true) yield return new(Rule.R5, Reason.MediumNotAtHome, act.Medium.Value);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, DestroyMedium act)
    {
        foreach (var refusal in AgainstUse(facts, act.Medium)) yield return refusal;
        if (facts.Media.TryGetValue(act.Medium, out var medium) && medium.InUseBy != act.CarryOut) yield return new(Rule.R19, Reason.MediumNotInCarryOut, act.Medium.Value);
        if (act.CarryOut is { } id && facts.Find(id)?.Seal is null) yield return new(Rule.R19, Reason.NotSealed, id.Value);
    }

    /// <summary>Only a registered medium that is qualified, in use by nobody and at its home can be asked for.</summary>
    internal static IEnumerable<Refusal> AgainstTaking(Engagement facts, CarryOutId carryOut, MediumId id)
    {
        foreach (var refusal in AgainstUse(facts, id)) yield return refusal;
        if (facts.Media.GetValueOrDefault(id)?.InUseBy is { } other && other != carryOut) yield return new(Rule.R5, Reason.MediumInUse, id.Value);
        if (facts.Inventory?.Missing.Contains(id) == true) yield return new(Rule.R5, Reason.MediumNotAtHome, id.Value);
    }

    /// <summary>What is not registered, or has left use, serves nobody any more.</summary>
    internal static IEnumerable<Refusal> AgainstUse(Engagement facts, MediumId id)
    {
        if (!facts.Media.TryGetValue(id, out var medium)) yield return new(Rule.R5, Reason.MediumNotRegistered, id.Value);
        else if (medium.Ended is not null || medium.Destroyed is { IsWitnessed: true }) yield return new(Rule.R5, Reason.MediumHasEnded, id.Value);
    }

    /// <summary>False capacity and worn cells show only when all of it is written and read back. A write-once disc is used up by trying; its read-back when it is sealed takes that place.</summary>
    private static IEnumerable<Refusal> AgainstQuality(AdmitMedium act)
    {
        if (act.Kind == MediumKind.WriteOnce) yield break;

        if (act.Measured.CapacityBytes < 1 || act.Measured.Qualified is not { } qualified || !new Medium(act.Medium, act, null).IsWhole(qualified.BytesWritten))
            yield return new(Rule.R5, Reason.MediumNotQualified, act.Medium.Value);
        else if (qualified.Mismatches != 0)
            yield return new(Rule.R5, Reason.MediumFails, act.Medium.Value);
    }
}
