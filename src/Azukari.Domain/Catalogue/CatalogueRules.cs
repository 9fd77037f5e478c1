using Azukari.Domain.Engagements;

namespace Azukari.Domain.Catalogue;

/// <summary>R6, and the shape of R8's templates.</summary>
internal static class CatalogueRules
{
    internal static IEnumerable<Refusal> Against(Engagement facts, CatalogueDataset act, DateTimeOffset now)
    {
        if (act.LastDay > facts.Calendar.FiscalYearEnd(now)) yield return new(Rule.R8, Reason.BeyondFiscalYear, act.Dataset.Value);
        foreach (var used in ChangedInUse(facts, act, now)) yield return new(Rule.R6, Reason.FieldInUse, $"{act.Dataset}.{used}");
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

    /// <summary>What a template in force needs or an open carry-out names, and is gone or of another class; and the key by which people of an open carry-out are counted. What was signed under it would mean something else.</summary>
    private static IEnumerable<string> ChangedInUse(Engagement facts, CatalogueDataset act, DateTimeOffset now)
    {
        if (!facts.Catalogue.TryGetValue(act.Dataset, out var before)) return [];

        var needed = facts.Templates.Values.Where(template => now <= template.LastDay).SelectMany(template => template.Needs);
        var asked = facts.OpenCarryOuts.SelectMany(carryOut => carryOut.Plan.Data).Where(selection => selection.Dataset == act.Dataset).ToArray();
        var isCounted = asked.Length > 0 && (before.PersonKey, before.Unit) != (act.PersonKey, act.Unit);

        return needed.Where(need => need.Dataset == act.Dataset).Concat(asked).SelectMany(selection => selection.Fields).Distinct(StringComparer.Ordinal)
            .Where(name => ClassOf(before, name) != ClassOf(act, name) || (isCounted && name == before.PersonKey));
    }

    private static FieldClass? ClassOf(CatalogueDataset dataset, string name) => dataset.Fields.FirstOrDefault(field => field.Name == name)?.Class;
}
