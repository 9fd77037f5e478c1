using Azukari.Domain.Engagements;

namespace Azukari.Domain.Media;

/// <summary>R5: the media register.</summary>
internal static class MediaRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, AdmitMedium act)
    {
        if (facts.Media.ContainsKey(act.Medium)) yield return new(Rule.R5, Reason.NameTakenAlready, act.Medium.Value);
        if (facts.Media.Values.Any(medium => medium.Admitted.Measured.Serial == act.Measured.Serial)) yield return new(Rule.R5, Reason.SerialTakenAlready, act.Measured.Serial);
        if (!facts.Sites.ContainsKey(act.Home)) yield return new(Rule.R7, Reason.SiteUnknown, act.Home.Value);
    }

    /// <summary>Only a registered medium that is free at its home can be asked for.</summary>
    internal static IEnumerable<Refusal> AgainstTaking(Engagement facts, CarryOutId carryOut, MediumId id)
    {
        if (!facts.Media.TryGetValue(id, out var medium)) yield return new(Rule.R5, Reason.MediumNotRegistered, id.Value);
        else if (medium.InUseBy is { } other && other != carryOut) yield return new(Rule.R5, Reason.MediumInUse, id.Value);
    }
}
