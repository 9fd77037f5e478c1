using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;

namespace Azukari.Domain.Sealing;

/// <summary>What was sealed against what was permitted (R10): fields, people, media, serial numbers.</summary>
internal static class SealedRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, CarryPlan plan, SealMeasured measured)
    {
        if (measured.People > plan.MostPeople) yield return new(Rule.R10, Reason.PeopleTooMany);

        foreach (var data in measured.Data)
        {
            var permitted = plan.Data.FirstOrDefault(selection => selection.Dataset == data.Dataset);
            foreach (var field in data.Fields.Where(field => permitted is null || !permitted.Fields.Contains(field)))
                yield return new(Rule.R10, Reason.FieldNotPermitted, $"{data.Dataset}.{field}");
        }

        foreach (var permitted in plan.Data.Where(selection => !measured.Data.Any(data => data.Dataset == selection.Dataset && data.Fields.SequenceEqual(selection.Fields))))
            yield return new(Rule.R10, Reason.FieldsDiffer, permitted.Dataset.Value);

        if (measured.Volumes.IsEmpty) yield return new(Rule.R10, Reason.MediumNotPermitted);

        foreach (var volume in measured.Volumes)
        {
            if (!plan.Media.Contains(volume.Medium)) yield return new(Rule.R10, Reason.MediumNotPermitted, volume.Medium.Value);
            if (!(facts.Media.TryGetValue(volume.Medium, out var medium) && medium.Admitted.Measured.Serial == volume.Serial))
                yield return new(Rule.R10, Reason.SerialDiffers, volume.Medium.Value);
        }

        if (measured.Volumes.Select(volume => volume.Medium).Distinct().Count() < measured.Volumes.Length) yield return new(Rule.R10, Reason.MediumNotPermitted);
    }
}
