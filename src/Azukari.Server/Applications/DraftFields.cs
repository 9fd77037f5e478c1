using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Azukari.Server.Applications;

/// <summary>What stands in an application's form, as it was typed: nothing of it is lost because it is wrong. A class, because a record's text would show it.</summary>
internal sealed class DraftFields
{
    /// <summary>The largest row, in bytes; above it a browser could not have sent the form.</summary>
    internal const int MostBytes = 200_000;

    private const string Secret = "secret";

    private static readonly HashSet<string> Names =
    [
        "template", "like", "series", "number", "purpose", "necessity", "why", "kept", "people", "most", "out", "from", "open", "ends", "erase",
        "method", "courier", "seal", "opening", "rows", "filter", "since", "erasure", "results", Secret,
    ];

    private static readonly string[] Lists = ["field.", "reason.", "medium.", "custodian."];

    private readonly Dictionary<string, string> values;

    internal DraftFields(IEnumerable<KeyValuePair<string, string>> values) =>
        this.values = values.Where(value => IsOurs(value.Key)).GroupBy(value => value.Key).ToDictionary(group => group.Key, group => group.First().Value);

    /// <summary>What was typed, or nothing.</summary>
    internal string this[string name] => values.GetValueOrDefault(name) ?? "";

    internal bool Has(string name) => this[name].Length > 0;

    /// <summary>What is ticked in a list, in a fixed order.</summary>
    internal IEnumerable<string> Chosen(string list) =>
        values.Where(value => value.Key.StartsWith(list, StringComparison.Ordinal) && value.Value.Length > 0).Select(value => value.Key[list.Length..]).Order(StringComparer.Ordinal);

    internal DraftFields With(string name, string value) => new([.. values.Where(one => one.Key != name), new(name, value)]);

    /// <summary>The form's fields as they came, with the secret that only the row keeps.</summary>
    internal static DraftFields Of(IFormCollection form, DraftFields? earlier)
    {
        var typed = new DraftFields(form.Where(field => field.Key != Secret).Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())));
        return typed.With(Secret, earlier is not null && earlier.Has(Secret) ? earlier[Secret] : RandomNumberGenerator.GetHexString(64, lowercase: true));
    }

    /// <summary>The salt of one text: the same whenever the page is shown, unknown to whoever has only another text's.</summary>
    internal string SaltOf(string name) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(this[Secret]), Encoding.UTF8.GetBytes(name)));

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(values);

    internal static DraftFields Read(byte[] bytes) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(bytes) ?? []);

    private static bool IsOurs(string name) => Names.Contains(name) || (name.Length < 300 && Lists.Any(list => name.StartsWith(list, StringComparison.Ordinal)));
}
