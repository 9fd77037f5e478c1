using System.Reflection;
using System.Xml.Linq;

namespace Azukari.Age.Tests;

// Nothing public is without its law: a summary for each type and member, and for what can refuse bytes the refusal.
public sealed class DocumentationTests
{
    private static readonly Dictionary<string, XElement> Members = XDocument.Load(Path.ChangeExtension(typeof(AgeFile).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    public static TheoryData<string> Types => [.. typeof(AgeFile).Assembly.GetExportedTypes().Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_public_type_says_what_it_is(string name) =>
        Assert.NotEmpty(Members[$"T:{name.Replace('+', '.')}"].Element("summary")!.Value.Trim());

    [Fact]
    public void Whatever_reads_bytes_says_how_it_refuses_them()
    {
        var readers = typeof(AgeFile).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.Name is "Decrypt" or "DecryptAsync" or "Inspect" or "OpenReader" or "OpenSeekable" or "Split" or "Join" or "Decode" or "Parse")
            .Select(method => $"M:{method.DeclaringType!.FullName}.{method.Name}").Distinct().ToList();

        Assert.True(readers.Count >= 12, string.Join(' ', readers));
        Assert.All(readers, reader => Assert.All(
            Members.Where(member => member.Key.StartsWith(reader + "(", StringComparison.Ordinal)),
            member => Assert.Contains(member.Value.Elements(), element => element.Name.LocalName is "exception" or "inheritdoc")));
    }
}
