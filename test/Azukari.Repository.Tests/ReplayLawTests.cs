using System.Text.RegularExpressions;

namespace Azukari.Repository.Tests;

/// <summary>A replay's answer comes from the rules: no source knows a replay, its dates, or what the rules will say to a step.</summary>
public sealed partial class ReplayLawTests
{
    private static readonly string[] Sources = [.. RepositoryTree.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && Path.GetExtension(file) is ".cs" or ".razor" or ".js" or ".css")];

    private static readonly string[] Replays = [.. RepositoryTree.Files.Where(file => file.StartsWith("replays/", StringComparison.Ordinal))];

    [Fact]
    public void There_is_a_replay_to_look_for()
    {
        Assert.NotEmpty(Replays);
        Assert.All(Replays, file => Assert.Matches(Id(), RepositoryTree.Read(file)));
    }

    [Fact]
    public void No_source_contains_a_replays_id()
    {
        var ids = Replays.Select(file => Id().Match(RepositoryTree.Read(file)).Groups[1].Value).ToArray();

        Law.HoldsFor(Sources.Where(file => ids.Any(id => RepositoryTree.Read(file).Contains(id, StringComparison.OrdinalIgnoreCase))));
    }

    [Fact]
    public void No_source_contains_a_date_of_the_year_in_which_it_happened()
    {
        Law.HoldsFor(Sources.Where(file => DateOfThatYear().IsMatch(RepositoryTree.Read(file))));
    }

    /// <summary>Rule numbers in a row, as text or as members, beside a word that a replay's step may have.</summary>
    [Fact]
    public void The_replays_source_names_no_list_of_rules()
    {
        Law.HoldsFor(Sources.Where(file => file.StartsWith("src/Azukari.Demo/", StringComparison.Ordinal) && RuleList().IsMatch(RepositoryTree.Read(file))));
    }

    [Theory]
    [InlineData("new DateOnly(2022, 6, 21)", true)]
    [InlineData("2022-06-21T17:00", true)]
    [InlineData("on 21 June 2022 at", true)]
    [InlineData("2022年6月21日", true)]
    [InlineData("households-2022", false)]
    [InlineData("2026-06-21", false)]
    public void A_date_is_told_from_a_number(string text, bool isDate) => Assert.Equal(isDate, DateOfThatYear().IsMatch(text));

    [Theory]
    [InlineData("[\"R1\", \"R2\"]", true)]
    [InlineData("Rule.R1, Rule.R8", true)]
    [InlineData("R1 R2 R8", true)]
    [InlineData("Rule.R15", false)]
    [InlineData("(R15). Then (R8)", false)]
    public void A_list_of_rules_is_told_from_a_citation(string text, bool isList) => Assert.Equal(isList, RuleList().IsMatch(text));

    [GeneratedRegex(@"^id:\s*(\S+)", RegexOptions.Multiline)]
    private static partial Regex Id();

    [GeneratedRegex(@"2022\s*[-/.,年]\s*\d{1,2}(?!\d)|\d{1,2}\s+\p{L}+\s+2022|\b\p{Lu}\p{Ll}+\s+\d{1,2},?\s+2022|(January|February|March|April|May|June|July|August|September|October|November|December)\s+2022|令和4年")]
    private static partial Regex DateOfThatYear();

    [GeneratedRegex(@"(Rule\.)?""?\bR\d{1,2}\b""?\s*,?\s+(Rule\.)?""?\bR\d{1,2}\b")]
    private static partial Regex RuleList();
}
