using System.Text.RegularExpressions;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Tests.Wording;

/// <summary>What holds for everything that is said in both languages.</summary>
internal static partial class Both
{
    public static void AreWords(Words words, string of)
    {
        Assert.True(Kana().IsMatch(words.Ja) || Kanji().IsMatch(words.Ja), $"{of}: no Japanese in '{words.Ja}'");
        Assert.True(Latin().IsMatch(words.En), $"{of}: no English in '{words.En}'");
        Assert.False(Kana().IsMatch(words.En) || Kanji().IsMatch(words.En), $"{of}: Japanese in '{words.En}'");
        Assert.NotEqual(words.Ja, words.En);
        Assert.Equal(words.Ja.Trim(), words.Ja);
        Assert.Equal(words.En.Trim(), words.En);
    }

    /// <summary>です・ます in Japanese; a sentence with its capital and its stop in English.</summary>
    public static void AreSentences(Words words, string of)
    {
        AreWords(words, of);
        Assert.All(words.Ja.TrimEnd('。').Split('。'), sentence => Assert.True(Polite().IsMatch(sentence), $"{of}: '{sentence}'"));
        Assert.True(words.Ja.EndsWith('。'), $"{of}: '{words.Ja}'");
        Assert.True(words.En.EndsWith('.') && char.IsAsciiLetterUpper(words.En[0]), $"{of}: '{words.En}'");
    }

    [GeneratedRegex(@"[\u3041-\u30FF]")]
    private static partial Regex Kana();

    [GeneratedRegex(@"[\u4E00-\u9FFF]")]
    private static partial Regex Kanji();

    [GeneratedRegex("[A-Za-z]{2}")]
    private static partial Regex Latin();

    [GeneratedRegex("(です|ます|ません|ました|ください)$")]
    private static partial Regex Polite();
}
