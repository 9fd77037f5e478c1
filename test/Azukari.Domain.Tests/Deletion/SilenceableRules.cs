using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Azukari.Domain.Tests.Deletion;

/// <summary>The rules built from their sources with every refusal made silenceable, and this suite's sentences beside them, both apart from the ones that run now.</summary>
internal sealed class SilenceableRules
{
    private const string Implicit = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly FieldInfo _silent;

    internal SilenceableRules()
    {
        var sites = new List<RefusalSite>();
        var context = new Beside(Build(sites));
        Sites = sites;
        Sentences = Deletion.Sentences.Of(context.LoadFromAssemblyPath(typeof(SilenceableRules).Assembly.Location));
        _silent = context.Rules.GetType("Azukari.Domain.Silenced", throwOnError: true)!.GetField("Sites")!;
    }

    internal IReadOnlyList<RefusalSite> Sites { get; }

    /// <summary>Every sentence by the rule that its class is named after.</summary>
    internal ILookup<Rule, Sentence> Sentences { get; }

    /// <summary>The first sentence of that rule that fails while these places are silent, or null.</summary>
    internal Sentence? Notices(Rule rule, IReadOnlySet<int> silent)
    {
        _silent.SetValue(null, silent);
        try
        {
            return Sentences[rule].FirstOrDefault(sentence => !sentence.Holds());
        }
        finally
        {
            _silent.SetValue(null, null);
        }
    }

    private static MemoryStream Build(List<RefusalSite> sites)
    {
        var root = SourceRoot();
        var silencing = new Silencing(sites);
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);
        SyntaxTree Parsed(string file) => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, Path.GetRelativePath(root, file));

        var rewritten = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (SyntaxTree)CSharpSyntaxTree.Create((CSharpSyntaxNode)silencing.Visit(Parsed(file).GetRoot())!, options, file)).ToArray();
        Assert.Equal(1, silencing.Doors);

        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal)).Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create(
            "Azukari.Domain", [.. rewritten, CSharpSyntaxTree.ParseText(Implicit, options), CSharpSyntaxTree.ParseText(Silencing.Switch, options)], references,
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable));

        var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;

        return image;
    }

    private static string SourceRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Azukari.slnx"))) return Path.Combine(folder.FullName, "src", "Azukari.Domain");

        throw new InvalidOperationException("Azukari.slnx is in no folder above the tests");
    }

    /// <summary>A second copy of the rules and of this suite; everything else is shared.</summary>
    private sealed class Beside : AssemblyLoadContext
    {
        internal Beside(MemoryStream rules) : base("silenceable rules") => Rules = LoadFromStream(rules);

        internal Assembly Rules { get; }

        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == Rules.GetName().Name ? Rules : null;
    }
}
