using Azukari.Domain;
using Azukari.Protocol.Wording;

namespace Azukari.Server.Applications;

/// <summary>A form as it is shown again: what was typed, and beside each field what is wrong with it.</summary>
public sealed class ShownFields
{
    private readonly DraftFields fields;
    private readonly ILookup<string, Words> beside;

    internal ShownFields(DraftFields fields, IReadOnlyList<FieldFault> faults, IReadOnlyList<Refusal> against)
    {
        this.fields = fields;
        var read = faults.Select(fault => fault.Field).ToHashSet();

        // What could not be read is "not stated" to the rules; saying both would say it twice.
        var ruled = against.Select(refusal => (Field: RefusalField.Of(refusal, fields), Refusal: refusal)).Where(one => !read.Contains(one.Field)).ToArray();
        beside = faults.Select(fault => (fault.Field, fault.Says)).Concat(ruled.Where(one => one.Field.Length > 0).Select(one => (one.Field, Says: RefusalWording.Describe(one.Refusal)))).ToLookup(one => one.Field, one => one.Says);
        Whole = [.. ruled.Where(one => one.Field.Length == 0).Select(one => one.Refusal)];
    }

    /// <summary>What was typed.</summary>
    public string this[string name] => fields[name];

    /// <summary>What speaks against the whole.</summary>
    public IReadOnlyList<Refusal> Whole { get; }

    /// <summary>How many fields something is wrong with.</summary>
    public int Wrong => beside.Count;

    /// <summary>Whether a box is ticked.</summary>
    public bool Has(string name) => fields.Has(name);

    /// <summary>What is wrong with this field.</summary>
    public IEnumerable<Words> Beside(string name) => beside[name];
}
