using System.Xml.Linq;

namespace Azukari.Repository.Tests;

/// <summary>Libraries meet only in hosts. The exceptions are Protocol → Domain, Evidence → Protocol, Domain, TransparencyLog, and Pages → Domain, Protocol.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Sources = new()
    {
        ["Age"] = [],
        ["Domain"] = [],
        ["Extraction"] = [],
        ["RemovableMedia"] = [],
        ["TransparencyLog"] = [],
        ["Protocol"] = ["Domain"],
        ["Evidence"] = ["Domain", "Protocol", "TransparencyLog"],
        ["Pages"] = ["Domain", "Protocol"],

        ["Cli"] = ["Age", "Domain", "Evidence", "Extraction", "Pages", "Protocol", "RemovableMedia", "TransparencyLog"],
        ["Holder"] = ["Age", "Domain", "Evidence", "Protocol", "TransparencyLog"],
        ["Server"] = ["Domain", "Evidence", "Extraction", "Pages", "Protocol", "TransparencyLog"],
        // Starts the other hosts from their build output and links to none; replays run on Domain alone, in Protocol's words.
        ["Demo"] = ["Domain", "Protocol"],
    };

    private static readonly string[] Hosts = ["Cli", "Demo", "Holder", "Server"];

    // These look at several assemblies at once by nature.
    private static readonly string[] UnboundTests = [.. Hosts, "Repository"];

    public static TheoryData<string> SourceProjects => [.. Projects("src/")];

    public static TheoryData<string> TestProjects => [.. Projects("test/").Where(name => name != "Testing").Select(name => name.Replace(".Tests", "", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void A_project_references_exactly_what_the_table_allows(string name) =>
        Assert.Equal(Sources[name].Order(StringComparer.Ordinal), References($"src/Azukari.{name}/Azukari.{name}.csproj"));

    [Fact]
    public void Every_row_of_the_table_is_a_project() =>
        Assert.Equal(Sources.Keys.Order(StringComparer.Ordinal), Projects("src/").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(TestProjects))]
    public void A_test_project_sees_its_own_assembly_what_that_one_sees_and_the_test_library(string name)
    {
        if (UnboundTests.Contains(name, StringComparer.Ordinal))
        {
            return;
        }

        string[] allowed = [name, "Testing", .. Sources[name]];

        Law.HoldsFor(References($"test/Azukari.{name}.Tests/Azukari.{name}.Tests.csproj").Except(allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void The_test_library_knows_no_host() =>
        Law.HoldsFor(References("test/Azukari.Testing/Azukari.Testing.csproj").Intersect(Hosts, StringComparer.Ordinal));

    [Fact]
    public void The_solution_holds_every_project()
    {
        var listed = XDocument.Load(Path.Combine(RepositoryTree.Root, "Azukari.slnx")).Descendants("Project").Select(project => project.Attribute("Path")!.Value);

        Assert.Equal(RepositoryTree.Projects.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Projects(string folder) =>
        RepositoryTree.Projects.Where(file => file.StartsWith(folder, StringComparison.Ordinal)).Select(ShortName);

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Path.Combine(RepositoryTree.Root, project))
            .Descendants("ProjectReference")
            .Select(reference => ShortName(reference.Attribute("Include")!.Value))
            .Order(StringComparer.Ordinal);

    private static string ShortName(string path) =>
        Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Replace("Azukari.", "", StringComparison.Ordinal);
}
