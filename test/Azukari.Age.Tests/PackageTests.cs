using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace Azukari.Age.Tests;

// What `dotnet pack` makes of what has been built, looked at as somebody who takes it from a feed would.
public sealed class PackageTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("azukari-pack-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_package_has_library_documentation_readme_licence_symbols_and_one_dependency()
    {
        Pack();
        using var package = ZipFile.OpenRead(Directory.GetFiles(folder.FullName, "Azukari.Age.*.nupkg").Single());
        using var symbols = ZipFile.OpenRead(Directory.GetFiles(folder.FullName, "Azukari.Age.*.snupkg").Single());
        string[] names = [.. package.Entries.Select(entry => entry.FullName)];

        Assert.Superset(new HashSet<string> { "lib/net10.0/Azukari.Age.dll", "lib/net10.0/Azukari.Age.xml", "README.md", "LICENSE" }, names.ToHashSet(StringComparer.Ordinal));
        Assert.Contains(symbols.Entries, entry => entry.FullName == "lib/net10.0/Azukari.Age.pdb");
        Assert.Equal(["lib/net10.0/Azukari.Age.dll"], names.Where(name => name.EndsWith(".dll", StringComparison.Ordinal)));

        using var nuspec = package.GetEntry("Azukari.Age.nuspec")!.Open();
        var described = XDocument.Load(nuspec).Descendants().ToLookup(element => element.Name.LocalName);
        Assert.Equal(["Geralt"], described["dependency"].Select(dependency => dependency.Attribute("id")!.Value));
        Assert.Equal("Apache-2.0", described["license"].Single().Value);
        Assert.Equal("README.md", described["readme"].Single().Value);
        Assert.NotEmpty(described["description"].Single().Value);
    }

    private void Pack()
    {
        var project = Path.Combine(Kit.Folder, "..", "..", "..", "src", "Azukari.Age");
        string[] arguments = ["pack", project, "-c", Configuration, "--no-build", "--no-restore", "-o", folder.FullName, "-nodeReuse:false", "--disable-build-servers", "-nologo"];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var dotnet = Process.Start(start)!;
        var complaints = dotnet.StandardError.ReadToEndAsync();
        var said = dotnet.StandardOutput.ReadToEnd();
        dotnet.WaitForExit();
        Assert.True(dotnet.ExitCode == 0, said + complaints.Result);
    }

    // What was built beside this test is what is packed.
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif
}
