using System.Globalization;

namespace Azukari.Server;

/// <summary>How the service was started; what is wrong in it stops the start.</summary>
/// <param name="Data">Its folder: the SQLite file, log keys, the page's link.</param>
/// <param name="Postgres">A PostgreSQL connection string, or null for SQLite.</param>
/// <param name="Founders">Identifiers of the keys that may found an engagement here.</param>
/// <param name="Burst">How many requests one address may make at once.</param>
internal sealed record Settings(string Data, string? Postgres, IReadOnlySet<string> Founders, int Burst)
{
    internal const int UsualBurst = 2000;

    internal static Settings Of(IConfiguration configuration)
    {
        var data = configuration["data"] ?? throw new InvalidOperationException("--data FOLDER is needed");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(data);
        else Directory.CreateDirectory(data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var postgres = configuration["postgres"] is { } file ? File.ReadAllText(file).Trim() : null; // A file: a password in an argument is seen by everybody on the machine.
        var founders = (configuration["founders"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        if (founders.FirstOrDefault(id => id.Length != 64 || !id.All(char.IsAsciiHexDigitLower)) is { } wrong)
            throw new InvalidOperationException($"--founders has '{wrong}', which is not a key's identifier (64 hexadecimal digits)");

        return new(data, postgres, founders, configuration["burst"] is { } burst ? int.Parse(burst, NumberStyles.None, CultureInfo.InvariantCulture) : UsualBurst);
    }
}
