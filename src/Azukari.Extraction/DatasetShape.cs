using System.Buffers;
using System.Text;

namespace Azukari.Extraction;

/// <summary>What may be taken of one dataset: exactly these fields, in this order, and nothing else (R8, R10).</summary>
/// <remarks>The identifier names the member of the package and, with '-' as '_', the table on either side.</remarks>
public sealed class DatasetShape
{
    /// <summary>The most datasets one package can hold; a person's datasets are one 64-bit set.</summary>
    public const int MostDatasets = 64;

    // PostgreSQL cuts identifiers after 63 bytes, silently; two fields could become one.
    private const int LongestName = 63;

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <param name="id">Lower-case letters, digits and '-', a letter first, at most 63; not beginning with "azukari-".</param>
    /// <param name="unit">What one row stands for: people, households or records.</param>
    /// <param name="personKey">The permitted field that names a person by the same bytes in every dataset.</param>
    /// <param name="fields">Distinct names of 1 to 63 UTF-8 bytes without control characters.</param>
    /// <exception cref="ArgumentException">One of these laws is broken.</exception>
    public DatasetShape(string id, string unit, string personKey, IReadOnlyList<string> fields)
    {
        if (id.Length is 0 or > LongestName || !char.IsAsciiLetterLower(id[0]) || id.AsSpan().ContainsAnyExcept(IdCharacters))
            throw new ArgumentException("not an identifier of a dataset", nameof(id));
        if (id.StartsWith("azukari-", StringComparison.Ordinal))
            throw new ArgumentException("names beginning with azukari- are ours", nameof(id));
        if (unit is not ("people" or "households" or "records"))
            throw new ArgumentException("the unit is people, households or records", nameof(unit));
        if (fields.Count == 0 || !fields.All(IsName) || fields.Distinct(StringComparer.OrdinalIgnoreCase).Count() != fields.Count)
            throw new ArgumentException("fields are distinct names of 1 to 63 bytes", nameof(fields));

        (Id, Unit, PersonKey, Fields) = (id, unit, personKey, [.. fields]);
        PersonKeyIndex = Fields.IndexOf(personKey);
        if (PersonKeyIndex < 0)
            throw new ArgumentException("the person key is one of the permitted fields", nameof(personKey));
    }

    /// <summary>Names the dataset in permits, packages and progress.</summary>
    public string Id { get; }

    /// <summary>people, households or records.</summary>
    public string Unit { get; }

    /// <summary>The field by which people are counted; always one of <see cref="Fields"/>.</summary>
    public string PersonKey { get; }

    /// <summary>The permitted fields in the order in which they are written.</summary>
    public System.Collections.Immutable.ImmutableArray<string> Fields { get; }

    internal int PersonKeyIndex { get; }

    internal string Table => Id.Replace('-', '_');

    /// <summary>Refuses a list that no package can be made of.</summary>
    internal static void Check(IReadOnlyList<DatasetShape> shapes)
    {
        if (shapes.Count is 0 or > MostDatasets)
            throw new ArgumentException($"a package holds 1 to {MostDatasets} datasets", nameof(shapes));
        if (shapes.DistinctBy(shape => shape.Id).Count() != shapes.Count)
            throw new ArgumentException("a dataset is named twice", nameof(shapes));
    }

    private static bool IsName(string name) =>
        name.Length > 0 && Encoding.UTF8.GetByteCount(name) <= LongestName && !name.Any(char.IsControl);
}
