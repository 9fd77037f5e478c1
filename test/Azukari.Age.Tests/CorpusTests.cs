using Azukari.Age.Fuzz;

namespace Azukari.Age.Tests;

// What a coverage-guided fuzzer found worth keeping (bench/fuzz/run), run through the same laws again.
public sealed class CorpusTests
{
    [Theory]
    [InlineData("header")]
    [InlineData("armor")]
    [InlineData("inspect")]
    [InlineData("stream")]
    public void Every_input_of_the_corpus_keeps_the_laws(string target)
    {
        var inputs = File.ReadAllLines(Path.Combine(Kit.Folder, "..", "corpus", $"{target}.txt"));

        Assert.NotEmpty(inputs);
        Assert.All(inputs, input => Targets.All[target](Convert.FromBase64String(input)));
    }

    [Theory]
    [InlineData("header")]
    [InlineData("armor")]
    [InlineData("inspect")]
    [InlineData("stream")]
    public void Every_seed_keeps_the_laws(string target) => Assert.All(Seeds.Of(target), Targets.All[target]);
}
