using System.Diagnostics.CodeAnalysis;

namespace Azukari.Age.Tests;

// The test kit is a dependency that kit/restore fetches. Its absence is a skip with a reason on a desk and a failure in CI.
internal static class Kit
{
    public const string Missing = "(kit not restored)";

    public static string Folder { get; } = Find();

    public static bool IsRestored => Directory.Exists(Path.Combine(Folder, "vectors"));

    public static IEnumerable<string> Names() => IsRestored
        ? Directory.EnumerateFiles(Path.Combine(Folder, "vectors")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)
        : [Missing];

    public static void Demand()
    {
        if (!IsRestored)
        {
            SkipOrFail("test/Azukari.Age.Tests/kit/restore has not been run");
        }
    }

    [DoesNotReturn]
    public static void SkipOrFail(string missing)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", missing);
        throw new InvalidOperationException($"CI leaves nothing out: {missing}");
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Azukari.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? ".", "test", "Azukari.Age.Tests", "kit");
    }
}
