using Azukari.Domain.Engagements;

namespace Azukari.Domain.Catalogue;

/// <summary>R6, and the shape of R8's templates.</summary>
internal static class CatalogueRules
{
    internal static IEnumerable<Refusal> Against(CatalogueDataset act)
    {
        foreach (var twice in act.Fields.GroupBy(field => field.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return new(Rule.R6, Reason.FieldNamedTwice, twice.Key);

        if (act.Fields.All(field => field.Name != act.PersonKey)) yield return new(Rule.R6, Reason.PersonKeyNotAField, act.PersonKey);
    }

    internal static IEnumerable<Refusal> Against(Engagement facts, SignTemplate act) => act.Needs.SelectMany(need => Against(facts, need));

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
}
