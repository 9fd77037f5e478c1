using System.Collections.Immutable;

namespace Azukari.Domain.Catalogue;

/// <summary>How sensitive a field is (R6).</summary>
public enum FieldClass
{
#pragma warning disable CS1591 // The rule book lists the classes; the names say all.
    Identifier,
    Contact,
    Financial,
    Tax,
    Welfare,
    SpecialCare,
    MyNumber,
#pragma warning restore CS1591
}

/// <summary>What a row of a dataset stands for.</summary>
public enum DatasetUnit
{
    /// <summary>One row is one person.</summary>
    People,

    /// <summary>One row is one household.</summary>
    Households,

    /// <summary>One row is one record about a person.</summary>
    Records,
}

/// <summary>One column of a dataset and its class.</summary>
public sealed record Field(string Name, FieldClass Class);

/// <summary>A dataset enters the catalogue (R6).</summary>
/// <param name="Dataset">Its name.</param>
/// <param name="Unit">What a row stands for.</param>
/// <param name="PersonKey">The field that identifies a person across datasets; one of <paramref name="Fields"/>.</param>
/// <param name="Fields">All its fields, none twice.</param>
/// <param name="LastDay">The last moment at which the classes count; null for the end of the fiscal year in which they are signed, and never later (R8).</param>
public sealed record CatalogueDataset(DatasetId Dataset, DatasetUnit Unit, string PersonKey, ImmutableArray<Field> Fields, DateTimeOffset? LastDay = null) : Act
{
    private protected override void Closed() { }
}

/// <summary>The fields of one dataset.</summary>
public sealed record FieldSelection(DatasetId Dataset, ImmutableArray<string> Fields);

/// <summary>目的別ひな型: the fields that a purpose needs, signed by the owner's approver; it lapses with the fiscal year (R8).</summary>
public sealed record SignTemplate(TemplateId Template, ImmutableArray<FieldSelection> Needs, DateTimeOffset LastDay) : Act
{
    /// <summary>Whether the purpose needs this field; one that it does not need has a reason of its own (R8).</summary>
    public bool NeedsField(DatasetId dataset, string field) => Needs.Any(need => need.Dataset == dataset && need.Fields.Contains(field));

    private protected override void Closed() { }
}
