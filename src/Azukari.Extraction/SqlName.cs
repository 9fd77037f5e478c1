namespace Azukari.Extraction;

/// <summary>Identifiers as SQL: the same quoting on PostgreSQL and SQLite.</summary>
internal static class SqlName
{
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(Quote));
}
