namespace Azukari.Age.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_readmes_example_works()
    {
        using var medium = new MemoryStream();
        using var rows = new MemoryStream([1, 2, 3]);
        using var database = new MemoryStream();

        // <readme>
        using var site = HybridIdentity.Generate();

        using (var writer = AgeFile.CreateWriter(medium, [site.Recipient]))
        {
            rows.CopyTo(writer);
        }

        medium.Position = 0;
        var gate = AgeFile.Inspect(medium); // one party can open this, and no other
        using var reader = AgeFile.OpenSeekable(medium, [site]); // its end has been authenticated as its end
        reader.CopyTo(database);
        // </readme>

        Assert.True(gate.HasExactlyOneHybridStanza);
        Assert.Equal([1, 2, 3], database.ToArray());
    }

    [Fact]
    public void The_readme_shows_the_example_that_works()
    {
        var test = File.ReadAllText(Path.Combine(Kit.Folder, "..", "ReadmeTests.cs"));
        var shown = Between(test.ReplaceLineEndings("\n"), "// <readme>\n", "        // </readme>").Replace("\n        ", "\n", StringComparison.Ordinal)[8..];
        var readme = File.ReadAllText(Path.Combine(Kit.Folder, "..", "..", "..", "src", "Azukari.Age", "README.md"));

        Assert.Contains($"```csharp\n{shown}```", readme.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
