using System.Text.RegularExpressions;

namespace Azukari.Repository.Tests;

/// <summary>One idea, one file, one screen; and a reason beside every exception from a rule of the compiler.</summary>
public sealed partial class FileLawTests
{
    private const int LongestFile = 250;

    // A row is a file and the reason why it cannot be cut.
    private static readonly Dictionary<string, string> LongByNature = new()
    {
        ["src/Azukari.Domain/Reason.cs"] = "one enum cannot stand in two files, and every reason is one of it",
        ["src/Azukari.Protocol/Wording/ReasonWording.cs"] = "one switch over all reasons, so that one without words does not compile",
    };

    private static readonly string[] Code = [".cs", ".razor", ".sql", ".css", ".js"];

    [Fact]
    public void No_source_file_is_longer_than_a_few_screens()
    {
        var tooLong = RepositoryTree.Files
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && Code.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Where(file => !LongByNature.ContainsKey(file))
            .Select(file => (File: file, Lines: RepositoryTree.Lines(file).Length))
            .Where(file => file.Lines > LongestFile);

        Law.HoldsFor(tooLong);
    }

    [Fact]
    public void Nothing_but_a_clock_that_was_passed_in_tells_the_time() =>
        Law.HoldsFor(Hits("src", AmbientClock()));

    [Fact]
    public void A_pragma_that_silences_a_warning_says_why() =>
        Law.HoldsFor(AllCSharp().SelectMany(file => SilentPragmas(RepositoryTree.Lines(file)).Select(line => $"{file}:{line}")));

    [Fact]
    public void An_attribute_that_silences_a_warning_says_why() =>
        Law.HoldsFor(AllCSharp().SelectMany(file => Suppressions().Matches(RepositoryTree.Read(file))
            .Where(match => !Justification().IsMatch(match.Value)).Select(match => $"{file}: {match.Value}")));

    [Fact]
    public void A_rule_that_is_turned_off_for_a_folder_has_a_comment_above_it() =>
        Law.HoldsFor(RepositoryTree.Files.Where(file => Path.GetFileName(file) == ".editorconfig")
            .SelectMany(file => UnexplainedSeverities(RepositoryTree.Lines(file)).Select(line => $"{file}:{line}")));

    [Fact]
    public void A_project_that_silences_a_warning_has_a_comment_above_it() =>
        Law.HoldsFor(RepositoryTree.Files.Where(file => Path.GetExtension(file) is ".csproj" or ".props" or ".targets")
            .SelectMany(file => UnexplainedNoWarn(RepositoryTree.Lines(file)).Select(line => $"{file}:{line}")));

    [Fact]
    public void The_readers_of_these_laws_see_an_offence()
    {
        Assert.Equal([1], SilentPragmas(["#pragma warning disable CA1000"]));
        Assert.Empty(SilentPragmas(["#pragma warning disable CA1000 // the format wants it so", "// the format wants it so", "#pragma warning disable CA1001"]));
        Assert.Equal([2], UnexplainedSeverities(["[*.cs]", "dotnet_diagnostic.CA1000.severity = none"]));
        Assert.Empty(UnexplainedSeverities(["# CA1000, CA1001: a reason", "dotnet_diagnostic.CA1000.severity = none", "dotnet_diagnostic.CA1001.severity = none"]));
        Assert.Equal([1], UnexplainedNoWarn(["<NoWarn>CA1000</NoWarn>"]));
        Assert.Matches(AmbientClock(), "var now = DateTimeOffset." + "UtcNow;");
        Assert.DoesNotMatch(Justification(), Suppressions().Match("[Suppress" + "Message(\"a\", \"b\", Justification = \"\")]").Value);
    }

    private static IEnumerable<string> AllCSharp() => RepositoryTree.CSharp("src").Concat(RepositoryTree.CSharp("test")).Concat(RepositoryTree.CSharp("bench"));

    private static IEnumerable<string> Hits(string folder, Regex pattern) =>
        RepositoryTree.CSharp(folder).SelectMany(file => RepositoryTree.Lines(file)
            .Select((line, index) => (line, index)).Where(row => pattern.IsMatch(row.line)).Select(row => $"{file}:{row.index + 1}"));

    private static IEnumerable<int> SilentPragmas(string[] lines) =>
        Offences(lines, line => line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal),
            index => lines[index].Contains("//", StringComparison.Ordinal) || (index > 0 && lines[index - 1].TrimStart().StartsWith("//", StringComparison.Ordinal)));

    // One comment may speak for the block of lines that follows it.
    private static IEnumerable<int> UnexplainedSeverities(string[] lines) =>
        Offences(lines, IsTurnedOff, index =>
        {
            var above = index;
            while (above > 0 && lines[above].StartsWith("dotnet_diagnostic.", StringComparison.Ordinal))
            {
                above--;
            }

            return lines[above].StartsWith('#');
        });

    private static IEnumerable<int> UnexplainedNoWarn(string[] lines) =>
        Offences(lines, line => line.Contains("<No" + "Warn>", StringComparison.Ordinal) || line.Contains("<WarningsNotAs" + "Errors>", StringComparison.Ordinal),
            index => index > 0 && lines[index - 1].Contains("-->", StringComparison.Ordinal));

    private static bool IsTurnedOff(string line) => TurnedOff().IsMatch(line);

    private static IEnumerable<int> Offences(string[] lines, Func<string, bool> isSubject, Func<int, bool> isExplained) =>
        Enumerable.Range(0, lines.Length).Where(index => isSubject(lines[index]) && !isExplained(index)).Select(index => index + 1);

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex AmbientClock();

    [GeneratedRegex(@"\[(assembly:\s*)?(\w+\.)*SuppressMessage\([^]]*\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Suppressions();

    [GeneratedRegex("Justification = \"[^\"]{10,}\"")]
    private static partial Regex Justification();

    [GeneratedRegex(@"^dotnet_diagnostic\.\w+\.severity\s*=\s*(none|silent|suggestion)")]
    private static partial Regex TurnedOff();
}
