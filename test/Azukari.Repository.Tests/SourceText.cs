using System.Text.RegularExpressions;

namespace Azukari.Repository.Tests;

/// <summary>Declarations found in C# sources by their first words; enough for laws about names, without a compiler.</summary>
internal static partial class SourceText
{
    public static IEnumerable<string> Types(string source) =>
        TypeDeclaration().Matches(source).Concat(DelegateDeclaration().Matches(source)).Select(match => match.Groups["name"].Value);

    /// <summary>Every segment of every namespace that is declared: Azukari.Domain.Custody gives three.</summary>
    public static IEnumerable<string> NamespaceSegments(string source) =>
        NamespaceDeclaration().Matches(source).SelectMany(match => match.Groups["name"].Value.Split('.'));

    [GeneratedRegex(@"^[ \t]*(?:(?:public|internal|private|protected|sealed|static|abstract|partial|readonly|ref|file|unsafe)\s+)*(?:record\s+struct|record\s+class|record|class|struct|interface|enum)\s+(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"^[ \t]*(?:(?:public|internal|private|protected|unsafe)\s+)*delegate\s+[^=(;]*?(?<name>\w+)\s*(?:<[^>]*>)?\s*\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex DelegateDeclaration();

    [GeneratedRegex(@"^[ \t]*namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex NamespaceDeclaration();
}
