using System.Text.RegularExpressions;

namespace Azukari.Repository.Tests;

/// <summary>Nothing in the repository knows the machine it was written on, nor where that machine gets its packages.</summary>
public sealed partial class PortabilityTests
{
    // In halves, because this file is searched too.
    private static readonly string[] MachinePaths = ["/ho" + "me/", "/ro" + "ot/", "/Use" + "rs/", "/wo" + "rk/", @":\Use" + @"rs\"];

    private static readonly string[] Registries =
    [
        "nuget" + ".org", "npmjs" + ".org", "npmjs" + ".com", "yarnpkg" + ".com", "pypi" + ".org", "crates" + ".io",
        "pkgs.dev" + ".azure.com", "arti" + "factory", "jfrog" + ".io", "proxy.golang" + ".org",
    ];

    [Fact]
    public void No_file_holds_a_path_of_a_machine() =>
        Law.HoldsFor(Hits(MachinePaths));

    [Fact]
    public void No_file_names_a_package_registry() =>
        Law.HoldsFor(Hits(Registries));

    // A lock file of npm names the server it was resolved from, whatever that server is called; omit-lockfile-registry-resolved leaves it out.
    [Fact]
    public void No_npm_lock_file_says_where_a_package_was_fetched() =>
        Assert.DoesNotContain(
            RepositoryTree.Files.Where(file => file.EndsWith("package-lock.json", StringComparison.Ordinal)),
            file => RepositoryTree.Read(file).Contains("\"resolved\": \"http", StringComparison.Ordinal));

    [Fact]
    public void No_settings_of_a_package_manager_name_a_source() =>
        Assert.DoesNotContain(
            RepositoryTree.Files.Where(file => Path.GetFileName(file).ToUpperInvariant() is "NUGET.CONFIG" or ".NPMRC"),
            file => RepositoryTree.Read(file).Contains("://", StringComparison.Ordinal));

    [Fact]
    public void A_link_between_documents_leads_somewhere()
    {
        var broken =
            from file in RepositoryTree.Files
            where file.EndsWith(".md", StringComparison.Ordinal)
            from target in Link().Matches(RepositoryTree.Read(file)).Select(match => match.Groups["target"].Value)
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#') && !target.StartsWith("mailto:", StringComparison.Ordinal)
            let path = Path.Combine(RepositoryTree.Root, Path.GetDirectoryName(file)!, target.Split('#')[0])
            where !Path.Exists(path)
            select $"{file}: {target}";

        Law.HoldsFor(broken);
    }

    private static IEnumerable<string> Hits(string[] words) =>
        from file in RepositoryTree.TextFiles
        let text = RepositoryTree.Read(file)
        from word in words
        where text.Contains(word, StringComparison.OrdinalIgnoreCase)
        select $"{file}: {word}";

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)|src=""(?<target>[^""]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
