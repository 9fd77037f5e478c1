using System.Text.RegularExpressions;

namespace Azukari.Repository.Tests;

/// <summary>From a rule of the rule book to its code and its sentences, and back: by one table and one folder.</summary>
public sealed partial class RuleTableTests
{
    private const string Table = "docs/design/rules.md", Domain = "src/Azukari.Domain/", Sentences = "test/Azukari.Domain.Tests/Rules/";

    public static TheoryData<int> Decided => [.. RepositoryTree.CSharp("src/Azukari.Domain")
        .SelectMany(file => RuleNumber().Matches(RepositoryTree.Read(file))).Select(match => int.Parse(match.Groups[1].Value)).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Decided))]
    public void A_rule_that_is_decided_has_its_sentences_in_the_one_folder(int rule) =>
        Assert.Contains(RepositoryTree.Files, file => file.StartsWith($"{Sentences}R{rule:00}_", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Decided))]
    public void A_rule_that_is_decided_has_a_row_whose_code_and_sentences_exist(int rule)
    {
        var rows = Rows().Where(row => row[0].StartsWith($"R{rule} ", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(4, row.Length));
        Law.HoldsFor(rows.SelectMany(row => CodeThatIsNot(row[2])));
        Law.HoldsFor(rows.SelectMany(row => Names(row[3])).Where(name => !RepositoryTree.Files.Contains($"{Sentences}{name}.cs")));
        Assert.Contains(rows.SelectMany(row => Names(row[3])), name => name.StartsWith($"R{rule:00}_", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_and_a_sentence_that_are_not_there_are_seen()
    {
        Assert.Empty(CodeThatIsNot("`People/DutyRules` `TermRules` and `Opening/*`"));
        Assert.Equal(["Nobody", "Nowhere/*"], CodeThatIsNot("`People/DutyRules` `Nobody` `Nowhere/*`"));
    }

    private static IEnumerable<string[]> Rows() => RepositoryTree.Lines(Table)
        .Where(line => line.StartsWith("| R", StringComparison.Ordinal)).Select(line => line.Trim('|', ' ').Split('|').Select(cell => cell.Trim()).ToArray());

    private static IEnumerable<string> Names(string cell) => Quoted().Matches(cell).Select(match => match.Groups[1].Value);

    /// <summary>A name without a folder is in the folder that was named last, or in none.</summary>
    private static IEnumerable<string> CodeThatIsNot(string cell)
    {
        var folder = "";
        foreach (var name in Names(cell))
        {
            if (name.Contains('/', StringComparison.Ordinal)) folder = name[..(name.LastIndexOf('/') + 1)];
            if (!new[] { Domain + name, Domain + folder + name, "src/" + name }.Any(Exists)) yield return name;
        }
    }

    private static bool Exists(string place) => RepositoryTree.Files.Any(file =>
        file == place + ".cs" || file.StartsWith(place.TrimEnd('*').TrimEnd('/') + "/", StringComparison.Ordinal));

    [GeneratedRegex(@"\bRule\.R(\d+)\b")]
    private static partial Regex RuleNumber();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
