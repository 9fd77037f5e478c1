namespace Azukari.Domain.Tests.Deletion;

/// <summary>Deleting any one rule fails a test that is named after it: every refusal in the rules is taken out once, and a sentence of that very rule has to notice.</summary>
public sealed class DeletionTests(ITestOutputHelper output)
{
    private static readonly Lazy<SilenceableRules> Rules = new(() => new());

    [Fact]
    [Trait("Run", "deep")]
    public void Whatever_refusal_is_deleted_a_sentence_of_its_rule_fails()
    {
        var rules = Rules.Value;
        var noticed = rules.Sites.Select((site, index) => (site, By: rules.Notices(site.Rule, new HashSet<int> { index }))).ToArray();

        foreach (var (site, by) in noticed) output.WriteLine($"{site.Rule,-4} {site.Place,-40} {by?.Name ?? "NOBODY NOTICES"}   {site.Text}");

        var survivors = noticed.Where(row => row.By is null).Select(row => $"{row.site.Rule} {row.site.Place} {row.site.Text}").ToArray();
        Assert.True(survivors.Length == 0, $"deleted, and no sentence of the rule noticed:\n{string.Join('\n', survivors)}");
    }

    [Fact]
    [Trait("Run", "deep")]
    public void Whatever_rule_is_deleted_whole_a_sentence_of_it_fails()
    {
        var rules = Rules.Value;
        var survivors = rules.Sites.Select((site, index) => (site.Rule, Index: index)).GroupBy(site => site.Rule, site => site.Index)
            .Where(places => rules.Notices(places.Key, places.ToHashSet()) is null).Select(places => places.Key);

        Assert.Empty(survivors);
    }

    /// <summary>Without this a suite that fails of itself would notice everything.</summary>
    [Fact]
    [Trait("Run", "deep")]
    public void With_nothing_deleted_every_sentence_holds()
    {
        var rules = Rules.Value;

        Assert.NotEmpty(rules.Sites);
        Assert.All(rules.Sentences, sentences => Assert.Null(rules.Notices(sentences.Key, new HashSet<int>())));
    }
}
