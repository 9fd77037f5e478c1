namespace Azukari.Server;

/// <summary>How the service was started.</summary>
/// <param name="Data">Its folder: the SQLite file, log keys, the page's link.</param>
/// <param name="Postgres">A PostgreSQL connection string, or null for SQLite.</param>
/// <param name="Founders">Identifiers of the keys that may found an engagement here.</param>
internal sealed record Settings(string Data, string? Postgres, IReadOnlySet<string> Founders)
{
    internal static Settings Of(IConfiguration configuration)
    {
        var data = configuration["data"] ?? throw new InvalidOperationException("--data FOLDER is needed");
        Directory.CreateDirectory(data);
        var postgres = configuration["postgres"] is { } file ? File.ReadAllText(file).Trim() : null;
        return new(data, postgres, (configuration["founders"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal));
    }
}
