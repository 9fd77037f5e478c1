namespace Azukari.Repository.Tests;

/// <summary>The same feature words in every assembly, so that a person who knows one place finds the other.</summary>
public sealed class VocabularyTests
{
    private static readonly string[] Features =
    [
        "Engagements", "People", "Catalogue", "Media", "Applications", "Permits", "Sealing",
        "Custody", "Opening", "Erasure", "Closing", "Incidents", "Watch", "Ledger",
    ];

    // Folders that are no feature, each for a reason. A new one is a row here and a sentence why.
    private static readonly (string Project, string Folder, string Why)[] Technical =
    [
        ("Protocol", "Canonical", "one way to write bytes, used by every feature's statements and entries"),
        ("Protocol", "Signatures", "how a statement is signed and checked, whatever it says"),
        ("Protocol", "Carriers", "how a message is written for eyes and scanners, whatever it holds"),
        ("Protocol", "Http", "records of the API that belong to no single feature"),
        ("Protocol", "Documents", "the forms and registers that offices know, each over several features' facts"),
        ("Server", "Documents", "those documents over HTTP, and the erasable rows that name people on them"),
        ("Cli", "Documents", "those documents as files, and spreadsheets that become drafts"),
        ("Server", "Storage", "the schema, the two engines and the one class that appends"),
        ("Protocol", "Wording", "every sentence that people read, in both languages beside each other"),
        ("Server", "Transport", "who delivers a request, how the service says no, what every answer carries"),
        ("Server", "Setup", "how an installation comes to its name, its certificate and its settings"),
        ("Server", "Upkeep", "what an operator does to the installation as a whole: backup, restore, migrate, doctor"),
        ("Server", "Telemetry", "numbers and spans for whoever operates it: codes, counts and durations"),
        ("Server", "Pages", "what all pages share: layout, palette, words of the frame"),
        ("Server", "Statements", "what is signed on a page, whatever it says: shown, touched, and kept until others have signed too"),
        ("Server", "Properties", "launch settings of the host"),
        ("Server", "wwwroot", "static files that pages link to"),
        ("Cli", "Front", "what every verb shares: options, screen, exit codes, how a failure becomes words"),
        ("Cli", "Confined", "processes that have rows or content keys in memory, and how they are kept apart"),
        ("Cli", "Carriers", "how messages travel: the desk, the file, the one HTTP client"),
        ("Cli", "Statements", "drafting, signing and submitting, whatever is said"),
        ("Cli", "AgeFiles", "age files for anybody, who need not have heard of a consignment"),
        ("Cli", "Screens", "the station's screen in a browser: what can be done next, signed and done by the same verbs"),
        ("Cli", "Stations", "what a station is: its keys, its state on disk, its carriers of messages"),
    ];

    private static readonly string[] Projects = ["Cli", "Domain", "Protocol", "Server"];

    public static TheoryData<string> ProjectNames => [.. Projects];

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void A_folder_is_a_feature_or_is_listed_with_its_reason(string project)
    {
        var allowed = Features.Concat(Technical.Where(row => row.Project == project).Select(row => row.Folder));

        Law.HoldsFor(RepositoryTree.TopFolders($"src/Azukari.{project}").Except(allowed, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void A_test_folder_mirrors_a_folder_of_its_assembly(string project)
    {
        // Front: through the front door, over several features at once; Machinery: of what carries the features; Rules: by the rule book's numbers;
        // Properties: what holds over every history; Deletion: whether the sentences notice a rule that is gone.
        string[] allowed = ["Front", "Machinery", "Rules", "Properties", "Deletion", .. Features, .. Technical.Where(row => row.Project == project).Select(row => row.Folder)];

        Law.HoldsFor(RepositoryTree.TopFolders($"test/Azukari.{project}.Tests").Except(allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void A_technical_folder_has_a_reason_and_is_named_once()
    {
        Assert.All(Technical, row => Assert.True(row.Why.Length > 10 && Projects.Contains(row.Project, StringComparer.Ordinal), row.Folder));
        Assert.Distinct(Technical.Select(row => $"{row.Project}/{row.Folder}"));
    }

    [Fact]
    public void No_type_is_named_like_one_of_our_namespaces()
    {
        var sources = RepositoryTree.CSharp("src").Concat(RepositoryTree.CSharp("test")).Select(file => (File: file, Text: RepositoryTree.Read(file))).ToArray();
        var segments = sources.SelectMany(source => SourceText.NamespaceSegments(source.Text)).Concat(Features).ToHashSet(StringComparer.Ordinal);

        var clashes = sources.SelectMany(source => SourceText.Types(source.Text).Where(segments.Contains).Select(type => $"{source.File}: {type}"));

        Law.HoldsFor(clashes);
    }

    [Theory]
    [InlineData("namespace Azukari.Domain.Custody;\n\npublic sealed record Custody(int A);", "Custody")]
    [InlineData("  internal readonly record struct Ledger;", "Ledger")]
    [InlineData("public abstract partial class Watch<T> where T : class", "Watch")]
    [InlineData("file static class Media\n{", "Media")]
    [InlineData("internal delegate Task<int> Opening(string a);", "Opening")]
    public void A_declared_type_is_found(string source, string name) =>
        Assert.Equal([name], SourceText.Types(source));

    [Theory]
    [InlineData("/// a record Custody in a sentence")]
    [InlineData("var x = \"class Custody\";")]
    [InlineData("where T : class")]
    public void A_word_in_a_sentence_is_no_type(string source) =>
        Law.HoldsFor(SourceText.Types(source));
}
