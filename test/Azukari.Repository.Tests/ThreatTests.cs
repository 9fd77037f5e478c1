using System.Text.RegularExpressions;

namespace Azukari.Repository.Tests;

/// <summary>A defence that nobody shows is a hope: every row of the threat model names a test, and the test is there.</summary>
public sealed partial class ThreatTests
{
    private const string Model = "docs/design/threats.md";

    [Fact]
    public void Every_row_of_the_threat_model_names_a_test()
    {
        var rows = Rows().ToArray();

        Assert.NotEmpty(rows);
        Law.HoldsFor(rows.Where(row => !Shown().IsMatch(row)));
    }

    [Fact]
    public void Every_test_that_the_threat_model_names_is_there()
    {
        Law.HoldsFor(Shown().Matches(RepositoryTree.Read(Model)).Select(shown => (Class: shown.Groups[1].Value, Method: shown.Groups[2].Value))
            .Where(named => !IsThere(named.Class, named.Method)).Select(named => $"{named.Class}.{named.Method}"));
    }

    [Theory]
    [InlineData("| somebody | nothing | `SomeTests.It_holds` |", true)]
    [InlineData("| somebody | nothing | `R23_Loss.A_sentence_of_the_rules_is_a_test` |", true)]
    [InlineData("| somebody | nothing | by design |", false)]
    public void A_row_that_shows_nothing_is_seen(string row, bool shows) => Assert.Equal(shows, Shown().IsMatch(row));

    [Fact]
    public void A_test_that_is_not_there_is_missed()
    {
        Assert.True(IsThere(nameof(ThreatTests), nameof(A_test_that_is_not_there_is_missed)));
        Assert.False(IsThere(nameof(ThreatTests), "Nobody_wrote_this"));
        Assert.False(IsThere("NobodyTests", nameof(A_test_that_is_not_there_is_missed)));
    }

    private static IEnumerable<string> Rows() => RepositoryTree.Lines(Model)
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !Head().IsMatch(line));

    private static bool IsThere(string type, string method) => RepositoryTree.CSharp("test")
        .Where(file => Path.GetFileNameWithoutExtension(file) == type)
        .Any(file => RepositoryTree.Read(file) is var text && text.Contains($"class {type}", StringComparison.Ordinal) && Regex.IsMatch(text, $@"public (async Task|Task|void) {method}\("));

    [GeneratedRegex(@"`(\w+Tests|R\d\d_\w+)\.(\w+)`")]
    private static partial Regex Shown();

    [GeneratedRegex(@"\| shown by \|\s*$")]
    private static partial Regex Head();
}
