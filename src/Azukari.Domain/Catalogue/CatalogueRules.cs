using Azukari.Domain.Engagements;

namespace Azukari.Domain.Catalogue;

/// <summary>R6, and the shape of R8's templates.</summary>
internal static class CatalogueRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, CatalogueDataset act, DateTimeOffset now)
    {
        if (act.LastDay > facts.Calendar.FiscalYearEnd(now)) yield return new(Rule.R8, Reason.BeyondFiscalYear, act.Dataset.Value);
        foreach (var used in InUse(facts, act.Dataset, now).Where(name => IsChanged(facts, act, name))) yield return new(Rule.R6, Reason.FieldInUse, $"{act.Dataset}.{used}");
        foreach (var twice in act.Fields.GroupBy(field => field.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return new(Rule.R6, Reason.FieldNamedTwice, twice.Key);

        if (act.Fields.All(field => field.Name != act.PersonKey)) yield return new(Rule.R6, Reason.PersonKeyNotAField, act.PersonKey);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, SignTemplate act, DateTimeOffset now)
    {
        if (act.LastDay > facts.Calendar.FiscalYearEnd(now)) yield return new(Rule.R8, Reason.BeyondFiscalYear, act.Template.Value);
        foreach (var refusal in act.Needs.SelectMany(need => Against(facts, need))) yield return refusal;
    }

    /// <summary>Whoever is asked for is counted: without the key that identifies a person, nobody can say how many leave.</summary>
    internal static IEnumerable<Refusal> AgainstAsked(Engagement facts, FieldSelection selection, DateTimeOffset now)
    {
        foreach (var refusal in Against(facts, selection)) yield return refusal;
        if (!facts.Catalogue.TryGetValue(selection.Dataset, out var dataset)) yield break;

        if (now > dataset.LastDay) yield return new(Rule.R8, Reason.ClassesLapsed, selection.Dataset.Value);
        if (!selection.Fields.IsEmpty && !selection.Fields.Contains(dataset.PersonKey)) yield return new(Rule.R6, Reason.PersonKeyNotAsked, $"{selection.Dataset}.{dataset.PersonKey}");
    }

    /// <summary>What is not in the catalogue can be neither needed nor asked for.</summary>
    internal static IEnumerable<Refusal> Against(Engagement facts, FieldSelection selection)
    {
        if (!facts.Catalogue.TryGetValue(selection.Dataset, out var dataset))
        {
            yield return new(Rule.R6, Reason.DatasetNotCatalogued, selection.Dataset.Value);
            yield break;
        }

        foreach (var field in selection.Fields.Where(name => dataset.Fields.All(field => field.Name != name)))
            yield return new(Rule.R6, Reason.FieldNotCatalogued, $"{selection.Dataset}.{field}");

        foreach (var twice in selection.Fields.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return new(Rule.R6, Reason.FieldNamedTwice, $"{selection.Dataset}.{twice.Key}");
    }

    /// <summary>The fields of a dataset that a template in force needs or an open carry-out names, and the key by which its people are counted.</summary>
    private static IEnumerable<string> InUse(Engagement facts, DatasetId id, DateTimeOffset now)
    {
        var needed = facts.Templates.Values.Where(template => now <= template.LastDay).SelectMany(template => template.Needs);
        var asked = facts.CarryOuts.Values.Where(carryOut => !carryOut.HasEnded).SelectMany(carryOut => carryOut.Plan.Data).ToArray();
        var key = asked.Any(selection => selection.Dataset == id) ? facts.Catalogue.GetValueOrDefault(id)?.PersonKey : null;

        return needed.Concat(asked).Where(selection => selection.Dataset == id).SelectMany(selection => selection.Fields).Append(key).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    /// <summary>Gone, of another class, or no longer what people are counted by: what was signed under it would mean something else.</summary>
    private static bool IsChanged(Engagement facts, CatalogueDataset act, string name) =>
        facts.Catalogue.TryGetValue(act.Dataset, out var before)
        && (ClassOf(before, name) != ClassOf(act, name) || (name == before.PersonKey && (before.PersonKey, before.Unit) != (act.PersonKey, act.Unit)));

    private static FieldClass? ClassOf(CatalogueDataset dataset, string name) => dataset.Fields.FirstOrDefault(field => field.Name == name)?.Class;
}
