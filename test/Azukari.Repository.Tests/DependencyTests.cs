using System.Xml.Linq;

namespace Azukari.Repository.Tests;

/// <summary>Few packages: each is pinned, locked, and has a line that says its licence, its reason and what would replace it.</summary>
public sealed class DependencyTests
{
    private const string Decisions = "docs/decisions/dependencies.md";

    public static TheoryData<string> Packages => [.. Versions().Select(version => version.Attribute("Include")!.Value)];

    public static TheoryData<string> Projects => [.. RepositoryTree.Projects];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_has_a_line_with_licence_reason_and_replacement(string package)
    {
        var row = Assert.Single(Rows(), row => row[0] == package);

        Assert.Equal(4, row.Length);
        Assert.All(row, cell => Assert.NotEmpty(cell));
    }

    [Fact]
    public void A_line_speaks_of_a_package_that_is_used() =>
        Law.HoldsFor(Rows().Select(row => row[0]).Except(Versions().Select(version => version.Attribute("Include")!.Value), StringComparer.Ordinal));

    [Fact]
    public void A_version_is_one_version_and_no_range() =>
        Assert.All(Versions(), version => Assert.Matches(@"^\d+(\.\d+){1,3}(-[\w.]+)?$", version.Attribute("Version")!.Value));

    [Theory]
    [MemberData(nameof(Projects))]
    public void What_a_project_restores_is_locked(string project) =>
        Assert.Contains(Path.GetDirectoryName(project)!.Replace('\\', '/') + "/packages.lock.json", RepositoryTree.Files);

    private static IEnumerable<XElement> Versions() =>
        XDocument.Load(Path.Combine(RepositoryTree.Root, "Directory.Packages.props")).Descendants("PackageVersion");

    private static IEnumerable<string[]> Rows() =>
        RepositoryTree.Lines(Decisions)
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray());
}
